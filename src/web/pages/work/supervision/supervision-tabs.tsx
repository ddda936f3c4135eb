import { lives } from '../../../../office/supervision/lives.ts'
import { TabLinks } from '../../../ui/tabs.tsx'
import { inspectionsHref, mocksHref, recordsHref, samplesHref, supervisionHref } from './hrefs.ts'

/** Kinds of records that are filled in, in the order of the year. */
export const enteredKinds = [
  'task',
  'finding',
  'accountability',
  'complaint',
  'training',
  'meeting',
  'staffing',
  'liaison',
] as const

/** The rooms of supervision. `current`: a kind of record, or one of the rooms of its own. */
export function SupervisionTabs({ organ, current }: { readonly organ: string; readonly current: string }) {
  const kind = (each: (typeof enteredKinds)[number]) => ({
    key: each,
    title: lives[each].caption,
    href: recordsHref(organ, each),
  })
  const [task, finding, ...others] = enteredKinds
  const links = [
    { key: 'glance', title: '一览', href: supervisionHref(organ) },
    kind(task),
    { key: 'inspection', title: '巡查', href: inspectionsHref(organ) },
    kind(finding),
    { key: 'mock', title: lives.mock.caption, href: mocksHref(organ) },
    { key: 'sample', title: lives.sample.caption, href: samplesHref(organ) },
    ...others.map(kind),
  ]
  return (
    <div className="noprint">
      <TabLinks
        label="监督保障"
        links={links.map(({ key, title, href }) => ({ href, title, current: key === current }))}
      />
    </div>
  )
}
