import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { Badge } from '../../ui/badge.tsx'
import { paperHref } from './rooms.ts'

export type Paper = AnsweredBy<'readRequest'>['papers'][number]

/** What a paper is called where its name may not be known or is erased. */
export const namelessPaper = '无权查看或者已经删除的材料'

interface StateProps {
  readonly organ: string
  readonly request: string
  readonly paper: Paper
  readonly papers: readonly Paper[]
  readonly names: Readonly<Record<string, string>>
  /** Whether the case is at a stage in which enclosures are decided on, and this person may. */
  readonly mayDecide: boolean
}

/** Whether a paper may leave with the reply, who decided so, and where to decide it. */
export function PaperState({ organ, request, paper, papers, names, mayDecide }: StateProps) {
  const { purpose, decided } = paper
  if (purpose !== 'enclosure') return <Badge state="plain">入卷时已检查</Badge>
  const gate = (words: string) =>
    mayDecide && <Link to={`${paperHref(organ, request, paper.id)}/gate`}>{words}</Link>
  if (decided === null) {
    return (
      <span>
        <Badge state="soon">待核查</Badge> {gate('核查')}
      </span>
    )
  }
  const { as, because, replacedBy, acknowledged, on, by } = decided
  const who = names[by]
  const when = `${who === undefined ? '' : `${who}，`}${formatChinese(on)}`
  const instead = papers.find(({ hash, purpose: of }) => of === 'enclosure' && hash === replacedBy)
  const said: ReactNode =
    as === 'cleared' ? (
      acknowledged.length > 0 && `${acknowledged.length} 项发现已说明理由。`
    ) : (
      <>
        {because}
        {replacedBy !== null && `；以“${instead?.name ?? '另一份文件'}”替换`}。
      </>
    )
  return (
    <span>
      <Badge state={as === 'cleared' ? 'ok' : 'plain'}>{as === 'cleared' ? '放行' : '不提供'}</Badge>{' '}
      <span className="text-ink-2">
        {said}
        {when}
      </span>{' '}
      {gate(as === 'cleared' ? '改为不提供' : '重新核查')}
    </span>
  )
}
