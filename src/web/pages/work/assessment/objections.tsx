import type { ReactNode } from 'react'
import { formatChinese } from '../../../../law/day.ts'
import type { Findings, Objection } from '../../../../office/supervision/assessment/record.ts'
import { allLeaves, type IndicatorSystem } from '../../../../office/supervision/assessment/system.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'

/** What an objection is about, in words. */
export function subjectOf(
  system: IndicatorSystem,
  findings: Findings | null,
  { leaf, found }: Pick<Objection, 'leaf' | 'found'>,
): string {
  const caption = allLeaves(system).find(({ id }) => id === leaf)?.caption ?? '单项否决'
  const each = [...(findings?.marks[leaf]?.found ?? []), ...(findings?.vetoes ?? [])].find(
    ({ id }) => id === found,
  )
  return each === undefined ? caption : `${caption}：${each.what}（${each.where}）`
}

interface ObjectionsProps {
  readonly system: IndicatorSystem
  readonly findings: Findings | null
  readonly objections: readonly Objection[]
  /** What can be done about one that is not decided. */
  readonly answer?: (objection: Objection) => ReactNode
}

/** Objections with their answers, those that wait first. */
export const Objections = ({ system, findings, objections, answer }: ObjectionsProps) =>
  objections.length > 0 && (
    <Panel title="异议" aside={`${objections.filter(({ decision }) => decision === null).length} 项待答复`}>
      <ul className="stack">
        {objections
          .toSorted((a, b) => Number(a.decision !== null) - Number(b.decision !== null))
          .map((objection) => (
            <li key={objection.id}>
              <Note
                state={objection.decision === null ? 'soon' : 'plain'}
                title={`${formatChinese(objection.on)} · ${subjectOf(system, findings, objection)}`}
              >
                <p>{objection.reason}</p>
                {objection.decision === null ? (
                  answer?.(objection)
                ) : (
                  <p>
                    <Badge state={objection.decision.upheld ? 'ok' : 'plain'}>
                      {objection.decision.upheld ? '异议成立' : '异议不成立'}
                    </Badge>{' '}
                    {formatChinese(objection.decision.on)}：{objection.decision.reason}
                  </p>
                )}
              </Note>
            </li>
          ))}
      </ul>
    </Panel>
  )
