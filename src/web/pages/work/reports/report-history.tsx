import { Link } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { inBeijing } from '../../../../office/beijing-time.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Panel } from '../../../ui/panel.tsx'
import { byWhom } from './report-facts.tsx'

interface ReportHistoryProps extends Pick<AnsweredBy<'readExaminedReport'>, 'readings' | 'reading'> {
  readonly names: Readonly<Record<string, string>>
  readonly here: string
}

/** Every reading there was, the newest first; none is ever replaced. */
export function ReportHistory({ readings, reading, names, here }: ReportHistoryProps) {
  return (
    <div id="readings">
      <Panel title="历次读数" aside="更正另存一次，原来的都在">
        <ul className="report__history">
          {readings.toReversed().map(({ number, kind, by, at, reason, cells }) => {
            const { day, hour } = inBeijing(at)
            const minute = at.slice(14, 16)
            return (
              <li key={number}>
                {number === reading ? (
                  <b>第 {number} 次</b>
                ) : (
                  <Link to={number === readings.length ? here : `?reading=${number}`}>第 {number} 次</Link>
                )}{' '}
                {kind === 'machine' ? '系统读取' : `${byWhom(by, names)}更正 ${Object.keys(cells).length} 格`}
                ，{formatChinese(day)} {hour}:{minute}
                {reason !== null && <p>理由：{reason}</p>}
              </li>
            )
          })}
        </ul>
      </Panel>
    </div>
  )
}
