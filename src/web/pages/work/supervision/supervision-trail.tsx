import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { supervisionHref } from './hrefs.ts'

interface SupervisionTrailProps {
  readonly organ: string
  /** The list that the page belongs to. */
  readonly list: string
  readonly href: string
  readonly here: string
}

/** Where a page of supervision stands: below its list, and below the county at a glance. */
export const SupervisionTrail = ({ organ, list, href, here }: SupervisionTrailProps) => (
  <Breadcrumb
    above={[
      { title: '监督保障', href: supervisionHref(organ) },
      { title: list, href },
    ]}
    here={here}
  />
)
