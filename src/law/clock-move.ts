import type { Calendar } from './calendar.ts'
import type { Citation } from './citation.ts'
import type { ClockEvent, ClockPolicy } from './clock-events.ts'
import { type Problem, type ProblemCode, problem } from './clock-problems.ts'
import type { ClockState } from './clock-state.ts'
import { type Day, formatChinese } from './day.ts'

/** What an event does to the period. */
export type Effect = 'starts' | 'pauses' | 'resumes' | 'restarts' | 'extends' | 'defers' | 'ends' | 'none'

/** An event of the case, or the last day of a consultation passing in silence. */
export type Happening = ClockEvent

export interface Move {
  readonly state: ClockState
  readonly effect: Effect
  /** The beginning of the sentence that explains the step; `clock` adds what follows for the due day. */
  readonly says: string
  readonly cites: readonly Citation[]
  readonly problems: readonly Problem[]
}

export interface Rules {
  readonly calendar: Calendar
  readonly policy: ClockPolicy
}

export type Handler<Kind extends Happening['kind']> = (
  state: ClockState,
  event: Extract<Happening, { kind: Kind }>,
  rules: Rules,
) => Move

export function done(
  state: ClockState,
  effect: Effect,
  says: string,
  cites: readonly Citation[],
  problems: readonly Problem[] = [],
): Move {
  return { state, effect, says, cites, problems }
}

/** When a letter arrived, in words. */
export function arrival(receivedOn: Day | undefined): string {
  return receivedOn ? `${formatChinese(receivedOn)}送达` : '送达日未登记，暂以发出日计'
}

/** An event without effect, and why. */
export function refused(
  state: ClockState,
  event: Happening,
  code: ProblemCode,
  message: string,
  cites: readonly Citation[],
): Move {
  const says = `${formatChinese(event.on)}：${message}`
  return done(state, 'none', says, cites, [problem(event.on, code, message, cites)])
}
