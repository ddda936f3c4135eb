/** A house with a door: a founded city, its staff, and browsers that knock with real requests. */
import { createHmac } from 'node:crypto'
import { addStaff } from '../../../src/office/staff/add-staff.ts'
import { foundHouse } from '../../../src/office/staff/found-house.ts'
import { streamOfStaff } from '../../../src/office/streams.ts'
import type { Store } from '../../../src/store/store.ts'
import type { Hashing, SignInOptions } from '../../../src/web/sign-in/options.ts'
import { type SignIn, signIn } from '../../../src/web/sign-in/sign-in.ts'
import { organ } from '../../store/support/office.ts'

export const base = 'https://gk.example'
export const secret = 'an invented secret of more than 32 characters'

/** Time as the tests will have it: the machine's, moved on by `pass`. better-auth looks at the machine's too. */
export class Clock {
  #ahead = 0
  readonly now = (): string => new Date(Date.now() + this.#ahead).toISOString()
  pass(minutes: number): void {
    this.#ahead += minutes * 60_000
  }
}

export interface Bench {
  readonly store: Store
  readonly door: SignIn
  readonly clock: Clock
  /** A new member of staff with a password of their own; their account is `account-<id>`. */
  newcomer(password?: string): Promise<Newcomer>
  /** Kinds of what the log says of somebody, with the data. */
  logOf(id: string): Promise<readonly (readonly [string, object])[]>
}

export interface Newcomer {
  readonly id: string
  readonly account: string
  readonly password: string
}

export const goodPassword = 'Shili-Mima-7429'

/** Passwords are kept in earnest in one test; in the others they would cost minutes. */
const quick: Hashing = {
  hash: async (password) => createHmac('sha256', 'a key for tests').update(password).digest('hex'),
  verify: async ({ hash, password }) => hash === (await quick.hash(password)),
}

let made = 0

export async function bench(store: Store, options: Partial<SignInOptions> = {}): Promise<Bench> {
  const clock = new Clock()
  const person = (id: string) => ({
    id,
    name: `示例人员${id}`,
    account: `account-${id}`,
    mail: null,
    phone: null,
  })
  const at = clock.now()
  const today = '2026-11-22'
  if ((await store.organs.all()).length === 0)
    await foundHouse(store, {
      organ: organ('city'),
      founders: { systemAdmin: person('sys'), securityAdmin: person('sec'), auditAdmin: person('aud') },
      at,
      today,
    })
  const door = signIn({
    office: store,
    database: store.database,
    baseUrl: base,
    secret,
    now: clock.now,
    limits: { perMinute: 10_000 },
    hashing: quick,
    ...options,
  })
  const logOf = async (id: string) => {
    const events = await store.inTransaction('city', ({ events }) => events.load(streamOfStaff(id)))
    return events.map(({ kind, data }) => [kind, data] as const)
  }
  return {
    store,
    door,
    clock,
    logOf,
    async newcomer(password = goodPassword) {
      const id = `s${++made}`
      await addStaff(store, person(id), { organ: 'city', by: { actor: 'sec', at: clock.now() }, today })
      const first = await door.setPassword(id, 'sec')
      if (first.refused) throw new Error(first.message)
      const browser = new Browser(door)
      await browser.signIn(`account-${id}`, first.password)
      await browser.post('/change-password', { currentPassword: first.password, newPassword: password })
      await browser.post('/sign-out')
      return { id, account: `account-${id}`, password }
    },
  }
}

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: whatever was answered
  readonly body: any
  readonly headers: Headers
}

/** Keeps cookies as a browser does, and sends what a browser sends. */
export class Browser {
  readonly #door: SignIn
  readonly #address: string
  readonly cookies = new Map<string, string>()
  /** Every Set-Cookie that came, in its words. */
  readonly set: string[] = []

  constructor(door: SignIn, address = '192.0.2.1') {
    this.#door = door
    this.#address = address
  }

  post(path: string, body?: object | string, headers: Record<string, string> = {}): Promise<Answer> {
    const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)
    const type = text === null ? {} : { 'content-type': 'application/json' }
    return this.send(
      'POST',
      path,
      { origin: base, 'sec-fetch-site': 'same-origin', ...type, ...headers },
      text,
    )
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, headers, null)
  }

  async send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: string | null,
  ): Promise<Answer> {
    const all = new Headers({ ...this.headers(), ...headers })
    const url = path.startsWith('http') ? path : `${base}/api/auth${path}`
    const response = await this.#door.handle(new Request(url, { method, headers: all, body }))
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers }
  }

  headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return { 'x-forwarded-for': this.#address, ...(cookie !== '' && { cookie }) }
  }

  signIn(username: string, password: string): Promise<Answer> {
    return this.post('/sign-in/username', { username, password })
  }

  whoIs() {
    return this.#door.whoIs(new Headers(this.headers()))
  }

  #keep(text: string): void {
    this.set.push(text)
    const [pair, ...attributes] = text.split(';').map((part) => part.trim())
    const [name, value] = [pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1)]
    if (attributes.some((each) => /^max-age=0$/i.test(each))) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

/** The code of RFC 6238 (SHA-1, 30 seconds, 6 digits) that an authenticator shows for an otpauth address. */
export function codeOf(otpauth: string, steps = 0): string {
  const key = base32(new URL(otpauth).searchParams.get('secret')!)
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = mac[19]! & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Waits where a step of half a minute is about to end: a code of the step before would be two steps old at once. */
export async function steady(): Promise<void> {
  const left = 30_000 - (Date.now() % 30_000)
  if (left < 3000) await new Promise((resolve) => setTimeout(resolve, left))
}

function base32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')]
    .map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(digit).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
