import type { ReactNode } from 'react'
import { formatChinese } from '../../../../law/day.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { TabLinks } from '../../../ui/tabs.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { annualHref, annualYearHref } from '../rooms.ts'
import { type AnnualReport, leftWords, statusMarks } from './annual-words.ts'

/** The pages of a report, in the order in which one works. */
const pages = [
  { path: '', title: '报告' },
  { path: '/figures', title: '填报数字' },
  { path: '/sections/1', title: '撰写正文' },
  { path: '/findings', title: '检查' },
  { path: '/compare', title: '比较' },
  { path: '/history', title: '办理记录' },
  { path: '/preview', title: '预览和下载' },
] as const

export type AnnualPage = (typeof pages)[number]['path']

interface ReportHeadProps {
  readonly report: Pick<
    AnnualReport,
    | 'organ'
    | 'year'
    | 'edition'
    | 'status'
    | 'statusCaption'
    | 'deadline'
    | 'findings'
    | 'obstacles'
    | 'asked'
  >
  readonly page: AnnualPage | null
  /** What this page is called, where it is none of those listed. */
  readonly title?: string
  readonly acts?: ReactNode
}

/** Above every page of a report: which, how far it has come, by when, and the ways to its other pages. */
export function ReportHead({ report, page, title, acts }: ReportHeadProps) {
  const { organ, year, status, statusCaption, deadline, edition } = report
  const here = annualYearHref(organ.id, year)
  const named = title ?? pages.find(({ path }) => path === page)?.title ?? ''
  const top = page === ''
  return (
    <>
      <Breadcrumb
        above={[
          { title: '年度报告', href: annualHref(organ.id) },
          ...(top ? [] : [{ title: `${year}年度`, href: here }]),
        ]}
        here={top ? `${year}年度` : named}
      />
      <PageHead
        title={top ? `${year}年度报告` : `${year}年度报告：${named}`}
        note={
          <>
            {organ.name} · {edition.id} 年表式 · <Badge state={statusMarks[status]}>{statusCaption}</Badge>
            {status !== 'published' && (
              <>
                {' '}
                {formatChinese(deadline.workingDay)}前公布，{leftWords(deadline.left)}
              </>
            )}
          </>
        }
        {...(acts !== undefined && { acts })}
      />
      <div className="noprint annual__tabs">
        <TabLinks
          label="报告的各页"
          links={pages.map(({ path, title: text }) => ({
            href: `${here}${path}`,
            title: text + countOf(path, report),
            current: path === page,
          }))}
        />
      </div>
    </>
  )
}

const countOf = (path: AnnualPage, { findings, asked }: ReportHeadProps['report']): string => {
  const count = path === '/figures' ? asked.length : path === '/findings' ? findings.length : 0
  return count === 0 ? '' : `（${count}）`
}
