import type { Calendar } from '../../law/calendar.ts'
import type { Day } from '../../law/day.ts'
import type { OrganKind } from '../../law/review-organs.ts'
import type { CaseId } from '../ports.ts'
import type { Actor, CommandOf, Context, RequestAction, RequestState } from '../requests/index.ts'

/** One verb of a past request. A command that depends on what came before is made of the state. */
export interface Step<A extends RequestAction = RequestAction> {
  readonly on: Day
  readonly action: A
  readonly command: (state: RequestState, context: Context) => CommandOf<A>
}

/** Where remedies against past replies led, by the organ's record. */
export interface PastRemedies {
  readonly reviewOrgans: readonly string[]
  readonly court: string
}

export interface Replayed {
  readonly organ: OrganKind
  readonly calendar: Calendar
  readonly remedies: PastRemedies
  /** Ids in the vault. */
  readonly applicant: string
  readonly letter: string
  /** 'sha256:…' of the letter as it is kept. */
  readonly digest: string
  readonly thirdParty: string
  readonly earlier: CaseId
  /** Who brings the register in, and the head who answers for it with them: nobody signs their own draft (条例§45). */
  readonly importer: Actor
  readonly head: Actor
}

/** Said of what the register does not tell: nothing is made up. */
export const inFile = '由原登记系统导入，见原案卷。'

export const step = <A extends RequestAction>(
  on: Day,
  action: A,
  command: CommandOf<A> | Step<A>['command'],
): Step =>
  ({ on, action, command: typeof command === 'function' ? command : () => command }) as unknown as Step

/** Id of the one consultation that a row can tell of. */
export const consultationId = 'past'
