/**
 * A request walked through the house by its use cases, on any store, by invented staff: what an office does in a
 * case, with its letters, papers and days. Whatever is refused on the way throws.
 */
import type { Day } from '../../../src/law/day.ts'
import { type HandlingContext, handleRequest } from '../../../src/office/handling/handle-request.ts'
import { type Submission, submitApplication } from '../../../src/office/intake/submit-application.ts'
import type { Facts } from '../../../src/office/letters/facts.ts'
import { keepPaper } from '../../../src/office/papers/keep-paper.ts'
import type { Office, OrganId } from '../../../src/office/ports.ts'
import { dispatchReply } from '../../../src/office/replies/dispatch-reply.ts'
import { draftReply } from '../../../src/office/replies/draft-reply.ts'
import { clearEnclosure, inspectEnclosure } from '../../../src/office/replies/enclosures.ts'
import { issueNotice } from '../../../src/office/replies/issue-notice.ts'
import { confirmReceipt, issueReceipt } from '../../../src/office/replies/issue-receipt.ts'
import type { NoticeAction, NoticeCommand } from '../../../src/office/replies/notices.ts'
import type { Reply } from '../../../src/office/replies/reply.ts'
import { sealReply } from '../../../src/office/replies/seal-reply.ts'
import type { Acting, IssuedLetter } from '../../../src/office/replies/write-letter.ts'
import {
  type CommandOf,
  emptyRequest,
  may,
  type RequestAction,
  type RequestState,
  type Role,
} from '../../../src/office/requests/index.ts'
import type { Viewer } from '../../../src/office/visibility.ts'

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
}

/** What an application brings; everything else follows from the walk. */
export type Application = Pick<Submission, 'applicant' | 'content'> &
  Partial<Pick<Submission, 'channel' | 'papers' | 'oralBecause' | 'doubtful'>>

export interface OfficeWalk {
  readonly state: RequestState
  readonly today: Day
  /** Every letter made out on the way. */
  readonly letters: readonly IssuedLetter[]
  /** From now on it is this day. */
  on(day: Day): OfficeWalk
  /** Who acts, as the least member of staff who may do it. */
  acting(action: RequestAction, role?: Role): Acting
  /** An application comes in and is confirmed the same day where that is wanting; the receipt goes out. */
  receive(application: Application): Promise<OfficeWalk>
  /** A step without a letter. */
  act<A extends RequestAction>(action: A, command: CommandOf<A>, role?: Role): Promise<OfficeWalk>
  /** A step with its letters; `facts` is what only a person can know. */
  notice<A extends NoticeAction>(action: A, command: NoticeCommand<A>, facts?: Facts): Promise<OfficeWalk>
  /** A file that will go out with the reply: taken in, looked into, answered for. Its hash. */
  enclose(name: string, bytes: Uint8Array, description?: string): Promise<string>
  /** Drafted, reviewed, signed, sealed. The letter. */
  decide(reply: Reply): Promise<IssuedLetter>
  /** Posted, unless told otherwise, and served on the day told. */
  deliver(served: Day, how?: Partial<CommandOf<'dispatch'>>): Promise<OfficeWalk>
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
  const { organ, request, staff = invented } = options
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

  const self: OfficeWalk = {
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
    acting(action, role) {
      const context: HandlingContext = {
        today,
        organ: 'localDepartment',
        actor: actorFor(action, staff, role),
      }
      return { organ, request, context, at: momentOf(today) }
    },
    async receive({ channel = 'inPerson', ...application }) {
      must(
        'submitApplication',
        await submitApplication(office, {
          ...self.acting('receive'),
          ...application,
          channel,
          arrivedOn: today,
          applicantId: `applicant-${request}`,
          secret: `SECRET-${request}-0000`,
        }),
      )
      const issued = await issueReceipt(office, { ...self.acting('issueLetter'), letterId: letterId() })
      if (issued !== null) return took(must('issueReceipt', issued))
      if (application.content.variant === 'recordCorrection' || application.doubtful)
        return self.act('annotate', { text: '已登记。' })
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
        await inspectEnclosure(office, { ...acting, hash, viewer: viewerOf(organ, 'handler') }),
      )
      const acknowledgements = [...found.hidden, ...found.personal].map(({ id }) => ({
        finding: id,
        reason: '已经逐项核对，可以提供',
      }))
      took(must('clearEnclosure', await clearEnclosure(office, { ...acting, hash, acknowledgements })))
      return hash
    },
    async decide(reply) {
      took(must('draftReply', await draftReply(office, { ...self.acting('draft'), reply })))
      await self.act('review', {})
      await self.act('approve', {})
      const sealing = { ...self.acting('seal'), seal: '行政机关印章', letterId: letterId() }
      took(must('sealReply', await sealReply(office, sealing)))
      return letters.at(-1)!
    },
    async deliver(served, how = {}) {
      const posted = { method: 'post', carrier: 'postOffice', trackingNo: 'XA00000000111' } as const
      const command = { ...posted, ...how }
      took(must('dispatchReply', await dispatchReply(office, { ...self.acting('dispatch'), command })))
      today = served
      return self.act('serve', { proof: 'postalReceipt', reference: '回执一' })
    },
    archive: () => self.act('archive', { retention: 'years10', fileNo: `示例-${request}` }),
  }
  return self
}

/** A member of staff of the organ who looks at something. */
export const viewerOf = (organ: OrganId, role: keyof Walkers): Viewer => ({
  kind: 'staff',
  id: invented[role],
  organ,
  standings: [{ role, scope: 'organ' }],
})

function actorFor(action: RequestAction, staff: Walkers, role?: Role): HandlingContext['actor'] {
  const order = ['handler', 'reviewer', 'head'] as const
  const chosen =
    order.find((each) => (role === undefined ? may(each, action, 'organ') : each === role)) ?? 'head'
  return { id: staff[chosen], role: chosen, scope: 'organ' }
}
