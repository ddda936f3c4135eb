/** Every door to sign-in, as a table: what better-auth has besides is closed. */
import { z } from 'zod'
import type { SignInMeans } from '../../office/staff/events.ts'
import { singleId } from './single-sign-on.ts'

export interface Door {
  readonly method: 'GET' | 'POST'
  /** What is taken of the body; whatever else it holds is dropped. */
  readonly body: z.ZodObject
  /** What better-auth is told besides, whatever was sent. */
  readonly adds: object
  /** Whether a session is needed to come in; `either`: with one it is another deed. */
  readonly session: 'none' | 'needed' | 'either'
  /** What is shown here to prove who one is; wrong ones are counted. */
  readonly proves: Exclude<SignInMeans, 'single'> | null
  /** Open to somebody who has to change the password first. */
  readonly beforeChange: boolean
  /** What of better-auth's answer is handed on. */
  readonly tells: readonly string[]
}

const secret = (title: string) => z.string().min(1).max(1000).meta({ title })

const password = secret('密码')

/** A place of our own: nobody is sent elsewhere after signing in. */
const place = z
  .string()
  .regex(/^\/(?![/\\])[^\\]*$/)
  .meta({ title: '登录后的去处' })

const none = z.object({})

function door(stated: Partial<Door> & Pick<Door, 'session'>): Door {
  return { method: 'POST', body: none, adds: {}, proves: null, beforeChange: false, tells: [], ...stated }
}

const withPassword = { body: z.object({ password }), session: 'needed', proves: 'password' } as const

const showsCode = {
  body: z.object({ code: secret('验证码').overwrite((text) => text.normalize('NFKC').replace(/\s/g, '')) }),
  session: 'either',
  proves: 'secondFactor',
  beforeChange: true,
} as const

export const doors = {
  '/sign-in/username': door({
    body: z.object({ username: secret('账号'), password }),
    session: 'none',
    proves: 'password',
  }),
  '/sign-in/social': door({
    body: z.object({ callbackURL: place.default('/'), errorCallbackURL: place.optional() }),
    adds: { provider: singleId, disableRedirect: true },
    session: 'none',
    tells: ['url'],
  }),
  [`/callback/${singleId}`]: door({ method: 'GET', session: 'none' }),
  '/two-factor/verify-totp': door(showsCode),
  '/two-factor/verify-backup-code': door(showsCode),
  '/get-session': door({ method: 'GET', session: 'needed', beforeChange: true }),
  '/sessions': door({ method: 'GET', session: 'needed' }),
  '/sign-out': door({ session: 'needed', beforeChange: true }),
  '/change-password': door({
    body: z.object({ currentPassword: password, newPassword: secret('新密码') }),
    adds: { revokeOtherSessions: true },
    session: 'needed',
    proves: 'password',
    beforeChange: true,
  }),
  '/two-factor/enable': door({ ...withPassword, tells: ['totpURI', 'backupCodes'] }),
  '/two-factor/generate-backup-codes': door({ ...withPassword, tells: ['backupCodes'] }),
  '/two-factor/disable': door(withPassword),
  '/revoke-other-sessions': door({ session: 'needed' }),
} as const satisfies Readonly<Record<string, Door>>

export type DoorPath = keyof typeof doors

export function doorAt(method: string, path: string): Door | null {
  const found = Object.hasOwn(doors, path) ? (doors as Readonly<Record<string, Door>>)[path] : undefined
  return found?.method === method ? found : null
}
