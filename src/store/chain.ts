import { createHash, getHashes } from 'node:crypto'
import type { EventStamp, NewEvent } from '../office/ports.ts'
import { canonical } from './canonical.ts'

/** SM3 (GM/T 0004) for organs that must use the national algorithms, where the OpenSSL of Node has it. */
export type DigestName = 'sha256' | 'sm3'

/** The hash before the first event of an organ. */
export const beginning = ''

export type Unhashed = Omit<EventStamp & NewEvent, 'hash'>

export function isDigestAvailable(name: string): name is DigestName {
  return (name === 'sha256' || name === 'sm3') && getHashes().includes(name)
}

/**
 * The hash of an event: over the hash before it and all that the event says. Its own prefix names the algorithm,
 * so that an organ may change it and the chain goes on.
 */
export function hashOf(previous: string, event: Unhashed, digest: DigestName): string {
  const { organ, seq, stream, version, kind, on, at, actor, data } = event
  const said = canonical({ previous, organ, seq, stream, version, kind, on, at, actor, data })
  return `${digest}:${createHash(digest).update(said, 'utf8').digest('hex')}`
}

/** Whether the hash of a stored event is the one that follows from it. */
export function isGenuine(previous: string, event: Unhashed & { readonly hash: string }): boolean {
  const digest = event.hash.slice(0, event.hash.indexOf(':'))
  return isDigestAvailable(digest) && hashOf(previous, event, digest) === event.hash
}

/** Moments go into the hash as text and through the database as instants: only one way of writing is allowed. */
export function assertMoment(at: string): void {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) || Number.isNaN(Date.parse(at)))
    throw new TypeError(`${at} is no moment in UTC with milliseconds`)
}
