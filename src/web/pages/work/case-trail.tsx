import { Breadcrumb, type Crumb } from '../../ui/breadcrumb.tsx'
import { requestHref, requestsHref } from './rooms.ts'

interface CaseTrailProps {
  readonly organ: string
  readonly id: string
  /** Null before the case has its number. */
  readonly number: string | null
  /** Pages between the case and this one. */
  readonly below?: readonly Crumb[]
  readonly here: string
}

/** Where a page of a case stands: below the case, and below all cases. */
export const CaseTrail = ({ organ, id, number, below = [], here }: CaseTrailProps) => (
  <Breadcrumb
    above={[
      { title: '办件', href: requestsHref(organ) },
      { title: number ?? '未编号', href: requestHref(organ, id) },
      ...below,
    ]}
    here={here}
  />
)
