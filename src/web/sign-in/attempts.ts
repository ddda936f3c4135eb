/**
 * Attempts to prove who one is, counted by account. An attempt is written down as a failure before it is made and
 * struck out when it succeeds: of many at once, no more than allowed are let through.
 */
import { createHmac } from 'node:crypto'
import type { Moment } from '../../office/ports.ts'
import { keyFor } from '../http/tokens.ts'
import type { Auth } from './auth.ts'
import { forgottenBefore, type LockState, lockState } from './lock-state.ts'

export interface Attempt {
  readonly locked: false
  /** It was right: it does not count. */
  succeeded(): Promise<void>
  /** It was wrong, and counts. Whether it closed the account. */
  failed(): Promise<boolean>
}

export interface Attempts {
  /** For an account that exists and one that does not alike. */
  begin(account: string): Promise<Attempt | Extract<LockState, { locked: true }>>
  /** All that went before is forgiven. */
  forgive(account: string): Promise<void>
  /** Drops what has no say any more. */
  prune(): Promise<void>
}

interface Failure {
  readonly id: string
  readonly at: Date
}

export function makeAttempts(auth: Auth, secret: string, now: () => Moment): Attempts {
  const key = keyFor(Buffer.from(secret), 'failed sign-ins')
  const macOf = (account: string) => createHmac('sha256', key).update(account).digest('hex')
  const table = async () => (await auth.$context).adapter
  const of = (account: string) => ({ field: 'account', value: macOf(account) }) as const

  const failuresOf = async (account: string): Promise<readonly Failure[]> => {
    const since = { field: 'at', operator: 'gte', value: new Date(forgottenBefore(now())) } as const
    return (await table()).findMany<Failure>({ model: 'failure', where: [of(account), since], limit: 1000 })
  }
  const strike = async (id: string) =>
    (await table()).delete({ model: 'failure', where: [{ field: 'id', value: id }] })
  const stateOf = (failures: readonly Failure[]) =>
    lockState(
      failures.map(({ at }) => at.toISOString()),
      now(),
    )

  return {
    async begin(account) {
      const data = { account: macOf(account), at: new Date(now()) }
      const { id } = await (await table()).create<typeof data, Failure & typeof data>({
        model: 'failure',
        data,
      })
      const others = (await failuresOf(account)).filter((failure) => failure.id !== id)
      const state = stateOf(others)
      if (state.locked) {
        await strike(id)
        return state
      }
      return {
        locked: false,
        succeeded: () => strike(id),
        failed: async () => stateOf(await failuresOf(account)).locked,
      }
    },
    async forgive(account) {
      await (await table()).deleteMany({ model: 'failure', where: [of(account)] })
    },
    async prune() {
      const where = [{ field: 'at', operator: 'lt', value: new Date(forgottenBefore(now())) }] as const
      await (await table()).deleteMany({ model: 'failure', where: [...where] })
    },
  }
}
