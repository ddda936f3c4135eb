/**
 * A verb of the office: may it be done now, and what becomes of it. The guards answer the first question from the
 * state alone, so that the workbench (`moves.ts`) and the deed itself ask the very same function.
 */
import type { Problem } from '../../law/clock.ts'
import { type Day, formatChinese } from '../../law/day.ts'
import type { Context } from './context.ts'
import { policyOf } from './context.ts'
import type { RequestEvent } from './events.ts'
import { fold } from './fold.ts'
import { firstOf, permitted } from './guarding.ts'
import type { RequestAction } from './permissions.ts'
import { personalTextIn } from './personal-text.ts'
import { type Refusal, refuse } from './refusal.ts'
import { clockOf } from './request-clock.ts'
import type { RequestState } from './state.ts'

export interface Accepted {
  readonly refused: false
  readonly events: readonly RequestEvent[]
  /** What law/clock finds amiss with the new events without forbidding them, such as a late notice. */
  readonly warnings: readonly Problem[]
}

/** Pure: a refused command has no events. */
export type Decision = Accepted | Refusal

/** What forbids a verb, whatever the command says; null where nothing does. */
export type Guard = (state: RequestState, context: Context) => Refusal | null

export interface Verb<Command> {
  (state: RequestState, command: Command, context: Context): Decision
  readonly action: RequestAction
  readonly guard: Guard
}

type Make<Command> = (
  state: RequestState,
  command: Command,
  context: Context,
) => readonly RequestEvent[] | Refusal

/** A verb from its guards, asked in order, and what makes events of a command. */
export function verb<Command>(
  action: RequestAction,
  guards: readonly Guard[],
  make: Make<Command>,
): Verb<Command> {
  const guard = firstOf([permitted(action), ...guards])
  const decide = (state: RequestState, command: Command, context: Context): Decision => {
    const made = guard(state, context) ?? make(state, command, context)
    if ('refused' in made) return made
    const fault = misdated(state, made, context) ?? personalTextIn(made, context.personal ?? [])
    return fault ?? { refused: false, events: made, warnings: warningsOf(state, made, context) }
  }
  return Object.assign(decide, { action, guard })
}

function misdated(state: RequestState, events: readonly RequestEvent[], { today }: Context): Refusal | null {
  // The days of intake and receipt are facts from outside, judged by law/receipt.
  const since = state.progress.receivedOn ?? state.arrival?.arrivedOn ?? null
  for (const { kind, on } of events) {
    if (on > today)
      return refuse('future', `不能登记${formatChinese(on)}的事项，尚未到该日；请按实际日期登记。`, '条例§45')
    if (kind !== 'received' && since !== null && on < since)
      return refuse(
        'tooEarly',
        `${formatChinese(on)}早于收到申请之日${formatChinese(since)}，请核对日期。`,
        '条例§31',
      )
  }
  return null
}

function warningsOf(
  state: RequestState,
  events: readonly RequestEvent[],
  context: Context,
): readonly Problem[] {
  const { calendar, today, actor } = context
  const { clock: policy } = policyOf(context)
  const next = fold(
    events.map((event) => ({ ...event, actor: actor.id })),
    state,
  )
  if (next.clock === state.clock) return []
  const before = new Set(clockOf(state, calendar, today, policy).problems.map(keyOf))
  return clockOf(next, calendar, today, policy).problems.filter(
    (problem) => !attention.has(problem.code) && !before.has(keyOf(problem)),
  )
}

/** What nobody did yet is no fault of the deed at hand. */
const attention: ReadonlySet<Problem['code']> = new Set([
  'overdue',
  'correctionOverdue',
  'feeOverdue',
  'afterAsOf',
])

function keyOf({ code, on, message }: Problem): string {
  return `${code} ${on} ${message}`
}

/** A text that says something. */
export function says(text: string | null | undefined): text is string {
  return typeof text === 'string' && text.trim() !== ''
}

/** The refusal of a command in which something is missing. */
export function missing(what: string, ...cites: Refusal['cites']): Refusal {
  return refuse('incomplete', `缺少${what}，请补充后再办理。`, ...cites)
}

/** A fact of another day than today, recorded afterwards. */
export interface Dated {
  readonly on?: Day
}

export function dayOf(command: Dated, { today }: Context): Day {
  return command.on ?? today
}
