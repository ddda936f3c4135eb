import { AsyncLocalStorage } from 'node:async_hooks'
import type { AuthSession } from './auth.ts'

/** What one call at a door brought about. */
export interface Visit {
  /** The session that was opened last; it may have been closed again, while a second factor is asked for. */
  opened: AuthSession | null
  /** Whether the identity provider says that it asked for a second factor itself. */
  providerFactor: boolean
}

/** The call under way. */
export const visits = new AsyncLocalStorage<Visit>()
