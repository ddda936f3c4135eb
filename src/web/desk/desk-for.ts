/** Lays out the desk for one request: everything on it goes through the doors of the API, in the visitor's name. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Guide } from '../../office/intake/guide.ts'
import { drawChart } from '../charts/draw-chart.ts'
import type { ProblemDocument } from '../http/problem.ts'
import type { Api } from './api.ts'
import { apiFor } from './api-caller.ts'
import type { Desk } from './desk.ts'
import { formsDesk } from './lay-out-forms.ts'
import { signInDesk } from './lay-out-sign-in.ts'
import type { PortalDesk } from './portal-desk.ts'
import type { DemonstrationAccount } from './sign-in-desk.ts'

export interface DeskOptions {
  /** The server whose API is called. */
  readonly app: FastifyInstance
  /** Where we are reached, such as https://gk.example. */
  readonly origin: string
  /** Accounts of the demonstration county; empty everywhere else. */
  readonly demonstration: readonly DemonstrationAccount[]
  readonly mourning: boolean
  readonly development: boolean
}

export function deskFor({ app, origin, ...house }: DeskOptions) {
  return (request: FastifyRequest): Desk => {
    const api = apiFor(app, request, origin)
    const { mourning, development, demonstration } = house
    return {
      mourning,
      development,
      secure: origin.startsWith('https:'),
      api,
      portal: portalDesk(api),
      signIn: signInDesk(app, request, { origin, api, demonstration }),
      forms: formsDesk,
      charts: { draw: drawChart },
    }
  }
}

/** Too many questions, or too busy: the page says to come again, not that there is nothing. */
const notNow = ({ status }: ProblemDocument) => new Response(null, { status })

const portalDesk = (api: Api): PortalDesk => ({
  async home(organ) {
    const [guide, organs] = await Promise.all([
      api.call('readGuide', { params: { organ } }),
      api.call('listPublicOrgans', {}),
    ])
    if (!guide.ok && guide.problem.status === 404) return null
    if (!guide.ok) throw notNow(guide.problem)
    if (!organs.ok) throw notNow(organs.problem)
    const own = organs.body.rows.find(({ id }) => id === organ)
    const above = organs.body.rows.find(({ id }) => id === own?.parent)
    const { organ: name, office } = guide.body as unknown as Guide
    const home = `/organs/${organ}`
    const online = own?.channels.includes('online') ?? false
    return {
      organ: {
        name,
        home,
        government: above === undefined ? null : { name: above.name, href: `/organs/${above.id}` },
        search: null,
        contacts: [`${office.name} ${office.phone}`.trim(), office.hours].filter((line) => line !== ''),
        footLinks: [
          { title: '联系方式和投诉、举报', href: `${home}/contact` },
          { title: '第三方答复意见', href: `${home}/consultations` },
          { title: '全部机关', href: '/' },
        ],
        accessibility: null,
      },
      columns: [
        { title: '政府信息公开指南', href: `${home}/guide`, current: false, entries: [] },
        { title: '政府信息公开年报', href: `${home}/annual-reports`, current: false, entries: [] },
        ...(online ? [{ title: '依申请公开', href: `${home}/apply`, current: false, entries: [] }] : []),
        { title: '办理进度', href: `${home}/track`, current: false, entries: [] },
      ],
      latest: { documents: [], total: 0, allHref: home },
      catalogue: [],
      apply: online ? { href: `${home}/apply`, trackHref: `${home}/track`, numberExample: '2026-1' } : null,
      inPerson: [office.address, office.hours, office.phone].filter((line) => line !== '').join('，'),
    }
  },
})
