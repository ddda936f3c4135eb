/** Lays out the desk for one request: everything on it goes through the doors of the API, in the visitor's name. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ChartData, DrawnChart } from '../charts/chart-data.ts'
import { drawChart } from '../charts/draw-chart.ts'
import { writeFeed } from '../feeds/write-feed.ts'
import { keeping } from '../keeping.ts'
import { apiFor } from './api-caller.ts'
import type { Desk } from './desk.ts'
import { knowMourning } from './know-mourning.ts'
import { formsDesk } from './lay-out-forms.ts'
import { portalDesk } from './lay-out-portal.ts'
import { signInDesk } from './lay-out-sign-in.ts'
import type { DemonstrationAccount } from './sign-in-desk.ts'

export interface DeskOptions {
  /** The server whose API is called. */
  readonly app: FastifyInstance
  /** Where we are reached, such as https://gk.example. */
  readonly origin: string
  /** Accounts of the demonstration county; empty everywhere else. */
  readonly demonstration: readonly DemonstrationAccount[]
  /** Changes with every write through the server. */
  readonly version: () => number
  readonly development: boolean
}

/** Charts that are kept, each of some twenty kilobytes: to draw one takes ten milliseconds, and figures seldom change. */
const mostDrawn = 300

export function deskFor({ app, origin, ...house }: DeskOptions) {
  const mourns = knowMourning(house.version, () => performance.now())
  const drawn = keeping<DrawnChart>(mostDrawn)
  const draw = (chart: ChartData, id: string) =>
    drawn(JSON.stringify([id, chart]), () => drawChart(chart, id))
  return (request: FastifyRequest): Desk => {
    const api = apiFor(app, request, origin)
    const { development, demonstration } = house
    return {
      mourning: () => mourns(api),
      development,
      secure: origin.startsWith('https:'),
      api,
      portal: portalDesk(api),
      signIn: signInDesk(app, request, { origin, api, demonstration }),
      forms: formsDesk,
      charts: { draw },
      feeds: { write: writeFeed },
    }
  }
}
