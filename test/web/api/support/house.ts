/** A small house to ask over HTTP: three organs, a member of staff for each role, and a sign-in that believes a cookie. */
import { Writable } from 'node:stream'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Day } from '../../../../src/law/day.ts'
import { blankOrgan } from '../../../../src/office/organs/fields.ts'
import { type OrganRecord, rowOf } from '../../../../src/office/organs/organ.ts'
import type { OrganId } from '../../../../src/office/ports.ts'
import { readWaiting } from '../../../../src/office/reports/examined/read-waiting.ts'
import { readingRoom } from '../../../../src/office/reports/examined/reading-room.ts'
import { projectCase, type Role } from '../../../../src/office/requests/index.ts'
import type { StaffEvent } from '../../../../src/office/staff/events.ts'
import { streamOfStaff } from '../../../../src/office/streams.ts'
import type { Store } from '../../../../src/store/store.ts'
import { defaultLimits, type Limits } from '../../../../src/web/http/limits.ts'
import type { Parts, Readiness } from '../../../../src/web/http/parts.ts'
import { createServer } from '../../../../src/web/server.ts'
import { open } from '../../../store/support/office.ts'
import { faultsOfLog } from './log-check.ts'
import { seeded } from './people.ts'

export const baseUrl = 'https://gk.example'
export const api = '/api/v1'

/** county is above water; mountain is elsewhere. */
export const organs = { county: 'organ-county', water: 'organ-water', mountain: 'organ-mountain' } as const

/** Invented codes with true check characters: of the organs, and three that nobody has yet. */
export const codes = {
  county: '1133010000000000AG',
  water: '1133010000000000BK',
  mountain: '1133010000000000CN',
  spare: ['1133010000000000DR', '1133010000000000EW', '1133010000000000F0'],
} as const

export const staffRoles = [
  'handler',
  'reviewer',
  'head',
  'authority',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const satisfies readonly Role[]

export type StaffRole = (typeof staffRoles)[number]

/** Id of the invented member of staff with that role at that organ. */
export const staffId = (role: StaffRole, organ: keyof typeof organs = 'water'): string =>
  `staff-${organ}-${role}`

const record = (code: string, name: string, parent: string): OrganRecord => ({
  ...blankOrgan,
  code,
  name,
  parent,
  docPrefix: '示公',
  court: '示例县人民法院',
  reviewOrgan: '示例县人民政府',
  channels: ['online', 'email'],
  office: { ...blankOrgan.office, name: `${name}办公室`, address: '示例县示例路1号', phone: '0571-00000000' },
})

const roomy: Limits = {
  ...defaultLimits,
  perMinute: { read: 1e6, write: 1e6, public: 1e6, apply: 1e6, code: 1e6, signIn: 1e6 },
  triesAtOneCode: 1e6,
  lagMilliseconds: 0,
}

export interface Reply {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came
  readonly body: any
  readonly headers: LightMyRequestResponse['headers']
  readonly raw: Buffer
}

export interface Asking {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as it is, with its own content type. */
  readonly payload?: Buffer
}

export interface House {
  readonly store: Store
  readonly app: FastifyInstance
  /** Reads what waits to be read, as the service does by itself; how many. */
  readAll(): Promise<number>
  readonly log: () => string
  /** The last line of it. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was written
  readonly lastLine: () => any
  /** From now on it is morning of that day. */
  on(day: Day): void
  ask(who: string | null, method: string, path: string, asking?: Asking): Promise<Reply>
  close(): Promise<void>
}

export interface HouseOptions {
  /** Another server on the database of a house that is open. */
  readonly beside?: House
  /** Without organs and staff. */
  readonly empty?: boolean
  readonly place?: string
  readonly limits?: Partial<Limits>
  readonly parts?: Partial<Parts>
}

/** Ids are never the same, though houses may stand on one database. */
let made = 0

/** A server without a database: for what never comes as far as that. */
export const openShell = (options: Pick<HouseOptions, 'limits' | 'parts'> = {}): Promise<House> => {
  const nothing = { close: async () => {} } as Store
  return openHouse({ ...options, beside: { store: nothing } as House })
}

export async function openHouse({
  place = ':memory:',
  limits = {},
  parts = {},
  empty = false,
  beside,
}: HouseOptions = {}): Promise<House> {
  const store = beside?.store ?? (await open(place, { project: projectCase, connections: 30 }))
  if (!empty && beside === undefined) await furnish(store)
  let now = '2026-03-02T01:00:00.000Z'
  const lines: string[] = []
  const room = readingRoom(1)
  const app = createServer({
    office: store,
    signIn: {
      whoIs: async (headers) => {
        const cookie = headers.get('cookie') ?? ''
        const staff = /(?:^|; )staff=([^;]+)/.exec(cookie)?.[1]
        const mustChangePassword = cookie.includes('fresh')
        return staff === undefined
          ? null
          : { staff, secondFactor: !cookie.includes('once'), mustChangePassword }
      },
      handle: async (request) =>
        Response.json(
          { method: request.method, length: (await request.text()).length },
          {
            headers: [
              ['set-cookie', 'staff=1; Path=/'],
              ['set-cookie', 'other=2; Path=/'],
            ],
          },
        ),
    },
    now: () => now,
    newId: () => `id-${++made}`,
    newSecret: () => `SECRET${String(++made).padStart(6, '0')}`,
    baseUrl,
    tokenKey: new Uint8Array(32).fill(7),
    limits: { ...roomy, ...limits },
    log: new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk))
        done()
      },
    }),
    readingRoom: room,
    ready: async (): Promise<Readiness> => ({
      ready: true,
      checks: [{ name: 'database', ok: true, detail: '' }],
    }),
    ...parts,
  })
  await app.ready()
  return {
    store,
    app,
    readAll: () => readWaiting(store, { room, now: () => now }),
    log: () => lines.join(''),
    lastLine: () => JSON.parse(lines.at(-1) ?? '{}'),
    on(day) {
      now = `${day}T01:00:00.000Z`
    },
    ask: (who, method, path, asking) => ask(app, who, method, path, asking),
    async close() {
      await app.close()
      await room.close()
      if (beside === undefined) await store.close()
      const faults = faultsOfLog(lines.join(''), seeded)
      if (faults.length > 0) throw new Error(faults.join('\n'))
    },
  }
}

