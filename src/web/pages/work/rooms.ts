import type { Action } from '../../../office/requests/index.ts'
import type { Crumb } from '../../ui/breadcrumb.tsx'
import { assessmentHref } from './assessment/assessment-href.ts'
import { disclosureHref, disclosurePageHref } from './disclosure/disclosure-href.ts'
import { documentsHref } from './documents/document-href.ts'
import { filingsDoor } from './filings/filings-href.ts'
import { overviewHref } from './overview/overview-href.ts'
import { mendingHref, supervisionHref } from './supervision/hrefs.ts'
import { type Me, mayAt, type OwnOrgan } from './who.ts'

/** Rooms of administration: what one has to be permitted to enter, and what lies below the organ's address. */
const administration = [
  { title: '机关', action: 'manageOrgans', path: 'organs' },
  { title: '人员', action: 'manageStaff', path: 'staff' },
  { title: '放假安排', action: 'manageCalendar', path: 'calendar' },
  { title: '文书', action: 'manageTemplates', path: 'templates' },
  { title: '编号', action: 'manageSettings', path: 'numbering' },
  { title: '设置', action: 'manageSettings', path: 'settings' },
  { title: '运行', action: 'manageSettings', path: 'installation' },
  { title: '日志', action: 'readLog', path: 'log' },
] as const satisfies readonly { title: string; action: Action; path: string }[]

export type AdministrationRoom = (typeof administration)[number]['path']

/** Where a room of administration is, at an organ. */
export const roomHref = (organ: string, room: AdministrationRoom): string =>
  `/work/${encodeURIComponent(organ)}/${room}`

/**
 * The rooms of administration that somebody may enter: of the organ of the address where they are at home in it, else
 * of the one where they were given the right.
 */
export function administrationRoomsFor(me: Me, asked: string | undefined): readonly Crumb[] {
  return administration.flatMap(({ title, action, path }) => {
    const own = me.grants.filter(({ permissions }) => permissions.some((each) => each.action === action))
    const [first] = own
    if (first === undefined) return []
    const below = own.some(({ permissions }) =>
      permissions.some((each) => each.action === action && each.scope === 'subordinate'),
    )
    const here = asked !== undefined && (below || own.some(({ organ }) => organ === asked))
    return [{ title, href: roomHref(here && path !== 'installation' ? asked : first.organ, path) }]
  })
}

/** The rooms of the workbench that somebody may enter, for the organ in view. */
export const roomsFor = (me: Me, organ: OwnOrgan | null, asked?: string): readonly Crumb[] => {
  const rooms = administrationRoomsFor(me, asked)
  // Who only administers has nothing to do today, and begins where there is something.
  return organ === null && rooms.length > 0 ? rooms : [...caseRooms(me, organ), ...rooms]
}

const caseRooms = (me: Me, organ: OwnOrgan | null): readonly Crumb[] => [
  { title: '今日', href: organ === null ? '/work' : `/work?organ=${encodeURIComponent(organ.id)}` },
  ...(organ === null ? [] : [{ title: '办件', href: requestsHref(organ.id) }]),
  ...(organ !== null && mayAt(me, organ.id, 'receive')
    ? [{ title: '收件登记', href: intakeHref(organ.id) }]
    : []),
  ...(organ !== null && (mayAt(me, organ.id, 'annotate') || mayAt(me, organ.id, 'supervise'))
    ? [{ title: '公众反馈', href: feedbackHref(organ.id) }]
    : []),
  ...(organ !== null && mayAt(me, organ.id, 'readDocuments')
    ? [
        { title: '主动公开', href: documentsHref(organ.id) },
        { title: '发布后管理', href: disclosureDoor(me, organ.id) },
      ]
    : []),
  ...(organ !== null && mayAt(me, organ.id, 'readReport')
    ? [{ title: '年度报告', href: annualHref(organ.id) }]
    : []),
  ...(organ !== null && mayAt(me, organ.id, 'examineReports')
    ? [{ title: '年报核查', href: reportsHref(organ.id) }]
    : []),
  ...(organ !== null && mayAt(me, organ.id, 'overseeReports')
    ? [{ title: '年报收报', href: filingsDoor(organ.id) }]
    : []),
  ...(organ !== null && mayAt(me, organ.id, 'readAssessment')
    ? [{ title: '考核评议', href: assessmentHref(organ.id) }]
    : []),
  ...(organ !== null && mayAt(me, organ.id, 'supervise')
    ? [{ title: '监督保障', href: supervisionHref(organ.id) }]
    : []),
  ...(organ !== null && mayAt(me, organ.id, 'readMending')
    ? [{ title: '督办整改', href: mendingHref(organ.id) }]
    : []),
  ...(organ !== null && (mayAt(me, organ.id, 'approve') || mayAt(me, organ.id, 'supervise'))
    ? [{ title: '领导看板', href: overviewHref(organ.id) }]
    : []),
]

/** Whoever oversees others begins with all of them. */
const disclosureDoor = (me: Me, organ: string): string =>
  mayAt(me, organ, 'supervise') ? disclosurePageHref(organ, 'organs') : disclosureHref(organ)

/** Keys that lead to the rooms. */
export const shortcutsOf = (rooms: readonly Crumb[]) =>
  Object.entries({ 今日: 'g b', 办件: 'g r', 收件登记: 'n' }).flatMap(([title, keys]) => {
    const room = rooms.find((each) => each.title === title)
    return room === undefined ? [] : [{ keys, says: title, href: room.href }]
  })

export const requestsHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/requests`

export const intakeHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/intake`

export const registerHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/register`

export const feedbackHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/feedback`

export const requestHref = (organ: string, request: string): string =>
  `${requestsHref(organ)}/${encodeURIComponent(request)}`

export const lettersHref = (organ: string, request: string): string =>
  `${requestHref(organ, request)}/letters`

export const auditHref = (organ: string, request: string): string => `${requestHref(organ, request)}/audit`

export const papersHref = (organ: string, request: string): string => `${requestHref(organ, request)}/papers`

export const paperHref = (organ: string, request: string, paper: string): string =>
  `${papersHref(organ, request)}/${encodeURIComponent(paper)}`

/** Annual reports that others published, put in to be read and examined. */
export const reportsHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/reports`

export const reportHref = (organ: string, report: string): string =>
  `${reportsHref(organ)}/${encodeURIComponent(report)}`

/** The annual reports that the organ writes itself. */
export const annualHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/annual`

export const annualYearHref = (organ: string, year: number | string): string =>
  `${annualHref(organ)}/${encodeURIComponent(year)}`
