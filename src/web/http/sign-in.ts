import type { ActorId } from '../../office/ports.ts'

/** Who is behind a session. What they may do is said by their grants, not here. */
export interface SignedIn {
  readonly staff: ActorId
  /** Whether this session was opened with a second factor. */
  readonly secondFactor: boolean
  /** Nothing else is open to them before the password is changed. */
  readonly mustChangePassword: boolean
}

/** What the pages and the API need of sign-in, whoever does it. */
export interface SignIn {
  /** Null where the headers carry no session that is good now. */
  whoIs(headers: Headers): Promise<SignedIn | null>
  /** Everything below /api/auth/. */
  handle(request: Request): Promise<Response>
}
