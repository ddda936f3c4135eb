/** Who is let in to which route, and what they are there. The only place where web decides about access. */
import type { FastifyRequest } from 'fastify'
import type { Day } from '../../law/day.ts'
import { dayAt } from '../../office/beijing-time.ts'
import { requestPolicyOf } from '../../office/handling/request-policy.ts'
import type { CaseRow, Moment, OrganRow } from '../../office/ports.ts'
import type { Action, Actor, RequestPolicy } from '../../office/requests/index.ts'
import { actorFor, type Standing, standingsAt } from '../../office/staff/access.ts'
import { sightOf, type Viewer } from '../../office/visibility.ts'
import { webHeaders } from '../http/auth-mount.ts'
import { isId } from '../http/clean.ts'
import type { Admit } from '../http/mount.ts'
import { foundOnce } from '../http/one-asking.ts'
import type { Parts } from '../http/parts.ts'
import { isProblem, type Problem, problem } from '../http/problem.ts'
import { notFound } from '../http/reply.ts'
import type { SignedIn } from '../http/sign-in.ts'
import { bearerOf, keyFor, type Pass, readToken } from '../http/tokens.ts'

/** What everybody brings. */
export interface Visitor {
  readonly parts: Parts
  readonly at: Moment
  readonly today: Day
}

export interface Colleague extends Visitor {
  readonly me: SignedIn
}

export type StaffViewer = Extract<Viewer, { kind: 'staff' }>

/** Somebody who may do at this organ what the route is for. */
export interface OrganCaller extends Colleague {
  readonly organ: OrganRow
  readonly standings: readonly Standing[]
  readonly viewer: StaffViewer
  readonly actor: Actor
}

/** The same for one request, which they may read. */
export interface RequestCaller extends OrganCaller {
  readonly request: CaseRow
  /** What the organ has settled for its handling. */
  readonly policy: RequestPolicy
}

/** Somebody with a pass: an applicant, or a third party. */
export interface PassHolder extends Visitor {
  readonly organ: OrganRow
  readonly pass: Pass
}

/** Purpose of the key by which passes are signed. */
export const passKey = (parts: Pick<Parts, 'tokenKey'>): Uint8Array => keyFor(parts.tokenKey, 'passes')

interface Address {
  readonly organ?: string
  readonly id?: string
}

export function admission(parts: Parts): Admit {
  const key = passKey(parts)
  return async (access, request) => {
    const at = parts.now()
    const visitor: Visitor = { parts, at, today: dayAt(at) }
    const address = request.params as Address
    switch (access.to) {
      case 'everybody':
        return visitor
      case 'applicant':
      case 'thirdParty':
        return passHolder(visitor, access.to, key, request)
      case 'signedIn':
        return colleague(visitor, request)
      case 'organ':
      case 'request': {
        const known = await colleague(visitor, request)
        if (isProblem(known)) return known
        const here = await atOrgan(known, address.organ ?? '')
        if (isProblem(here)) return here
        if (access.to === 'organ') return asActor(here, access.action)
        const found = await withRequest(here, address.id ?? '')
        return isProblem(found) ? found : asActor(found, access.action)
      }
    }
  }
}

async function colleague(visitor: Visitor, request: FastifyRequest): Promise<Colleague | Problem> {
  const { cookie = '', authorization = '' } = request.headers
  const key = JSON.stringify(['who', cookie, authorization])
  const me = await foundOnce(key, () => visitor.parts.signIn.whoIs(webHeaders(request)))
  if (me === null) return problem('not-signed-in')
  return me.mustChangePassword ? problem('password-first') : { ...visitor, me }
}

type Here = Omit<OrganCaller, 'actor'>

/** An organ where somebody is nothing is none to them. */
async function atOrgan(known: Colleague, id: string): Promise<Here | Problem> {
  if (!isId(id)) return notFound()
  const { office } = known.parts
  const { staff } = known.me
  const [organ, standings] = await foundOnce(JSON.stringify(['standings', staff, id]), () =>
    Promise.all([office.organs.get(id), standingsAt(office, staff, id)]),
  )
  if (organ === null || standings.length === 0) return notFound()
  return { ...known, organ, standings, viewer: { kind: 'staff', id: staff, organ: id, standings } }
}

/** Whether there is such a request is not asked for those who may not see any: the answer could tell. */
async function withRequest(
  here: Here,
  id: string,
): Promise<(Here & Pick<RequestCaller, 'request' | 'policy'>) | Problem> {
  const sight = sightOf(here.viewer, { kind: 'request', organ: here.organ.id, request: id })
  if (sight === 'forbidden') return problem('not-permitted', { cites: ['条例§4'] })
  if (sight === 'absent' || !isId(id)) return notFound()
  return here.parts.office.inTransaction(here.organ.id, async (unit) => {
    const request = await unit.cases.get(id)
    return request === null ? notFound() : { ...here, request, policy: await requestPolicyOf(unit) }
  })
}

/** Forbidden is said of what can be seen, and to those who are something at that very organ; to others it is not there. */
function asActor<Found extends Here>(found: Found, action: Action): (Found & { actor: Actor }) | Problem {
  const actor = actorFor(found.me.staff, found.standings, action)
  if (actor !== null) return isSureEnough(found, actor) ? { ...found, actor } : problem('second-factor-first')
  const known = 'request' in found || found.standings.some(({ scope }) => scope === 'organ')
  return known ? problem('not-permitted', { cites: ['条例§4'] }) : notFound()
}

const isSureEnough = ({ parts: { secondFactorFor = [] }, me }: Here, { role }: Actor): boolean =>
  me.secondFactor || !secondFactorFor.includes(role)

async function passHolder(
  visitor: Visitor,
  to: Pass['for'],
  key: Uint8Array,
  { params, headers }: FastifyRequest,
): Promise<PassHolder | Problem> {
  const { organ: id = '' } = params as Address
  const token = bearerOf(headers.authorization)
  const pass = token === null ? null : readToken(token, key, visitor.at)
  if (pass === null || pass.for !== to) return problem('session-over')
  const organ = pass.organ === id ? await visitor.parts.office.organs.get(id) : null
  return organ === null ? notFound() : { ...visitor, organ, pass }
}
