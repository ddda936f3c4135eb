import type { Writable } from 'node:stream'
import type { Day } from '../../law/day.ts'
import type { GivenUp, Moment, Office, OrganId } from '../../office/ports.ts'
import type { RegisterOfDocuments } from '../../office/reports/annual/gather.ts'
import type { ReadingRoom } from '../../office/reports/examined/reading-room.ts'
import type { Role } from '../../office/requests/index.ts'
import type { Accounts } from '../sign-in/accounts.ts'
import type { Limits } from './limits.ts'
import type { SignIn } from './sign-in.ts'

/** Whether requests should be sent here, and what stands in the way. Names of checks, no addresses or secrets. */
export interface Readiness {
  readonly ready: boolean
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[]
}

export interface InstallationCheck {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
  /** What to do where it is not well; null where it is. */
  readonly remedy: string | null
}

/** The software, its machine and its jobs, as whoever keeps them wants to know. No secrets, nothing personal. */
export interface Installation {
  readonly version: string
  readonly node: string
  readonly database: string
  readonly schema: string
  readonly at: Moment
  readonly checks: readonly InstallationCheck[]
  readonly jobs: readonly (LastRun & { readonly caption: string })[]
  readonly failed: readonly GivenUp[]
}

/** How a job went on the last day it was due. */
export interface LastRun {
  readonly job: string
  readonly day: Day
  /** Organs for which it was begun, and done; 1 where it is of the whole house. */
  readonly runs: number
  readonly done: number
  readonly doneAt: Moment | null
  readonly error: string | null
}

/** What a verification found; empty faults when all is well. */
export interface Verified {
  /** The end of the chain; null where the organ has none. */
  readonly head: { readonly seq: number; readonly hash: string } | null
  readonly events: number
  readonly cases: number
  readonly faults: readonly {
    readonly kind: string
    readonly seq: number | null
    readonly stream: string | null
    readonly message: string
  }[]
}

/** Everything the server needs. It looks at no clock, no surroundings and no chance of its own. */
export interface Parts {
  readonly office: Office
  readonly signIn: SignIn
  readonly now: () => Moment
  readonly newId: () => string
  /** A secret that is told once, such as the one by which an applicant tracks a request. */
  readonly newSecret: () => string
  /** Where we are reached from outside, such as https://gk.example; decides same origin and HSTS. */
  readonly baseUrl: string
  /** At least 32 bytes. Tokens of applicants and third parties are signed with keys derived from it. */
  readonly tokenKey: Uint8Array
  readonly limits: Limits
  /** Where the log goes, a JSON object a line. */
  readonly log: Writable
  readonly ready: () => Promise<Readiness>
  /** Passwords and sessions of staff, as an administrator handles them; without it those routes are closed. */
  readonly accounts?: Accounts
  /** Who may act only in a session that was opened with a second factor; nobody unless told. */
  readonly secondFactorFor?: readonly Role[]
  /** Reads an organ's whole log and compares what follows from it; without it that route is closed. */
  readonly verify?: (organ: OrganId) => Promise<Verified>
  /** Opens the files of reports that are put in; without it none can be. */
  readonly readingRoom?: Pick<ReadingRoom, 'unpack'>
  /** What a register tells of section two of the annual report; without it the figures are asked for. */
  readonly registerOfDocuments?: RegisterOfDocuments
  /** What whoever keeps the machine wants to know; without it that route is closed. */
  readonly installation?: () => Promise<Installation>
  /** The code that was printed for the first run; without it the set-up is closed. */
  readonly setUpCode?: string
  /** Addresses of the proxies before us, whose X-Forwarded-For is believed; none where there is none. */
  readonly proxies?: readonly string[]
}
