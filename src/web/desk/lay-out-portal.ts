/** The public pages' part of the desk: an organ with its columns, from what the API tells everybody. */
import { proactiveItems } from '../../law/catalogue.ts'
import { type DocumentClass, documentClasses } from '../../office/documents/classes.ts'
import { type ColumnKey, columns } from '../../office/documents/columns.ts'
import type { DisclosureOffice } from '../../office/organs/organ.ts'
import type { ProblemDocument } from '../http/problem.ts'
import { reportsColumnHref } from '../pages/portal/annual-report-href.ts'
import { listedOf } from '../pages/portal/listed-document.ts'
import {
  callsHref,
  columnHref,
  contactHref,
  correctionsHref,
  documentsHref,
  guideHref,
  homeHref,
  institutionsHref,
  openDataHref,
  policiesHref,
  registerHref,
  specialsHref,
} from '../pages/portal/portal-href.ts'
import { publicAssessmentsHref } from '../pages/work/assessment/assessment-href.ts'
import type { AnsweredBy, Api } from './api.ts'
import type { OrganFrame, OrganHome, PortalColumn, PortalDesk } from './portal-desk.ts'

/** Documents on the home page. */
const latest = 8

/** Too many questions, or too busy: the page says to come again, not that there is nothing. */
const notNow = ({ status }: ProblemDocument) => new Response(null, { status })

export const portalDesk = (api: Api): PortalDesk => ({
  frame: (organ) => frameOf(api, organ),
  async home(organ) {
    const [frame, catalogue] = await Promise.all([
      frameOf(api, organ),
      api.call('browsePublished', { params: { organ }, query: { limit: latest } }),
    ])
    if (frame === null) return null
    if (!catalogue.ok) throw notNow(catalogue.problem)
    return homeOf(organ, frame, catalogue.body)
  },
})

async function frameOf(api: Api, organ: string): Promise<OrganFrame | null> {
  const read = await api.call('readPublicOrgan', { params: { organ } })
  if (!read.ok && read.problem.status === 404) return null
  if (!read.ok) throw notNow(read.problem)
  const { name, above, closed, channels } = read.body
  const office = read.body.office as unknown as DisclosureOffice
  const home = homeHref(organ)
  // What is done with an organ that works; of one that is no more everything stays to be read.
  const works = closed === null
  const online = channels.includes('online')
  return {
    organ: {
      name,
      home,
      government: above === null ? null : { name: above.name, href: homeHref(above.id) },
      search: `${home}/search`,
      contacts: works
        ? [`${office.name} ${office.phone}`.trim(), office.hours].filter((line) => line !== '')
        : [],
      closed: closed && {
        since: closed.on,
        successor: closed.successor && {
          title: closed.successor.name,
          href: homeHref(closed.successor.id),
        },
      },
      footLinks: [
        ...(works
          ? [
              { title: '联系方式和投诉、举报', href: contactHref(organ) },
              { title: '纠错', href: correctionsHref(organ) },
            ]
          : []),
        { title: '第三方答复意见', href: `${home}/consultations` },
        { title: '考核评议', href: publicAssessmentsHref(organ) },
        { title: '开放数据和订阅', href: openDataHref(organ) },
        { title: '全部机关', href: '/' },
      ],
      accessibility: null,
    },
    apply: online ? { href: `${home}/apply`, trackHref: `${home}/track`, numberExample: '2026-1' } : null,
    inPerson: !works
      ? ''
      : [office.address, office.hours, office.phone].filter((line) => line !== '').join('，'),
  }
}

type Catalogue = AnsweredBy<'browsePublished'>

function homeOf(organ: string, frame: OrganFrame, { rows, total, facets }: Catalogue): OrganHome {
  const under = (kind: DocumentClass) => facets.class.find(({ key }) => key === kind)?.count ?? 0
  const open = (Object.keys(columns) as ColumnKey[]).filter((key) => columns[key].classes.some(under))
  return {
    ...frame,
    columns: columnsOf(organ, frame, facets.class),
    more: [
      { title: '政策文件库', href: policiesHref({ organ }) },
      { title: '规章和规范性文件目录', href: registerHref(organ) },
      { title: '征求意见', href: callsHref(organ) },
      { title: '专题', href: specialsHref(organ) },
      { title: '办理进度', href: `${homeHref(organ)}/track` },
    ],
    latest: {
      documents: rows.map((row) => listedOf(row)),
      total,
      allHref: documentsHref(organ),
      columns: open.map((key) => ({ title: columns[key].caption, href: columnHref(organ, key) })),
    },
    catalogue: Object.entries(proactiveItems).map(([item, { caption }], place) => ({
      item: place + 1,
      title: caption,
      href: documentsHref(organ, { item }),
      updatedOn: facets.item.find(({ key }) => key === item)?.newest ?? null,
    })),
  }
}

/** In the order of the norm (国办公开办函〔2019〕61号). */
function columnsOf(
  organ: string,
  { organ: { closed }, apply }: OrganFrame,
  classes: Catalogue['facets']['class'],
): readonly PortalColumn[] {
  const entries = (Object.keys(documentClasses) as DocumentClass[]).flatMap((kind) => {
    const count = classes.find(({ key }) => key === kind)?.count ?? 0
    const href = documentsHref(organ, { class: kind })
    return count === 0 ? [] : [{ title: documentClasses[kind].caption, href, count }]
  })
  const column = (title: string, href: string) => ({ title, href, current: false, entries: [] })
  const works = closed == null
  return [
    ...(works ? [column('政府信息公开指南', guideHref(organ))] : []),
    column('政府信息公开制度', institutionsHref(organ)),
    { ...column('法定主动公开内容', documentsHref(organ)), current: true, entries },
    column('政府信息公开年报', reportsColumnHref(organ)),
    ...(works ? [column('依申请公开', apply?.href ?? `${homeHref(organ)}/apply`)] : []),
  ]
}
