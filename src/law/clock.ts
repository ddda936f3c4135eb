import { type Calendar, workingDaysBetween } from './calendar.ts'
import type { Citation } from './citation.ts'
import { type ClockEvent, type ClockPolicy, defaultClockPolicy } from './clock-events.ts'
import type { Effect, Happening, Rules } from './clock-move.ts'
import { move } from './clock-moves.ts'
import { type Problem, problem } from './clock-problems.ts'
import { beforeReceipt, type ClockState, type Count, countOf, daysCounted } from './clock-state.ts'
import { compareDays, type Day, formatChinese } from './day.ts'
import { explainDays } from './explain.ts'

export type { ClockEvent, ClockEventKind, ClockPolicy, ConsultedParty } from './clock-events.ts'
export { defaultClockPolicy } from './clock-events.ts'
export type { Effect } from './clock-move.ts'
export type { Problem, ProblemCode } from './clock-problems.ts'

/** One event and what the law makes of it. */
export interface Step {
  readonly event: Happening['kind']
  readonly on: Day
  readonly effect: Effect
  /** Working days from `on` to `due` as things stood after the event; negative once overdue, null while paused. */
  readonly left: number | null
  /** Due day as things stood after the event; null while paused. */
  readonly due: Day | null
  readonly cites: readonly Citation[]
  /** One Chinese sentence, naming the holidays and make-up days that mattered and the notice they come from. */
  readonly because: string
}

export interface Clock {
  /** Last day for the answer; null while the period stands still and before receipt. */
  readonly due: Day | null
  /** False where there is no due day, or it reaches into a year whose holidays are not announced (provisional). */
  readonly firm: boolean
  /** Whether time is passing: received, not answered, and waiting for nobody. */
  readonly running: boolean
  /** Working days from `asOf` to `due`, negative once overdue; null without `asOf`, while paused and after the end. */
  readonly left: number | null
  /** Working days of the present count that were left out for consultations (and payment, if policy says so). */
  readonly excluded: number
  /** Working days that the answer took as the clock counts them; null where there is none. */
  readonly took: number | null
  readonly waitingFor: readonly ('correction' | 'fee' | 'consultation')[]
  readonly steps: readonly Step[]
  readonly problems: readonly Problem[]
  readonly calendarVersion: string
}

/**
 * From the events of a request to the last day for its answer, with the reasons (条例§30–35, 办法§6). Pure: the
 * same in the server, the browser and the command line.
 *
 * Events are taken by day, those of one day in the order given. `asOf` is the day from which the matter is
 * looked at: events after it are left aside and reported, and a consultation whose 15 working days passed before
 * it has ended in silence. Without `asOf` the day of the last event serves, and `left` is null.
 *
 * Where pauses overlap, each is judged by itself: a correction or payment begins a new count of 20 working days,
 * and a consultation excludes its days from whichever count they fall in, once.
 */
export function clock(
  events: readonly ClockEvent[],
  calendar: Calendar,
  policy: Partial<ClockPolicy> = {},
  asOf?: Day,
): Clock {
  const rules: Rules = { calendar, policy: { ...defaultClockPolicy, ...policy } }
  const seen = events.filter(({ on }) => asOf === undefined || on <= asOf)
  const steps: Step[] = []
  const problems: Problem[] = []
  let state = beforeReceipt
  let count: Count | null = null

  const take = (event: Happening) => {
    const moved = move(state, event, rules)
    const before = count
    state = moved.state
    count = countOf(state, calendar)
    problems.push(...moved.problems)
    steps.push({
      event: event.kind,
      on: event.on,
      effect: moved.effect,
      left: count && workingDaysBetween(calendar, event.on, count.due),
      due: count?.due ?? null,
      cites: moved.cites,
      because: `${moved.says}${consequence(state, before, count, moved.effect, calendar)}。`,
    })
  }
  for (const event of seen.toSorted((a, b) => compareDays(a.on, b.on))) {
    silences(state, event.on).forEach(take)
    // A silence that was noted has been taken on its last day, unless a later calendar moved that day.
    if (event.kind !== 'consultationLapsed' || isOpen(state, event.id)) take(event)
  }
  if (asOf !== undefined) silences(state, asOf).forEach(take)

  return summary({ state, count, calendar, asOf }, steps, [...problems, ...leftAside(events, seen, asOf)])
}

interface Outcome {
  readonly state: ClockState
  readonly count: Count | null
  readonly calendar: Calendar
  readonly asOf: Day | undefined
}

