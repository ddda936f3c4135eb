/** The masks offered for a document, and the draft that has those which a person chose. */
import { allOrNothing } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import type { Office, OrganId, Unit } from '../ports.ts'
import { bodyOf } from './body.ts'
import { textOf, type WriteDraft, writeDraftWithin } from './draft-document.ts'
import { type DocumentOutcome, documentStateOf } from './handle-document.ts'
import { contentOf } from './life/state.ts'
import { missing } from './life/verb.ts'
import { masksOf, type OfferedMask, withMasks } from './masks.ts'

export interface MaskedDocument {
  readonly version: number
  readonly title: string
  readonly masks: readonly OfferedMask[]
}

const inHand = async (unit: Unit, document: string) => {
  const state = await documentStateOf(unit, document)
  const content = contentOf(state)
  const html = await textOf(unit, content?.body?.hash ?? null)
  return { state, content, html: html ?? '' }
}

/** What could be masked in the text in hand, else in the one signed last; null where there is no such document. */
export const offerMasks = (
  office: Office,
  organ: OrganId,
  document: string,
): Promise<MaskedDocument | null> =>
  office.inTransaction(organ, async (unit) => {
    const { state, content, html } = await inHand(unit, document)
    return content === null ? null : { version: state.version, title: content.title, masks: masksOf(html) }
  })

interface MaskDocument extends Omit<WriteDraft, 'action' | 'draft'> {
  /** Places of `offerMasks`. */
  readonly places: readonly number[]
}

/**
 * Writes the draft with the masks chosen: on the work in hand, else as a new version, which goes the whole way of
 * reviews before anybody reads it.
 */
export async function maskDocument(
  office: Office,
  { places, ...handling }: MaskDocument,
): Promise<DocumentOutcome> {
  if (places.length === 0) return missing('要遮蔽的内容', '个保法§6')
  const { organ, document } = handling
  const calendar = await calendarOf(office, organ)
  return allOrNothing(office, organ, async (unit) => {
    const { state, content, html } = await inHand(unit, document)
    if (content === null) return missing('正文', '条例§24')
    const body = bodyOf(withMasks(html, new Set(places)))
    if ('refused' in body) return body
    const action = state.work === null ? 'amendDocument' : 'draftDocument'
    const { body: _, ...draft } = content
    return writeDraftWithin(unit, { ...handling, action, draft }, body, calendar)
  })
}
