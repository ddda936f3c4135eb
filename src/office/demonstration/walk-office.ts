/**
 * A request walked through the house by its use cases, on any store, by invented staff: what an office does in a
 * case, with its letters, papers and days. Whatever is refused on the way throws. The demonstration is made by it, and
 * so are the cases of the tests.
 */
import { addWorkingDays, nationalCalendar } from '../../law/calendar.ts'
import type { Day } from '../../law/day.ts'
import { type HandlingContext, handleRequest } from '../handling/handle-request.ts'
import { type Submission, submitApplication } from '../intake/submit-application.ts'
import type { Facts } from '../letters/facts.ts'
import { keepPaper } from '../papers/keep-paper.ts'
import type { Moment, Office, OrganId } from '../ports.ts'
import { openCase } from '../replies/case-file.ts'
import { dispatchReply } from '../replies/dispatch-reply.ts'
import { draftReply } from '../replies/draft-reply.ts'
import { clearEnclosure, inspectEnclosure } from '../replies/enclosures.ts'
import { issueNotice } from '../replies/issue-notice.ts'
import { confirmReceipt, issueReceipt } from '../replies/issue-receipt.ts'
import type { NoticeAction, NoticeCommand } from '../replies/notices.ts'
import type { Reply } from '../replies/reply.ts'
import { sealReply } from '../replies/seal-reply.ts'
import type { Acting, IssuedLetter } from '../replies/write-letter.ts'
import {
  type CommandOf,
  emptyRequest,
  may,
  type RequestAction,
  type RequestState,
  type Role,
} from '../requests/index.ts'
import type { Tracked } from '../tracking/own-request.ts'
import type { Viewer } from '../visibility.ts'

export interface Walkers {
  readonly handler: string
  readonly reviewer: string
  readonly head: string
}

export const invented: Walkers = { handler: 'staff-1', reviewer: 'staff-2', head: 'staff-3' }

export interface WalkOptions {
  readonly organ: OrganId
  readonly request: string
  readonly today: Day
  readonly staff?: Walkers
  /** What the applicant finds the request again by. */
  readonly secret?: string
  /** The time at which everything of a day is recorded; ten in the morning in Beijing, unless told. */
  readonly at?: (day: Day) => Moment
}

/** What an application brings; everything else follows from the walk. */
export type Application = Pick<Submission, 'applicant' | 'content'> &
  Partial<Pick<Submission, 'channel' | 'papers' | 'oralBecause' | 'doubtful'>>

export interface OfficeWalk {
  readonly organ: OrganId
  readonly request: string
  readonly staff: Walkers
  readonly state: RequestState
  readonly today: Day
  /** Every letter made out on the way. */
  readonly letters: readonly IssuedLetter[]
  /** From now on it is this day. */
  on(day: Day): OfficeWalk
  /** From now on it is so many working days later. */
  after(workingDays: number): OfficeWalk
  /** The day so many working days from now. */
  later(workingDays: number): Day
  /** Who acts, as the least member of staff who may do it. */
  acting(action: RequestAction, role?: Role): Acting
  /** The applicant at their own request. */
  own(): Tracked
  /** Id of a new entry of the vault. */
  entry(kind: string): string
  /** Takes note of what was done to the request by others. */
  refresh(): Promise<OfficeWalk>
  /** An application comes in and is confirmed the same day where that is wanting; the receipt goes out. */
  receive(application: Application): Promise<OfficeWalk>
  /** A step without a letter. */
  act<A extends RequestAction>(action: A, command: CommandOf<A>, role?: Role): Promise<OfficeWalk>
  /** A step with its letters; `facts` is what only a person can know. */
  notice<A extends NoticeAction>(action: A, command: NoticeCommand<A>, facts?: Facts): Promise<OfficeWalk>
  /** A file that will go out with the reply: taken in, looked into, answered for. Its hash. */
  enclose(name: string, bytes: Uint8Array, description?: string): Promise<string>
  draft(reply: Reply): Promise<OfficeWalk>
  /** Drafted, reviewed, signed, sealed. The letter. */
  decide(reply: Reply): Promise<IssuedLetter>
  /** Posted, unless told otherwise. */
  dispatch(how?: Partial<CommandOf<'dispatch'>>): Promise<OfficeWalk>
  /** Sent out, and served on the day told or so many working days later. */
  deliver(served: Day | number, how?: Partial<CommandOf<'dispatch'>>): Promise<OfficeWalk>
  archive(): Promise<OfficeWalk>
}

/** What succeeded; throws whatever else there was. */
export function must<T extends object>(
  what: string,
  outcome: T,
): Exclude<T, { readonly failure: string } | { readonly refused: true }> {
  if ('failure' in outcome || ('refused' in outcome && outcome.refused === true))
    throw new Error(`${what}: ${JSON.stringify(outcome)}`)
  return outcome as never
}

/** The time at which everything of a day is recorded: ten in the morning in Beijing. */
export const momentOf = (day: Day): string => `${day}T02:00:00.000Z`