function summary(outcome: Outcome, steps: readonly Step[], problems: readonly Problem[]): Clock {
  const { state, count, calendar, asOf } = outcome
  const running = count !== null && state.ended === null
  return {
    due: count?.due ?? null,
    firm: count?.firm ?? false,
    running,
    left:
      running && asOf !== undefined && count !== null ? workingDaysBetween(calendar, asOf, count.due) : null,
    excluded: count?.excluded ?? 0,
    took: tookOf(outcome, steps),
    waitingFor: waitingFor(state),
    steps,
    problems: [...problems, ...attention(outcome)],
    calendarVersion: calendar.version,
  }
}

function tookOf({ state, calendar }: Outcome, steps: readonly Step[]): number | null {
  const answered = state.ended === 'answered' ? steps.find(({ event }) => event === 'answered') : undefined
  return answered === undefined ? null : daysCounted(state, answered.on, calendar)
}

/** The consultations whose last day is over before the given day, without an opinion. */
function silences(state: ClockState, before: Day): readonly Happening[] {
  if (state.ended !== null) return []
  return state.exclusions
    .flatMap(({ consultation, to, limit }) =>
      consultation !== null && to === null && limit < before
        ? [{ kind: 'consultationLapsed' as const, on: limit, id: consultation.id }]
        : [],
    )
    .toSorted((a, b) => compareDays(a.on, b.on))
}

function isOpen({ exclusions }: ClockState, id: string): boolean {
  return exclusions.some(({ consultation, to }) => consultation?.id === id && to === null)
}

/** The end of the sentence: what the due day is now, and which days made it so. */
function consequence(
  state: ClockState,
  before: Count | null,
  count: Count | null,
  effect: Effect,
  calendar: Calendar,
): string {
  if (state.ended !== null || effect === 'none') return ''
  if (count === null) return `，期限暂停计算（${waitingFor(state).map(waitName).join('、')}）`
  if (before?.due === count.due) return `，届满日仍为${formatChinese(count.due)}`
  const from = effect === 'extends' && before !== null ? before.due : state.base!
  const several = state.exclusions.filter(({ to }) => to !== null && to > state.base!).length > 1
  return [
    `，${formatChinese(count.due)}届满`,
    ...(several ? [`各次合计排除${count.excluded}个工作日，重叠的只计一次`] : []),
    ...(effect === 'defers' ? [] : [explainDays(calendar, from, count.due)]),
  ]
    .filter((clause) => clause !== '')
    .join('；')
}

function waitingFor(state: ClockState): Clock['waitingFor'] {
  if (state.ended !== null) return []
  return [
    ...(state.correction === null ? [] : (['correction'] as const)),
    ...(state.fee === null ? [] : (['fee'] as const)),
    ...(state.exclusions.some(({ to }) => to === null) ? (['consultation'] as const) : []),
  ]
}

function waitName(wait: Clock['waitingFor'][number]): string {
  return { correction: '等待补正', fee: '等待缴费', consultation: '征求意见尚未结束' }[wait]
}

/** What nobody did: seen only from a day after. */
function attention({ state, count, asOf }: Outcome): readonly Problem[] {
  if (asOf === undefined || state.ended !== null) return []
  const { correction, fee } = state
  return [
    ...(count !== null && asOf > count.due
      ? [problem(asOf, 'overdue', `答复期限已于${formatChinese(count.due)}届满，尚未答复`, ['条例§33¶2'])]
      : []),
    ...(correction?.by && asOf > correction.by
      ? [
          problem(
            asOf,
            'correctionOverdue',
            `申请人至${formatChinese(correction.by)}未补正，无正当理由的视为放弃申请`,
            ['条例§30'],
          ),
        ]
      : []),
    ...(fee !== null && asOf > fee.payBy
      ? [
          problem(
            asOf,
            'feeOverdue',
            fee.isServed
              ? `申请人至${formatChinese(fee.payBy)}未缴费，视为放弃申请`
              : `自发出收费通知之日计，缴费期限已于${formatChinese(fee.payBy)}届满；送达日未登记，不能视为放弃申请，请核实送达情况`,
            ['办法§6'],
          ),
        ]
      : []),
  ]
}

function leftAside(
  all: readonly ClockEvent[],
  seen: readonly ClockEvent[],
  asOf: Day | undefined,
): readonly Problem[] {
  const count = all.length - seen.length
  if (asOf === undefined || count === 0) return []
  return [problem(asOf, 'afterAsOf', `${count}个事项晚于${formatChinese(asOf)}，未计入`, [])]
}
