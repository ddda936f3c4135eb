/** What explains a document goes with it: both in one unit, each with an event and a reason of its own. */
import type { Calendar } from '../../law/calendar.ts'
import type { Day } from '../../law/day.ts'
import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import type { DocumentRow, Office, Unit } from '../ports.ts'
import { namedDocument } from './cited-document.ts'
import {
  type DocumentOutcome,
  documentStateOf,
  type HandleDocument,
  handleDocumentWithin,
} from './handle-document.ts'
import type { EndDocument } from './life/after.ts'
import type { DocumentCommandOf } from './life/moves.ts'
import { refuse } from './life/refusal.ts'
import { lastSigned } from './life/state.ts'
import { isInterpretation } from './relations.ts'

/** Acts by which a document ceases to bind. */
const ends = ['repealDocument', 'expireDocument', 'supersedeDocument'] as const

type Ends = (typeof ends)[number]

type Following = 'withdrawDocument' | 'restrictDocument' | 'liftRestriction' | 'reviveDocument' | Ends

/** What is done to an interpretation, and how it was said of its document. */
type Follows = {
  readonly [A in Following]: { readonly action: A; readonly command: DocumentCommandOf<A> }
}[Following]

/**
 * What explains something that no longer binds stays, and says so: it is marked as ended the same way, from the same day
 * or today, since it may be younger than the day from which its document ended.
 */
const afterEnding =
  (action: Ends, became: string) =>
  ({ on, by, document }: EndDocument, named: string, today: Day): Follows => ({
    action,
    command: {
      ...(on !== undefined && on > today && { on }),
      ...(by !== undefined && { by }),
      ...(document !== undefined && { document }),
      because: `所解读的${named}已经${became}。`,
    },
  })

const follows = {
  withdrawDocument: ({ reason, told }: DocumentCommandOf<'withdrawDocument'>, named: string): Follows => ({
    action: 'withdrawDocument',
    command: { reason, told: `所解读的${named}已经撤下：${told}` },
  }),
  restrictDocument: ({ because }: DocumentCommandOf<'restrictDocument'>, named: string): Follows => ({
    action: 'restrictDocument',
    command: { because: `所解读的${named}限制查看：${because}` },
  }),
  liftRestriction: ({ because }: DocumentCommandOf<'liftRestriction'>, named: string): Follows => ({
    action: 'liftRestriction',
    command: { because: `所解读的${named}解除限制：${because}` },
  }),
  repealDocument: afterEnding('repealDocument', '废止'),
  expireDocument: afterEnding('expireDocument', '失效'),
  supersedeDocument: afterEnding('supersedeDocument', '被取代'),
  reviveDocument: ({ because }: DocumentCommandOf<'reviveDocument'>, named: string): Follows => ({
    action: 'reviveDocument',
    command: { because: `所解读的${named}恢复效力：${because}` },
  }),
} as const

/** Whether an interpretation stands so already: it may explain several documents. */
const standsSo = (action: LeadingAction, { endedAs }: Pick<DocumentRow, 'endedAs'>): boolean =>
  action === 'reviveDocument'
    ? endedAs === null
    : endedAs !== null && (ends as readonly LeadingAction[]).includes(action)

/** Steps that an interpretation may follow. */
export type LeadingAction = keyof typeof follows

export const isLeading = (action: string): action is LeadingAction => Object.hasOwn(follows, action)

export type Leading<A extends LeadingAction = LeadingAction> = HandleDocument<A> & {
  /** Ids of its interpretations that go with it. */
  readonly along: readonly string[]
}

/** Does the step to the document and what follows to those that go along. Where one is refused, nothing is kept. */
export async function takeAlong<A extends LeadingAction>(
  office: Office,
  { along, ...handling }: Leading<A>,
): Promise<DocumentOutcome> {
  const calendar = await calendarOf(office, handling.organ)
  return allOrNothing(office, handling.organ, async (unit) => {
    const outcome = await handleDocumentWithin(unit, handling, calendar)
    if (hasFailed(outcome)) return outcome
    const related = await unit.documents.related(handling.organ, handling.document)
    for (const id of new Set(along)) {
      const found = related.find(
        ({ relation, inverse, row }) =>
          row.id === id && inverse && isInterpretation(handling.organ, { ...row, relation }),
      )
      if (found === undefined)
        return refuse('linkUnknown', '要连同办理的不是这份文件的解读，请核对。', '条例§24')
      if (standsSo(handling.action, found.row)) continue
      const followed = await follow(unit, handling, found.row.id, calendar)
      if (hasFailed(followed))
        return 'refused' in followed
          ? { ...followed, message: `解读《${found.row.title}》：${followed.message}` }
          : followed
    }
    return outcome
  })
}

/** What follows for one interpretation from a step that was done to its document. */
async function follow<A extends LeadingAction>(
  unit: Unit,
  { seen: _, document, action, command, ...acting }: HandleDocument<A>,
  id: string,
  calendar: Calendar,
): Promise<DocumentOutcome> {
  const { content } = lastSigned(await documentStateOf(unit, document))!
  const next = follows[action](command as never, namedDocument(content), acting.context.today)
  return handleDocumentWithin(unit, { ...acting, ...next, document: id }, calendar)
}