export function walkOffice(office: Office, options: WalkOptions): OfficeWalk {
  const { organ, request, staff = invented, secret = `SECRET-${request}-0000`, at = momentOf } = options
  let { today } = options
  let state: RequestState = emptyRequest
  const letters: IssuedLetter[] = []
  const letterId = (): string => `letter-${request}-${letters.length + 1}`

  const took = <T extends { readonly state: RequestState; readonly letters?: readonly IssuedLetter[] }>(
    done: T,
  ): OfficeWalk => {
    state = done.state
    letters.push(...(done.letters ?? []))
    return self
  }

  let entries = 0

  const self: OfficeWalk = {
    organ,
    request,
    staff,
    get state() {
      return state
    },
    get today() {
      return today
    },
    letters,
    on(day) {
      today = day
      return self
    },
    after: (workingDays) => self.on(self.later(workingDays)),
    later: (workingDays) => addWorkingDays(nationalCalendar, today, workingDays).to,
    own: () => ({ organ, request, today, at: at(today) }),
    entry: (kind) => `${kind}-${request}-${++entries}`,
    async refresh() {
      const { context } = self.acting('annotate')
      const opened = await office.inTransaction(organ, (unit) =>
        openCase(unit, request, context, nationalCalendar),
      )
      state = opened.state
      return self
    },
    acting(action, role) {
      const context: HandlingContext = {
        today,
        organ: 'localDepartment',
        actor: actorFor(action, staff, role),
      }
      return { organ, request, context, at: at(today) }
    },
    async receive({ channel = 'inPerson', ...application }) {
      must(
        'submitApplication',
        await submitApplication(office, {
          ...(channel === 'online' ? { ...self.own(), context: byApplicant(today) } : self.acting('receive')),
          ...application,
          channel,
          arrivedOn: today,
          applicantId: `applicant-${request}`,
          secret,
        }),
      )
      await self.refresh()
      if (application.doubtful) return self
      // For the correction of a record there is no receipt: no day is set for its answer.
      if (application.content.variant === 'recordCorrection')
        return state.progress.receivedOn === null ? self.act('confirmReceipt', {}) : self
      const issued = await issueReceipt(office, { ...self.acting('issueLetter'), letterId: letterId() })
      if (issued !== null) return took(must('issueReceipt', issued))
      const confirmed = { ...self.acting('confirmReceipt'), command: {}, letterId: letterId() }
      return took(must('confirmReceipt', await confirmReceipt(office, confirmed)))
    },
    async act(action, command, role) {
      return took(
        must(action, await handleRequest(office, { ...self.acting(action, role), action, command })),
      )
    },
    async notice(action, command, facts = {}) {
      const notice = { ...self.acting(action), action, command, facts, letterId: letterId() }
      return took(must(action, await issueNotice(office, notice)))
    },
    async enclose(name, bytes, description) {
      const paper = {
        id: `paper-${request}-${state.papers.length + 1}`,
        name,
        bytes,
        purpose: 'enclosure',
      } as const
      const kept = must(
        'keepPaper',
        await keepPaper(office, {
          ...self.acting('addPaper'),
          ...paper,
          ...(description && { description }),
        }),
      )
      took(kept)
      const { hash } = kept.paper
      const acting = self.acting('clearPaper')
      const found = must(
        'inspect',
        await inspectEnclosure(office, { ...acting, hash, viewer: viewerOf(organ, staff.handler) }),
      )
      const acknowledgements = [...found.hidden, ...found.personal].map(({ id }) => ({
        finding: id,
        reason: '已经逐项核对，可以提供',
      }))
      took(must('clearEnclosure', await clearEnclosure(office, { ...acting, hash, acknowledgements })))
      return hash
    },
    async draft(reply) {
      return took(must('draftReply', await draftReply(office, { ...self.acting('draft'), reply })))
    },
    async decide(reply) {
      await self.draft(reply)
      await self.act('review', {})
      await self.act('approve', {})
      const sealing = { ...self.acting('seal'), seal: '行政机关印章', letterId: letterId() }
      took(must('sealReply', await sealReply(office, sealing)))
      return letters.at(-1)!
    },
    async dispatch(how = {}) {
      const posted = { method: 'post', carrier: 'postOffice', trackingNo: 'XA00000000111' } as const
      const command = { ...posted, ...how }
      return took(must('dispatchReply', await dispatchReply(office, { ...self.acting('dispatch'), command })))
    },
    async deliver(served, how) {
      await self.dispatch(how)
      today = typeof served === 'number' ? self.later(served) : served
      return self.act('serve', { proof: 'postalReceipt', reference: '回执一' })
    },
    archive: () => self.act('archive', { retention: 'years10', fileNo: `示例-${request}` }),
  }
  return self
}

function actorFor(action: RequestAction, staff: Walkers, role?: Role): HandlingContext['actor'] {
  const order = ['handler', 'reviewer', 'head'] as const
  const chosen =
    order.find((each) => (role === undefined ? may(each, action, 'organ') : each === role)) ?? 'head'
  return { id: staff[chosen], role: chosen, scope: 'organ' }
}

/** A clerk of the organ who looks at something. */
const viewerOf = (organ: OrganId, id: string): Viewer => ({
  kind: 'staff',
  id,
  organ,
  standings: [{ role: 'handler', scope: 'organ' }],
})

const byApplicant = (today: Day): HandlingContext => ({
  today,
  organ: 'localDepartment',
  actor: { id: 'applicant', role: 'applicant', scope: 'own' },
})