async function ask(
  app: FastifyInstance,
  who: string | null,
  method: string,
  path: string,
  { body, headers = {}, payload }: Asking = {},
): Promise<Reply> {
  const response = await app.inject({
    method: method as 'GET',
    url: path.startsWith('/') ? path : `${api}/${path}`,
    headers: {
      ...(who !== null && { cookie: `staff=${who}`, origin: baseUrl }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(payload !== undefined && { payload }),
  })
  const type = String(response.headers['content-type'] ?? '')
  return {
    status: response.statusCode,
    body:
      type.includes('json') && response.headers['content-encoding'] === undefined
        ? response.json()
        : response.payload,
    headers: response.headers,
    raw: response.rawPayload,
  }
}

async function furnish(store: Store): Promise<void> {
  await store.organs.put(rowOf(record(codes.county, '示例县人民政府', ''), organs.county, null))
  await store.organs.put(
    rowOf(record(codes.water, '示例县水利局', codes.county), organs.water, organs.county),
  )
  await store.organs.put(rowOf(record(codes.mountain, '示例山区管理局', ''), organs.mountain, null))
  for (const [name, organ] of Object.entries(organs) as [keyof typeof organs, OrganId][])
    await store.inTransaction(organ, async ({ staff, events }) => {
      for (const role of staffRoles) {
        const id = staffId(role, name)
        const account = `${name}-${role}`
        await staff.put({ id, organ, name: '某工作人员', account, mail: null, phone: null, suspended: false })
        await staff.grant({ staff: id, organ, role })
        const happened: readonly StaffEvent[] = [
          { kind: 'staffAdded', on: '2026-03-01', data: {} },
          { kind: 'roleGranted', on: '2026-03-01', data: { role } },
        ]
        await events.append(streamOfStaff(id), 0, happened, {
          actor: 'system',
          at: '2026-03-01T01:00:00.000Z',
        })
      }
    })
}
