import { Link } from 'react-router'
import { Note } from '../../../ui/note.tsx'
import { mocksHref } from './hrefs.ts'
import type { SoughtAt } from './sought-mocks.ts'

interface SoughtNoteProps {
  /** The organ that supervises. */
  readonly organ: string
  readonly sought: readonly SoughtAt[]
}

/** Before figures of organs are taken: in which of them a test request is perhaps counted still. */
export function SoughtNote({ organ, sought }: SoughtNoteProps) {
  if (sought.length === 0) return null
  return (
    <Note state="soon" title="有模拟申请还没有指认办件">
      {sought.map(({ name, count }) => `${name} ${count} 件`).join('、')}
      。对方登记了的，照常计入对方年度报告的数字；请先
      <Link to={mocksHref(organ, { standing: 'sought' })}>指认</Link>
      ，再通过、汇总。只有负责监督的人看到这条提示。
    </Note>
  )
}
