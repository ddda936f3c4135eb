import { zh } from '../../../law/glossary.ts'
import type { Action } from '../../../office/requests/index.ts'
import type { Crumb } from '../../ui/breadcrumb.tsx'
import type { Duty } from '../../ui/work-nav.tsx'
import { assessmentHref, assessmentRooms } from './assessment/assessment-href.ts'
import { disclosureHref, disclosurePageHref } from './disclosure/disclosure-href.ts'
import { documentsHref } from './documents/document-href.ts'
import { filingsDoor } from './filings/filings-href.ts'
import { overviewHref } from './overview/overview-href.ts'
import { mendingHref, supervisionHref, supervisionRooms } from './supervision/hrefs.ts'
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

/** The ways through the workbench that are open to somebody, for the organ in view. */
export function wayFor(
  me: Me,
  organ: OwnOrgan | null,
  asked?: string,
): { readonly home: Crumb | null; readonly duties: readonly Duty[] } {
  const rooms = administrationRoomsFor(me, asked)
  const administering = { title: '管理与平台', rooms }
  // Who only administers has nothing to do today, and begins where there is something.
  if (organ === null && rooms.length > 0) return { home: null, duties: [administering] }
  return {
    home: { title: '今日', href: organ === null ? '/work' : `/work?organ=${encodeURIComponent(organ.id)}` },
    duties: [...(organ === null ? [] : dutiesAt(me, organ.id)), administering].filter(
      (duty) => duty.rooms.length > 0,
    ),
  }
}

/** The duties of disclosure, each with the rooms that serve it and may be entered. */
function dutiesAt(me: Me, organ: string): readonly Duty[] {
  const open = (title: string, href: string, actions: readonly Action[], also: readonly string[] = []) =>
    actions.some((action) => mayAt(me, organ, action)) ? [{ title, href, also }] : []
  return [
    {
      title: zh('onRequest'),
      rooms: [
        { title: '办件', href: requestsHref(organ) },
        ...open('收件登记', intakeHref(organ), ['receive'], [registerHref(organ)]),
      ],
    },
    {
      title: zh('proactive'),
      rooms: [
        ...open('主动公开', documentsHref(organ), ['readDocuments']),
        ...open('发布后管理', disclosureDoor(me, organ), ['readDocuments'], [disclosureHref(organ)]),
      ],
    },
    {
      title: '年度报告',
      rooms: [
        ...open('年度报告', annualHref(organ), ['readReport']),
        ...open('年报核查', reportsHref(organ), ['examineReports']),
        ...open('年报收报', filingsDoor(organ), ['overseeReports']),
      ],
    },
    {
      title: '监督保障',
      rooms: [
        ...open('监督保障', supervisionHref(organ), ['supervise'], supervisionRooms(organ)),
        ...open('考核评议', assessmentHref(organ), ['readAssessment'], assessmentRooms(organ)),
        ...open('督办整改', mendingHref(organ), ['readMending']),
        ...open('公众反馈', feedbackHref(organ), ['annotate', 'supervise']),
        ...open('领导看板', overviewHref(organ), ['approve', 'supervise']),
      ],
    },
  ]
}

/** Whoever oversees others begins with all of them. */
const disclosureDoor = (me: Me, organ: string): string =>
  mayAt(me, organ, 'supervise') ? disclosurePageHref(organ, 'organs') : disclosureHref(organ)

/** Keys that lead to the rooms. */
export const shortcutsOf = (home: Crumb | null, duties: readonly Duty[]) => {
  const rooms = [...(home === null ? [] : [home]), ...duties.flatMap((duty) => duty.rooms)]
  return Object.entries({ 今日: 'g b', 办件: 'g r', 收件登记: 'n' }).flatMap(([title, keys]) => {
    const room = rooms.find((each) => each.title === title)
    return room === undefined ? [] : [{ keys, says: title, href: room.href }]
  })
}

export const requestsHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/requests`

export const intakeHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/intake`

export const registerHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/register`

/** `below`: the organ below it whose ratings are shown alone. */
export const feedbackHref = (
  organ: string,
  { year, below }: { readonly year?: number; readonly below?: string } = {},
): string => {
  const asked = new URLSearchParams({
    ...(year !== undefined && { year: String(year) }),
    ...(below !== undefined && { below }),
  })
  return `/work/${encodeURIComponent(organ)}/feedback${asked.size === 0 ? '' : `?${asked}`}`
}

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
