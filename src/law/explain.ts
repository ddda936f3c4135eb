import { type Calendar, type CalendarDay, entryOf, isKnown } from './calendar.ts'
import { addDays, type Day, formatMonthDay, isWeekend, partsOf, yearOf } from './day.ts'

interface Run {
  readonly entry: CalendarDay
  readonly from: Day
  readonly to: Day
}

/**
 * Why the days d with from < d ≤ to do not simply follow the week, in one Chinese clause: which holidays were
 * left out, which make-up days counted, by which notice, and which years are not announced. Empty where nothing
 * is out of the ordinary. 2月14日调休上班计入，春节2月15日至23日放假不计（国办发明电〔2025〕7号）
 */
export function explainDays(calendar: Calendar, from: Day, to: Day): string {
  const runs = noteworthy(calendar, from, to)
  const numbers = [...new Set(runs.map(({ entry }) => entry.number))]
  const byPaper = numbers.map((number) => {
    const said = runs.filter(({ entry }) => entry.number === number)
    const madeUp = said
      .filter(({ entry }) => entry.kind === 'makeUp')
      .map((run) => formatRun(run, yearOf(from)))
    const off = said
      .filter(({ entry }) => entry.kind === 'holiday')
      .map((run) => `${run.entry.name}${formatRun(run, yearOf(from))}`)
    const clauses = [
      ...(madeUp.length > 0 ? [`${madeUp.join('、')}调休上班计入`] : []),
      ...(off.length > 0 ? [`${off.join('、')}放假不计`] : []),
    ]
    return `${clauses.join('，')}（${number}）`
  })
  const unknown = unknownYears(calendar, from, to).map(
    (year) => `${year}年放假安排尚未公布，暂按法定节日推算，公布后须重算`,
  )
  return [...byPaper, ...unknown].join('；')
}

/** The years touched by the days d with from < d ≤ to whose notice is not loaded. */
export function unknownYears(calendar: Calendar, from: Day, to: Day): readonly number[] {
  const years = new Set<number>()
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (!isKnown(calendar, day)) years.add(yearOf(day))
  }
  return [...years]
}

function noteworthy(calendar: Calendar, from: Day, to: Day): readonly Run[] {
  const runs: Run[] = []
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const entry = entryOf(calendar, day)
    if (entry === undefined) continue
    const last = runs.at(-1)
    if (last && entry.kind === 'holiday' && sameReason(last.entry, entry) && addDays(last.to, 1) === day) {
      runs[runs.length - 1] = { ...last, to: day }
    } else {
      runs.push({ entry, from: day, to: day })
    }
  }
  return runs.filter(changesTheCount)
}

function sameReason(a: CalendarDay, b: CalendarDay): boolean {
  return a.kind === b.kind && a.name === b.name && a.number === b.number
}

/** A holiday that takes only Saturdays and Sundays needs no mention. */
function changesTheCount({ entry, from, to }: Run): boolean {
  if (entry.kind === 'makeUp') return true
  for (let day = from; day <= to; day = addDays(day, 1)) if (!isWeekend(day)) return true
  return false
}

function formatRun({ from, to }: Run, contextYear: number): string {
  const start = `${yearOf(from) === contextYear ? '' : `${yearOf(from)}年`}${formatMonthDay(from)}`
  if (from === to) return start
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  return `${start}至${sameMonth ? `${partsOf(to).day}日` : formatMonthDay(to)}`
}
