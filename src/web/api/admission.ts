/** Who is let in to which route, and what they are there. The only place where web decides about access. */
import type { FastifyRequest } from 'fastify'
import type { Day } from '../../law/day.ts'
import type { CaseRow, Moment, OrganRow } from '../../office/ports.ts'
import { type Actor, may } from '../../office/requests/index.ts'
import { actorFor, type Standing, standingFor, standingsAt } from '../../office/staff/access.ts'
import { webHeaders } from '../http/auth-mount.ts'
import type { Admit } from '../http/mount.ts'
import type { Parts } from '../http/parts.ts'
import { isProblem, type Problem, problem } from '../http/problem.ts'
import { notFound } from '../http/reply.ts'
import type { SignedIn } from '../http/sign-in.ts'
import { dayAt } from '../http/today.ts'
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

/** Somebody who may do at this organ what the route is for. */
export interface OrganCaller extends Colleague {
  readonly organ: OrganRow
  readonly standings: readonly Standing[]
  readonly actor: Actor
}

/** The same for one request, which they may read. */
export interface RequestCaller extends OrganCaller {
  readonly request: CaseRow
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
        const found = access.to === 'organ' ? here : await withRequest(here, address.id ?? '')
        if (isProblem(found)) return found
        const actor = actorFor(known.me.staff, here.standings, access.action)
        return actor === null ? problem('not-permitted', { cites: ['条例§4'] }) : { ...found, actor }
      }
    }
  }
}

async function colleague(visitor: Visitor, request: FastifyRequest): Promise<Colleague | Problem> {
  const me = await visitor.parts.signIn.whoIs(webHeaders(request))
  if (me === null) return problem('not-signed-in')
  return me.mustChangePassword ? problem('password-first') : { ...visitor, me }
}

type Here = Omit<OrganCaller, 'actor'>

/** An organ where somebody is nothing is, to them, none: its name is public, whether it uses this system is not. */
async function atOrgan(known: Colleague, id: string): Promise<Here | Problem> {
  const { office } = known.parts
  const organ = await office.organs.get(id)
  if (organ === null) return notFound()
  const standings = await standingsAt(office, known.me.staff, id)
  return standings.length === 0 ? notFound() : { ...known, organ, standings }
}

async function withRequest(here: Here, id: string): Promise<(Here & { request: CaseRow }) | Problem> {
  if (standingFor(here.standings, 'readRequest') === null) return notFound()
  const request = await here.parts.office.inTransaction(here.organ.id, ({ cases }) => cases.get(id))
  return request === null ? notFound() : { ...here, request }
}

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

/** Whether somebody who stands there so may do it. */
export const mayDo = ({ role, scope }: Standing, action: Parameters<typeof may>[1]): boolean =>
  may(role, action, scope)
