import type { ReactNode } from 'react'
import { type Day, formatChinese } from '../../law/day.ts'
import { zh } from '../../law/glossary.ts'
import { Badge } from './badge.tsx'

interface DueDateProps {
  /** Whose day it is: 镇政府最迟答复日, 答复到期. */
  readonly label: string
  /** Null where no day can be said, because the period has not begun or stands still. */
  readonly due: Day | null
  /** False where the day may still move: it is then dashed, and said to be provisional. */
  readonly firm: boolean
  /** Said in place of a day that is not there: 收到补正后起算. */
  readonly instead?: string
  /** Further states: 期限暂停中, 逾期. */
  readonly marks?: ReactNode
  /** The reason in one line. The steps stand below, in `ClockSteps`. */
  readonly because?: ReactNode
}

/** The day first and large, then its reason. */
export function DueDate({ label, due, firm, instead = '尚未起算', marks, because }: DueDateProps) {
  return (
    <div className="due">
      <p className="due__label">{label}</p>
      <p className="due__day">
        {due === null ? instead : <DayText day={due} firm={firm} />}
        {due !== null && !firm && <Badge state="prov">{zh('provisional')}</Badge>}
        {marks}
      </p>
      {because !== undefined && <p className="due__why">{because}</p>}
    </div>
  )
}

interface DayTextProps {
  readonly day: Day
  readonly firm?: boolean
}

/** A day as it is written, 2026年3月6日; dashed where it may still move. */
export function DayText({ day, firm = true }: DayTextProps) {
  return (
    <time dateTime={day} {...(!firm && { className: 'day--prov' })}>
      {formatChinese(day)}
    </time>
  )
}
