/**
 * Bearer tokens for those who have no account: an applicant who tracks a request, a third party who is asked. A token
 * says which organ and which case it opens, and until when; it is signed, not stored, and holds nothing personal.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { CaseId, Moment, OrganId } from '../../office/ports.ts'

/** What a token opens. `consultation` is there for a third party alone. */
export interface Pass {
  readonly for: 'applicant' | 'thirdParty'
  readonly organ: OrganId
  readonly request: CaseId
  readonly consultation?: string
}

/** Milliseconds that a token is good for: half an hour. */
export const passLasts = 30 * 60 * 1000

/** A key for one purpose from the master key, so that what is signed for one is worthless for another. */
export const keyFor = (master: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), `gongkai ${purpose}`, 32))

/** The token of a pass that is good until half an hour after `now`, and that moment. */
export function writeToken(pass: Pass, key: Uint8Array, now: Moment): { token: string; until: Moment } {
  const until = new Date(Date.parse(now) + passLasts).toISOString()
  const body = Buffer.from(JSON.stringify([pass, until])).toString('base64url')
  return { token: `${body}.${sign(body, key)}`, until }
}

/** What the token opens at the moment; null where it is none of ours or over. */
export function readToken(token: string, key: Uint8Array, now: Moment): Pass | null {
  const [body, signature, ...rest] = token.split('.')
  if (body === undefined || signature === undefined || rest.length > 0) return null
  if (!isSame(signature, sign(body, key))) return null
  // What we signed ourselves is what we wrote.
  const [pass, until] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [Pass, Moment]
  return now < until ? pass : null
}

/** The token of an Authorization header. */
export function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer ([\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1] ?? null
}

const sign = (body: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(body).digest('base64url')

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
