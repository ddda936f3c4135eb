import type { Calendar } from '../../law/calendar.ts'
import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import type { Office, Unit } from '../ports.ts'
import { streamOfDocument } from '../streams.ts'
import {
  type DocumentOutcome,
  documentStateOf,
  type HandleDocument,
  handleDocumentWithin,
} from './handle-document.ts'
import { nextIndexNumber } from './index-number.ts'
import type { ImportDocument } from './life/import.ts'
import type { PublishDocument } from './life/publish.ts'

/** The first place with the day and the time, and the others of the same day. */
export type PublishedAt = Omit<PublishDocument, 'indexNo'> & {
  readonly also?: readonly Pick<PublishDocument, 'channel' | 'account' | 'place'>[]
}

export type Publishing = Omit<HandleDocument, 'action' | 'command'> & { readonly command: PublishedAt }

/** Gives the index number where there is none yet, and does the verb that needs it. */
export async function withIndexNumber(
  unit: Unit,
  handling: Omit<HandleDocument, 'action' | 'command'>,
  calendar: Calendar,
  doing:
    | { readonly action: 'publishDocument'; readonly command: Omit<PublishDocument, 'indexNo'> }
    | { readonly action: 'importDocument'; readonly command: Omit<ImportDocument, 'indexNo'> },
): Promise<DocumentOutcome> {
  const { indexNo: given } = await documentStateOf(unit, handling.document)
  const organ = await unit.organs.get(handling.organ)
  const stream = streamOfDocument(handling.document)
  // A refusal abandons the unit, and with it the number that was drawn.
  const indexNo =
    given ??
    (organ &&
      (await nextIndexNumber(unit, organ, stream, { today: handling.context.today, at: handling.at })))
  const command = { ...doing.command, indexNo }
  return doing.action === 'publishDocument'
    ? handleDocumentWithin(
        unit,
        { ...handling, action: doing.action, command: command as PublishDocument },
        calendar,
      )
    : handleDocumentWithin(
        unit,
        { ...handling, action: doing.action, command: command as ImportDocument },
        calendar,
      )
}

/** 发布 by one channel or several, an act for each or none at all; the first gives the index number (目录指引). */
export async function publishOn(
  office: Office,
  { command: { also = [], ...command }, ...handling }: Publishing,
): Promise<DocumentOutcome> {
  const calendar = await calendarOf(office, handling.organ)
  return allOrNothing(office, handling.organ, async (unit) => {
    const { seen: _, ...further } = handling
    let outcome = await withIndexNumber(unit, handling, calendar, { action: 'publishDocument', command })
    for (const place of also) {
      if (hasFailed(outcome)) break
      const act = { ...command, account: null, place: null, ...place }
      outcome = await handleDocumentWithin(
        unit,
        { ...further, action: 'publishDocument', command: act },
        calendar,
      )
    }
    return outcome
  })
}
