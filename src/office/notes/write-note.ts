/** 备注: a colleague writes on the file of a request, and names those who are to see it. */
import { allOrNothing } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { handleWithin, type Outcome } from '../handling/handle-request.ts'
import type { Office } from '../ports.ts'
import type { Acting } from '../replies/write-letter.ts'
import { standingsAt } from '../staff/access.ts'
import { noteEntry } from './note.ts'

export interface WriteNote extends Acting {
  /** Id of the entry in the vault. */
  readonly entryId: string
  readonly text: string
  /** Ids of colleagues. */
  readonly mentions: readonly string[]
}

export interface NoSuchColleague {
  readonly failure: 'noSuchColleague'
  readonly message: string
}

/** Writes a note: the text is sealed and the log told who is to see it; all of it is kept, or nothing. */
export async function writeNote(
  office: Office,
  { entryId, text, mentions, ...acting }: WriteNote,
): Promise<Outcome | NoSuchColleague> {
  const { organ, request, at } = acting
  for (const id of mentions)
    if ((await standingsAt(office, id, organ)).every(({ scope }) => scope !== 'organ'))
      return { failure: 'noSuchColleague', message: '所提到的人员不在本机关任职，请重新选择。' }
  const calendar = await calendarOf(office, organ)
  return allOrNothing<Outcome>(office, organ, async (unit) => {
    const erased = await unit.vault.put(noteEntry(entryId, { request, text }), at)
    if (erased !== null) throw new Error('The entry of the note was erased')
    const command = { entry: entryId, mentions: [...new Set(mentions)] }
    return handleWithin(unit, { ...acting, action: 'annotate', command }, calendar)
  })
}
