import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { recordKinds } from '../../../../office/documents/records/record.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { TabLinks } from '../../../ui/tabs.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { disclosureHref, disclosurePageHref, recordsHref } from './disclosure-href.ts'
import type { DisclosureFrame } from './open-disclosure.ts'

/** The pages of an organ, in the order in which they are looked at. */
const pagesOf = (organ: string, oversees: boolean) => [
  { title: '发布后检查', href: disclosureHref(organ) },
  { title: '栏目更新', href: disclosurePageHref(organ, 'columns') },
  { title: '规范性文件', href: disclosurePageHref(organ, 'register') },
  { title: '标准目录', href: disclosurePageHref(organ, 'catalogue') },
  ...(['account', 'concern', 'call', 'correction', 'special', 'appraisal'] as const).map((kind) => ({
    title: recordKinds[kind],
    href: recordsHref(organ, kind),
  })),
  { title: '发布渠道', href: disclosurePageHref(organ, 'channels') },
  { title: '导入导出', href: disclosurePageHref(organ, 'transfer') },
  ...(oversees ? [{ title: '各机关', href: disclosurePageHref(organ, 'organs') }] : []),
]

interface DisclosureHeadProps {
  readonly frame: DisclosureFrame
  readonly title: string
  readonly note?: string
  readonly acts?: ReactNode
}

/** Title, whose it is, and the way to the other pages. */
export function DisclosureHead({ frame, title, note, acts }: DisclosureHeadProps) {
  const { organ, organName, oversees, above } = frame
  const { pathname } = useLocation()
  const links = pagesOf(organ, oversees).map((page) => ({
    ...page,
    current: page.href === disclosureHref(organ) ? pathname === page.href : pathname.startsWith(page.href),
  }))
  return (
    <>
      {above !== null && (
        <Breadcrumb
          above={[{ title: '各机关', href: disclosurePageHref(above, 'organs') }]}
          here={organName}
        />
      )}
      <PageHead title={title} note={[organName, note].filter(Boolean).join(' · ')} acts={acts} />
      <TabLinks label="发布后管理" links={links} />
    </>
  )
}
