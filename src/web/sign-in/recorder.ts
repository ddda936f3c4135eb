import { createHmac } from 'node:crypto'
import { dayAt } from '../../office/beijing-time.ts'
import type { ActorId } from '../../office/ports.ts'
import { recordSignIn, type SignInEvent } from '../../office/staff/record-sign-in.ts'
import { keyFor } from '../http/tokens.ts'
import type { SignInOptions } from './options.ts'

/** An event without its day: that is the day it is recorded on. */
export type Undated = {
  readonly [E in SignInEvent as E['kind']]: Pick<E, 'kind' | 'data'>
}[SignInEvent['kind']]

export interface Recorder {
  /** Writes into the log of the organ that employs the member. `actor`: 'system' where nobody has shown who they are. */
  record(staff: ActorId, event: Undated, actor: ActorId): Promise<void>
  /** What the log keeps of where a request came from: enough to tell one address from another, not to find it. */
  addressOf(headers: Headers): string | null
}

/** Hexadecimal digits kept of an address' keyed hash. */
const kept = 12

export function makeRecorder({
  office,
  secret,
  now,
}: Pick<SignInOptions, 'office' | 'secret' | 'now'>): Recorder {
  const key = keyFor(Buffer.from(secret), 'addresses')
  return {
    async record(staff, event, actor) {
      const at = now()
      await recordSignIn(office, staff, { ...event, on: dayAt(at) } as SignInEvent, { actor, at })
    },
    addressOf(headers) {
      const address = headers.get('x-forwarded-for')
      return address === null ? null : createHmac('sha256', key).update(address).digest('hex').slice(0, kept)
    },
  }
}
