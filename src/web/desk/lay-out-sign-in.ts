/** The door for staff as the pages knock at it, in the visitor's name. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { passwordHint } from '../sign-in/password-rules.ts'
import type { Api } from './api.ts'
import type {
  DemonstrationAccount,
  EnrolmentOutcome,
  OwnOutcome,
  OwnSession,
  SignInDesk,
  SignInOutcome,
} from './sign-in-desk.ts'

/** What the doors answer, of all of them. */
interface Told {
  readonly state?: string
  readonly mustChangePassword?: boolean
  readonly type?: string
  readonly detail?: string
  readonly errors?: readonly { readonly field: string; readonly message: string }[]
  readonly account?: string
  readonly secondFactorOn?: boolean
  readonly rows?: readonly OwnSession[]
  readonly totpURI?: string
  readonly backupCodes?: readonly string[]
}

interface DoorOptions {
  /** Where we are reached, such as https://gk.example. */
  readonly origin: string
  readonly api: Api
  readonly demonstration: readonly DemonstrationAccount[]
}

export const signInDesk = (
  app: FastifyInstance,
  request: FastifyRequest,
  { origin, api, demonstration }: DoorOptions,
): SignInDesk => {
  const ask = async (method: 'GET' | 'POST', path: string, body?: object) => {
    const { cookie } = request.headers
    const response = await app.inject({
      method,
      url: `/api/auth${path}`,
      remoteAddress: request.ip,
      headers: { origin, 'sec-fetch-site': 'same-origin', ...(cookie !== undefined && { cookie }) },
      ...(body !== undefined && { payload: body }),
    })
    const headers = new Headers()
    for (const each of [response.headers['set-cookie'] ?? []].flat()) headers.append('set-cookie', each)
    return { status: response.statusCode, told: response.json() as Told, headers }
  }
  const post = (path: string, body: object) => ask('POST', path, body)

  /** A call at the door. The cookies of its answer go on to the browser. */
  const knock = async (path: string, body: object): Promise<SignInOutcome> => {
    const { status, told, headers } = await post(path, body)
    if (status >= 400) return { outcome: 'refused', message: told.detail ?? '没有登录成功，请重试。' }
    if (told.state === 'secondFactorAsked') return { outcome: 'codeWanted', headers }
    return {
      outcome: 'signedIn',
      headers,
      next: told.mustChangePassword === true ? '/work/password' : '/work',
    }
  }
  const does = async (path: string, body: object): Promise<OwnOutcome> => {
    const { status, told, headers } = await post(path, body)
    return status < 400 ? { outcome: 'done', headers } : notDone(told)
  }
  const tells = async (path: string, body: object): Promise<EnrolmentOutcome> => {
    const { status, told } = await post(path, body)
    if (status >= 400) return notDone(told)
    return { outcome: 'told', uri: told.totpURI ?? null, recoveryCodes: told.backupCodes ?? [] }
  }
  return {
    demonstration,
    passwordHint,
    async wantsSetUp() {
      const setUp = await api.call('readSetUp', {})
      return setUp.ok && setUp.body.open
    },
    withPassword: ({ account, password }) => knock('/sign-in/username', { username: account, password }),
    // A backup code has letters; the six figures of an authenticator have none.
    withCode: ({ code }) =>
      isFigures(code)
        ? knock('/two-factor/verify-totp', { code: bare(code) })
        : knock('/two-factor/verify-backup-code', { code: code.trim() }),
    async changePassword({ current, next }) {
      const change = { currentPassword: current, newPassword: next }
      const { status, told, headers } = await post('/change-password', change)
      if (status < 400) return { outcome: 'changed', headers }
      if (told.type?.endsWith(':not-signed-in')) return { outcome: 'notSignedIn' }
      const [fault] = told.errors ?? []
      const of = fault?.field === 'newPassword' ? 'next' : 'current'
      return { outcome: 'refused', of, message: fault?.message ?? told.detail ?? '没有改成，请重试。' }
    },
    async own() {
      const [session, sessions] = await Promise.all([ask('GET', '/get-session'), ask('GET', '/sessions')])
      if (session.status >= 400 || sessions.status >= 400) return null
      const { account = '', secondFactorOn = false } = session.told
      return { account, secondFactorOn, sessions: sessions.told.rows ?? [] }
    },
    enableSecondFactor: (proof) => tells('/two-factor/enable', proof),
    confirmSecondFactor: ({ code }) => does('/two-factor/verify-totp', { code: bare(code) }),
    disableSecondFactor: (proof) => does('/two-factor/disable', proof),
    renewRecoveryCodes: (proof) => tells('/two-factor/generate-backup-codes', proof),
    endOtherSessions: () => does('/revoke-other-sessions', {}),
    signOut: async () => (await post('/sign-out', {})).headers,
  }
}

const bare = (code: string): string => code.normalize('NFKC').replace(/\s/g, '')
const isFigures = (code: string): boolean => /^\d{6}$/.test(bare(code))

const notDone = ({ detail, errors }: Told) =>
  ({ outcome: 'refused', message: errors?.[0]?.message ?? detail ?? '没有办成，请重试。' }) as const
