/**
 * What happens at a door: who may come in, how often, in what words they are turned away, and what the log is told.
 * better-auth does the deed itself.
 */
import type { Moment } from '../../office/ports.ts'
import { invalidProblem } from '../http/invalid.ts'
import { isProblem, type Problem, problem } from '../http/problem.ts'
import { isOwnOrigin } from '../http/same-origin.ts'
import { consequenceOf, settle } from './after.ts'
import type { Attempts } from './attempts.ts'
import { type Auth, type AuthUser, authPath, normalAccount } from './auth.ts'
import { type Door, type DoorPath, doorAt } from './doors.ts'
import { lockMinutes } from './lock-state.ts'
import type { SignInLimits, SignInOptions } from './options.ts'
import { faultOfPassword } from './password-rules.ts'
import { answerOf, isWrongSecret, problemOf, signInProblem } from './problems.ts'
import { type Body, bodyOf } from './read-body.ts'
import type { Recorder } from './recorder.ts'
import type { SecondFactor } from './second-factor.ts'
import { type Current, mustChange, type Sessions } from './sessions.ts'
import { type Visit, visits } from './visit.ts'

/** A call that has been let in. */
export interface Call {
  readonly request: Request
  readonly path: DoorPath
  readonly door: Door
  readonly body: Body
  readonly current: Current | null
}

export interface HandleParts {
  readonly auth: Auth
  readonly sessions: Sessions
  readonly attempts: Attempts
  readonly secondFactor: SecondFactor
  readonly recorder: Recorder
  readonly office: SignInOptions['office']
  readonly limits: SignInLimits
  readonly now: () => Moment
  /** The origin of our own pages. */
  readonly own: string
}

/** What better-auth answered to a call. */
interface Passed {
  readonly response: Response
  readonly told: Body
  readonly visit: Visit
}

export function makeHandle(parts: HandleParts): (request: Request) => Promise<Response> {
  const { sessions, limits, now, own } = parts
  return async (request) => {
    const { pathname } = new URL(request.url)
    const path = pathname.slice(authPath.length) as DoorPath
    const door = pathname.startsWith(`${authPath}/`) ? doorAt(request.method, path) : null
    if (door === null) return answerOf(problem('not-found'))
    if (isForeign(request, own)) return answerOf(problem('foreign-origin'))
    const body = await bodyOf(request, door)
    if (isProblem(body)) return answerOf(body)
    const current = door.session === 'none' ? null : await sessions.current(request.headers)
    if (door.session === 'needed' && current === null) return answerOf(problem('not-signed-in'))
    if (current !== null && !door.beforeChange && mustChange(current, limits, now()))
      return answerOf(problem('password-first'))
    const call: Call = { request, path, door, body, current }
    if (path === '/get-session') return answerOf(described(current!, limits, now()))
    if (path === '/sessions') return answerOf({ rows: await sessions.ofOwn(current!) })
    const fault = faultOf(call)
    if (fault !== null) return answerOf(fault)
    return door.proves === null ? finish(parts, call, await pass(parts, call)) : prove(parts, call)
  }
}

/** Nobody's page but ours sends what changes something, with a cookie or without: a stranger's account is a trap too. */
function isForeign({ method, headers }: Request, own: string): boolean {
  const origin = headers.get('origin') ?? undefined
  const site = headers.get('sec-fetch-site') ?? undefined
  const cookie = headers.get('cookie') ?? undefined
  return !isOwnOrigin({ method, cookie, origin, site }, own)
}

/** What is wrong with a call before anything is asked of better-auth. */
function faultOf({ path, body, current }: Call): Problem | null {
  if (path === '/two-factor/verify-backup-code' && current !== null && !current.user.twoFactorEnabled)
    return signInProblem('second-factor-off')
  if (path !== '/change-password') return null
  const [next, account] = [String(body.newPassword), current!.user.username]
  const message = next === body.currentPassword ? '新密码不能与原密码相同。' : faultOfPassword(next, account)
  return message === null ? null : invalidProblem([{ field: 'newPassword', caption: '新密码', message }])
}

