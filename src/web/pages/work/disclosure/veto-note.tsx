import { Link } from 'react-router'
import { columnVetoes, freshnessRules } from '../../../../law/timeliness.ts'
import { Cites } from '../../../ui/cite.tsx'
import { Note } from '../../../ui/note.tsx'
import { disclosurePageHref } from './disclosure-href.ts'

interface VetoNoteProps {
  readonly organ: string
  readonly stale: number
  readonly blank: number
  readonly veto: boolean
}

/** The numbers of columns at which the whole site fails, and how near it is. */
export function VetoNote({ organ, stale, blank, veto }: VetoNoteProps) {
  const { from = 0, cites } = freshnessRules.noticeColumn
  if (!veto && stale + blank === 0) return null
  return (
    <Note
      state={veto ? 'late' : 'soon'}
      title={veto ? '达到网站检查的单项否决' : `栏目 ${stale} 个过期、${blank} 个空白`}
    >
      空白栏目达到 {columnVetoes.empty} 个，或者过期栏目达到 {from} 个，整个网站检查不合格。现在过期 {stale}{' '}
      个、空白 {blank} 个。<Link to={disclosurePageHref(organ, 'columns')}>看各栏目</Link>{' '}
      <Cites of={cites} audience="staff" />
    </Note>
  )
}
