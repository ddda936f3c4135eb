import { Link } from 'react-router'
import { Facts } from '../../../ui/facts.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { groupedFindings, placeFindings } from '../reports/findings-order.ts'
import { annualYearHref } from '../rooms.ts'
import type { AnnualReport } from './annual-words.ts'
import { findingIn, readingsIn } from './open-report.ts'

/** What submission keeps as it stands, what is wanting before it, and what will remain. */
export function SubmitFacts({ report }: { readonly report: AnnualReport }) {
  const { obstacles, cells, findings, organ, year } = report
  const here = annualYearHref(organ.id, year)
  const groups = groupedFindings(placeFindings(findings.map(findingIn), readingsIn(cells)))
  const corrected = cells.filter(({ correction }) => correction !== null)
  return (
    <>
      {obstacles.length > 0 && (
        <Note state="late" title={`还有 ${obstacles.length} 处需要补充或者修改，现在不能报送`}>
          <p>
            <Link to={`${here}/findings`}>逐处查看和修改</Link>
          </p>
        </Note>
      )}
      <Panel title="报送时固定下来的内容">
        <div className="stack">
          <p>
            报送时把整份报告连同全部数字做成存档，并计算校验值；此后申请件再有变化，存档不变，差异另外列出。
          </p>
          <Facts
            grid
            facts={[
              { label: '数字', value: `${cells.length} 格` },
              { label: '更改了计数', value: `${corrected.length} 格` },
              {
                label: '检查的发现',
                value:
                  groups.length === 0
                    ? '没有'
                    : groups.map(({ word, all }) => `${word} ${all.length}`).join('、'),
              },
            ]}
          />
          {groups.length > 0 && (
            <>
              <p>下列发现不妨碍报送，审核的人会看到；能改的先改。</p>
              <ul className="list">
                {groups.flatMap(({ word, all }) =>
                  all.map(({ number, finding }) => (
                    <li key={number}>
                      {word}：{finding.message}
                    </li>
                  )),
                )}
              </ul>
            </>
          )}
        </div>
      </Panel>
    </>
  )
}
