/**
 * Bearer tokens for those who have no account: an applicant who tracks a request, a third party who is asked. A token
 * says which organ and which case it opens, and until when; it is sealed, not stored. Whoever holds it can neither
 * read nor change it.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { CaseId, Moment, OrganId } from '../../office/ports.ts'

/** What a token opens. `code`: that of the letter which the third party answers. */
export type Pass =
  | { readonly for: 'applicant'; readonly organ: OrganId; readonly request: CaseId }
  | { readonly for: 'thirdParty'; readonly organ: OrganId; readonly code: string }

/** Milliseconds that a token is good for: half an hour. */
export const passLasts = 30 * 60 * 1000

/** A key for one purpose from the master key, so that what is made for one is worthless for another. */
export const keyFor = (master: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), `gongkai ${purpose}`, 32))

/** The token of a pass that is good until half an hour after `now`, and that moment. */
export function writeToken(pass: Pass, key: Uint8Array, now: Moment): { token: string; until: Moment } {
  const until = new Date(Date.parse(now) + passLasts).toISOString()
  return { token: sealed(JSON.stringify([pass, until]), key), until }
}

/** What the token opens at the moment; null where it is none of ours or over. */
export function readToken(token: string, key: Uint8Array, now: Moment): Pass | null {
  const text = opened(token, key)
  if (text === null) return null
  // What we sealed ourselves is what we wrote.
  const [pass, until] = JSON.parse(text) as [Pass, Moment]
  return now < until ? pass : null
}

/** The token of an Authorization header. */
export function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer ([\w-]{40,2000})$/i.exec(authorization ?? '')?.[1] ?? null
}

const cipher = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/** The nonce follows from the text, so that no two texts have one and no chance is needed. */
function sealed(text: string, key: Uint8Array): string {
  const nonce = createHmac('sha256', key).update(text).digest().subarray(0, nonceLength)
  const sealing = createCipheriv(cipher, key, nonce)
  const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), body]).toString('base64url')
}

function opened(token: string, key: Uint8Array): string | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length <= nonceLength + tagLength || bytes.toString('base64url') !== token) return null
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceLength), { authTagLength: tagLength })
  opening.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  try {
    return opening.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8') + opening.final('utf8')
  } catch {
    return null
  }
}
