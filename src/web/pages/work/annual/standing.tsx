import { Link } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { Cites } from '../../../ui/cite.tsx'
import { Note } from '../../../ui/note.tsx'
import { cellId } from '../reports/anchors.ts'
import { sectionAnchor } from '../reports/report-forms.tsx'
import { annualYearHref } from '../rooms.ts'
import { type AnnualReport, nearness } from './annual-words.ts'

/** Where a place of the report is: the cell or the section that something is about. */
export const placeHref = (about: string | null): string =>
  about === null || about === ''
    ? '#main'
    : about.includes('/')
      ? `#${cellId(about)}`
      : `#${sectionAnchor(about === 'preamble' ? 0 : Number(about))}`

/** How things stand: why it was returned, what was published, by when it is due, what is still wanting. */
export function Standing({ report }: { readonly report: AnnualReport }) {
  const { status, returned, revision, deadline, basis, submission, publications, obstacles, year, organ } =
    report
  const here = annualYearHref(organ.id, year)
  return (
    <>
      {status === 'returned' && returned !== null && (
        <Note state="late" title={`${formatChinese(returned.on)}被退回，请按下列理由修改后重新报送`}>
          <ul className="list">
            {returned.reasons.map(({ about, text }) => (
              <li key={text}>
                <a href={placeHref(about)}>{text}</a>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {status === 'revising' && revision !== null && (
        <Note state="soon" title="正在更正已经公布的报告">
          理由：{revision.reason.replace(/。$/, '')}。原来的第 {publications.length}{' '}
          版在更正公布以前一直有效，以后也可查阅。
        </Note>
      )}
      {status === 'accepted' && (
        <Note state="ok" title="上级机关已经通过，可以公布">
          {report.accepted?.note}
        </Note>
      )}
      {basis === 'snapshot' && submission !== null && (
        <Note state="info">
          显示的是{formatChinese(submission.on)}报送时的存档，不随此后的办理变化。
          <Link to={`${here}/compare?against=snapshot`}>与现在的数字比较</Link>
        </Note>
      )}
      {status === 'writing' && nearness(deadline.left) !== 'ok' && (
        <Note state={nearness(deadline.left) === 'late' ? 'late' : 'soon'}>
          {deadline.because} <Cites of={deadline.cites as never} audience="staff" />
        </Note>
      )}
      {report.counting.length > 0 && (
        <Note state="plain">本机关自定的计数口径：{report.counting.join('；')}。</Note>
      )}
      {basis === 'live' && obstacles.length > 0 && (
        <Note state="info">
          报送以前还有 {obstacles.length} 处需要补充或者修改。<Link to={`${here}/findings`}>逐处查看</Link>
        </Note>
      )}
    </>
  )
}
