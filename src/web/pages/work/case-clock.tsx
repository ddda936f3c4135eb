import type { ReactNode } from 'react'
import type { Day } from '../../../law/day.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { Badge } from '../../ui/badge.tsx'
import { Cites } from '../../ui/cite.tsx'
import { ClockReasons } from '../../ui/clock-steps.tsx'
import { DueDate } from '../../ui/due-date.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Ruler } from '../../ui/ruler.ts'
import { Term } from '../../ui/term.tsx'
import { WorkingDayRuler } from '../../ui/working-day-ruler.tsx'

export type CaseClock = AnsweredBy<'readRequest'>['clock']

const waits = { correction: '等申请人补正', fee: '等申请人缴费', consultation: '等征求的意见' } as const

interface ClockStripProps {
  readonly clock: CaseClock
  /** The day of the answer; the period is then over. */
  readonly answeredOn: Day | null
  /** Null where there is nothing to draw. */
  readonly ruler: Ruler | null
}

/** The day first, then how it was found, step by step with its articles. */
export function ClockStrip({ clock, answeredOn, ruler }: ClockStripProps) {
  const { due, firm, left, waitingFor, steps, problems } = clock
  const open = answeredOn === null
  return (
    <Panel>
      <div className="case__clock">
        <DueDate
          label={open ? '答复到期' : '已答复'}
          due={open ? due : answeredOn}
          firm={!open || firm}
          instead={waitingFor.length > 0 ? '期限停着' : '尚未起算'}
          marks={
            open && (
              <>
                {!firm && due !== null && <Term of="provisional" audience="staff" />}
                {left !== null && left < 0 && <Badge state="late">逾期</Badge>}
                {waitingFor.map((what) => (
                  <Badge key={what} state="wait">
                    {waits[what]}
                  </Badge>
                ))}
              </>
            )
          }
          {...(open && left !== null && { because: leftInWords(left) })}
        />
        {open && ruler !== null && <WorkingDayRuler ruler={ruler} />}
        {problems.map(({ code, message, cites }) => (
          <Note key={code + message} state={code === 'overdue' ? 'late' : 'soon'}>
            {message} <Cites of={cites as never} audience="staff" />
          </Note>
        ))}
        {steps.length > 0 && <ClockReasons steps={steps as never} />}
      </div>
    </Panel>
  )
}

const leftInWords = (left: number): ReactNode =>
  left === 0 ? (
    '今天是最后一日'
  ) : (
    <>
      {left < 0 ? `已过 ${-left} 个` : `还剩 ${left} 个`}
      <Term of="workingDay" audience="staff" />
    </>
  )
