import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysInMonth,
  formatWeekday,
  isWeekend,
  partsOf,
  type Weekday,
  weekdayOf,
} from '../../law/day.ts'
import { Button } from './button.tsx'
import { WeekHead } from './week-head.tsx'

/** What the notices say of days: 休 off, 班 worked though a weekend. A day without a mark follows the week. */
export type DayMarks = Readonly<Partial<Record<Day, '休' | '班'>>>

interface MonthGridProps {
  readonly value: Day | null
  /** The month that is shown first, where nothing is chosen. */
  readonly today: Day
  readonly marks?: DayMarks | undefined
  /** Whether it takes the keyboard as soon as it appears, as in a popover. */
  readonly takesFocus?: boolean
  readonly onChoose: (day: Day) => void
}

const week: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]

/** The days of a month in weeks from Monday; null before the first and behind the last. */
export const weeksOf = (day: Day): readonly (readonly (Day | null)[])[] => {
  const { year, month } = partsOf(day)
  const first = dayOf(year, month, 1)
  const before = week.indexOf(weekdayOf(first))
  const days = daysInMonth(year, month)
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, row) =>
    Array.from({ length: 7 }, (_, column) => {
      const index = row * 7 + column - before
      return index >= 0 && index < days ? addDays(first, index) : null
    }),
  )
}

/** Where a key leads from a day; the keys of the calendar grid in the ARIA practices. */
const steps: Readonly<Record<string, (day: Day) => Day>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  Home: (day) => addDays(day, -week.indexOf(weekdayOf(day))),
  End: (day) => addDays(day, 6 - week.indexOf(weekdayOf(day))),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
}

const isOff = (day: Day, marks: DayMarks): boolean =>
  marks[day] === undefined ? isWeekend(day) : marks[day] === '休'

/** A month to choose a day from, with the days off and the make-up days in it. */
export function MonthGrid({ value, today, marks = {}, takesFocus = false, onChoose }: MonthGridProps) {
  const title = useId()
  const [at, setAt] = useState<Day>(value ?? today)
  const cursor = useRef<HTMLButtonElement>(null)
  const follows = useRef(takesFocus)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the day
  useEffect(() => {
    if (follows.current) cursor.current?.focus()
    follows.current = false
  }, [at])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    follows.current = true
    setAt(step(at))
  }
  const { year, month } = partsOf(at)
  return (
    <div className="month">
      <div className="month__head">
        <Button kind="quiet" small onClick={() => setAt(addMonths(at, -1))}>
          上月
        </Button>
        <span id={title} aria-live="polite">
          {year}年{month}月
        </span>
        <Button kind="quiet" small onClick={() => setAt(addMonths(at, 1))}>
          下月
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table with a cursor */}
      <table role="grid" aria-labelledby={title} onKeyDown={onKeyDown}>
        <WeekHead />
        <tbody>
          {weeksOf(at).map((days) => (
            <tr key={days.find((day) => day !== null)}>
              {days.map((day, column) =>
                day === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has no other name
                  <td key={column} />
                ) : (
                  <td
                    key={day}
                    data-chosen={day === value || undefined}
                    data-off={isOff(day, marks) || undefined}
                    data-today={day === today || undefined}
                  >
                    <button
                      type="button"
                      aria-pressed={day === value}
                      tabIndex={day === at ? 0 : -1}
                      ref={day === at ? cursor : undefined}
                      onClick={() => onChoose(day)}
                    >
                      <span className="sr">
                        {year}年{month}月
                      </span>
                      {partsOf(day).day}
                      <span className="sr">日 {formatWeekday(day)} </span>
                      {marks[day] !== undefined && <small data-m={marks[day]}>{marks[day]}</small>}
                    </button>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
