import { Form, Link } from 'react-router'
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  formatChinese,
  partsOf,
  quarterStart,
} from '../../../../law/day.ts'
import type { DayRange } from '../../../../office/ports.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { overviewHref } from './overview-href.ts'

/** Times that are often asked for, as seen on that day. */
export function usualPeriods(today: Day): readonly { readonly label: string; readonly period: DayRange }[] {
  const { year, month } = partsOf(today)
  return [
    { label: '今年以来', period: { from: dayOf(year, 1, 1), to: today } },
    { label: '本季度', period: { from: quarterStart(today), to: today } },
    { label: '本月', period: { from: dayOf(year, month, 1), to: today } },
    {
      label: '上月',
      period: { from: addMonths(dayOf(year, month, 1), -1), to: addDays(dayOf(year, month, 1), -1) },
    },
    { label: `${year - 1}年全年`, period: { from: dayOf(year - 1, 1, 1), to: dayOf(year - 1, 12, 31) } },
  ]
}

interface PeriodFormProps {
  readonly organ: string
  readonly today: Day
  readonly period: DayRange
  readonly wrong: string | null
  readonly typed: { readonly from: string; readonly to: string } | null
}

/** Chooses the time; the address says which. */
export function PeriodForm({ organ, today, period, wrong, typed }: PeriodFormProps) {
  const shown = typed ?? { from: formatChinese(period.from), to: formatChinese(period.to) }
  return (
    <Form method="get" className="work-filter noprint" noValidate key={`${shown.from} ${shown.to}`}>
      <nav aria-label="常用期间" className="overview__usual">
        {usualPeriods(today).map(({ label, period: { from, to } }) => (
          <Link
            key={label}
            to={overviewHref(organ, { from, to })}
            aria-current={from === period.from && to === period.to ? 'true' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      <TextField
        name="from"
        label="统计期间起于"
        defaultValue={shown.from}
        autoComplete="off"
        error={wrong ?? undefined}
      />
      <TextField name="to" label="统计期间止于" defaultValue={shown.to} autoComplete="off" />
      <Button type="submit">查看</Button>
    </Form>
  )
}