/** A call at a door where somebody proves who they are: counted, and closed after too many wrong ones. */
async function prove(parts: HandleParts, call: Call): Promise<Response> {
  const { attempts, secondFactor, recorder, office, now } = parts
  const { path, door, body, current, request } = call
  const signsIn = path === '/sign-in/username'
  const account =
    current?.user.username ??
    (signsIn ? normalAccount(String(body.username)) : await secondFactor.challenged(request.headers))
  if (account === null) return answerOf(signInProblem('second-factor-over'))

  const attempt = await attempts.begin(account)
  if (attempt.locked) return answerOf(signInProblem('locked', secondsUntil(attempt.until, now())))
  const member = await office.staff.byAccount(account)
  const code = path === '/two-factor/verify-totp' ? String(body.code) : null
  const repeated = code !== null && member !== null && (await secondFactor.isUsed(member.id, code))
  const passed = repeated ? null : await pass(parts, call)
  if (passed === null || isWrongSecret(passed.told.code as string | undefined)) {
    const address = recorder.addressOf(request.headers)
    const closed = await attempt.failed()
    if (member !== null) {
      const by = door.proves!
      await recorder.record(member.id, { kind: 'signInFailed', data: { by, address } }, 'system')
      if (closed)
        await recorder.record(
          member.id,
          { kind: 'signInLocked', data: { minutes: lockMinutes, address } },
          'system',
        )
    }
    return passed === null ? answerOf(signInProblem('wrong-second-factor')) : finish(parts, call, passed)
  }
  await attempt.succeeded()
  if (code !== null && member !== null && passed.response.ok) await secondFactor.used(member.id, code)
  // The right password alone forgives nothing: the second factor could then be guessed at without end.
  if (passed.response.ok && (current !== null || stays(passed))) await attempts.forgive(account)
  return finish(parts, call, passed)
}

async function pass({ auth }: HandleParts, { request, door, body }: Call): Promise<Passed> {
  const visit: Visit = { opened: null, providerFactor: false }
  const response = await visits.run(visit, () => auth.handler(requestWith(request, door, body)))
  // A redirection calls itself JSON too, and is empty.
  const text = await response.clone().text()
  return { response, told: text === '' ? {} : (JSON.parse(text) ?? {}), visit }
}

function requestWith(request: Request, { method }: Door, body: Body): Request {
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  if (method === 'GET') return new Request(request.url, { headers })
  headers.set('content-type', 'application/json')
  return new Request(request.url, { method, headers, body: JSON.stringify(body) })
}

/** Whether the session that was opened is one: better-auth closes it again where a second factor is asked for. */
const stays = ({ told, visit }: Passed): boolean => visit.opened !== null && told.twoFactorRedirect !== true

/** Settles what the call brought about, tells the log, and answers in our own words. */
async function finish(parts: HandleParts, call: Call, passed: Passed): Promise<Response> {
  const { auth, recorder, now } = parts
  const { response, told } = passed
  if (response.status >= 400)
    return answerOf(
      problemOf(response.status, told.code as string | undefined, response.headers.get('x-retry-after')),
    )
  const opened = stays(passed) ? passed.visit.opened : null
  const consequence = consequenceOf({ call, opened, address: recorder.addressOf(call.request.headers) })
  if (consequence !== null) {
    await settle(auth, call, now())
    if (consequence.event !== null)
      await recorder.record(consequence.staff, consequence.event, consequence.staff)
  }
  const headers = await headersFor(auth, call, response)
  if (response.status >= 300) return new Response(null, { status: response.status, headers })
  const token = takesToken(call.request) ? response.headers.get('set-auth-token') : null
  return answerOf({ ...(await answerFor(parts, call, passed)), ...(token !== null && { token }) }, headers)
}

/** A program asks for its session as a token; a browser gets a cookie that no script can read. */
function takesToken({ headers }: Request): boolean {
  return headers.get('gongkai-session') === 'token' || /^bearer /i.test(headers.get('authorization') ?? '')
}

async function headersFor(auth: Auth, { request }: Call, response: Response): Promise<Headers> {
  const { sessionToken } = (await auth.$context).authCookies
  const headers = new Headers()
  const location = response.headers.get('location')
  if (location !== null && response.status >= 300) headers.set('location', location)
  for (const cookie of response.headers.getSetCookie())
    if (!(takesToken(request) && cookie.startsWith(`${sessionToken.name}=`)))
      headers.append('set-cookie', cookie)
  return headers
}

async function answerFor(parts: HandleParts, call: Call, passed: Passed): Promise<object> {
  const { door, current } = call
  if (passed.told.twoFactorRedirect === true) return { state: 'secondFactorAsked' }
  const shown = Object.fromEntries(door.tells.map((name) => [name, passed.told[name]]))
  const session = passed.visit.opened ?? (door.proves === 'secondFactor' ? current?.session : undefined)
  if (!session || 'totpURI' in shown) return shown
  const { internalAdapter } = await parts.auth.$context
  const user = (await internalAdapter.findUserById(session.userId)) as unknown as AuthUser
  return {
    ...shown,
    state: 'signedIn',
    secondFactor: session.secondFactor || door.proves === 'secondFactor',
    mustChangePassword: mustChange({ session, user }, parts.limits, parts.now()),
  }
}

/** A session as its holder may know it. */
function described(current: Current, limits: SignInLimits, now: Moment): object {
  const { session, user } = current
  return {
    staff: user.id,
    account: user.username,
    by: session.means,
    secondFactor: session.secondFactor,
    secondFactorOn: user.twoFactorEnabled,
    mustChangePassword: mustChange(current, limits, now),
    until: new Date(session.createdAt.getTime() + limits.sessionMinutes * 60_000).toISOString(),
    idleMinutes: limits.idleMinutes,
  }
}

const secondsUntil = (until: Moment, now: Moment): number =>
  Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000))
