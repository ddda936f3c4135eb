/** Makers of routes for people outside, and the organ that they turn to. */
import { z } from 'zod'
import { closureOf, recordOf } from '../../../office/organs/organ.ts'
import type { OrganRow } from '../../../office/ports.ts'
import type { Tracked } from '../../../office/tracking/own-request.ts'
import { isId } from '../../http/clean.ts'
import { isProblem, type Problem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { routesFor } from '../../http/route.ts'
import { idSchema } from '../../http/schemas.ts'
import type { PassHolder, Visitor } from '../admission.ts'

export const everybody = { to: 'everybody' } as const
export const applicant = { to: 'applicant' } as const
export const thirdParty = { to: 'thirdParty' } as const

export const visitorRoute = routesFor<Visitor>()
export const passRoute = routesFor<PassHolder>()

export const organParams = z.object({ organ: idSchema.meta({ description: '机关的编号' }) })

/** The organ of the address. */
export async function organAt({ parts }: Visitor, id: string): Promise<OrganRow | Problem> {
  const organ = isId(id) ? await parts.office.organs.get(id) : null
  return organ ?? notFound()
}

/** The same where it takes requests: one that is closed is none any more, though what was asked of it goes on. */
export async function workingOrganAt(visitor: Visitor, id: string): Promise<OrganRow | Problem> {
  const organ = await organAt(visitor, id)
  return isProblem(organ) || closureOf(organ) === null ? organ : notFound()
}

/** It with those above it, from the organ up, asked once. */
export async function workingLineAt(
  { parts }: Visitor,
  id: string,
): Promise<readonly [OrganRow, ...OrganRow[]] | Problem> {
  const [organ, ...above] = isId(id) ? await parts.office.organs.withSuperiors(id) : []
  return organ === undefined || closureOf(organ) !== null ? notFound() : [organ, ...above]
}

/** Its record, with the code of its superior left out: nothing here needs it. */
export const recordAt = (organ: OrganRow) => recordOf(organ, () => undefined)

/** The request that a pass of an applicant opens. */
export function trackedBy({ organ, pass, today, at }: PassHolder): Tracked {
  if (pass.for !== 'applicant') throw new Error('A pass of another kind was admitted')
  return { organ: organ.id, request: pass.request, today, at }
}

/** What may be kept for a while by whoever asks: the same for all, and changed seldom. */
export const briefly = { 'cache-control': 'public, max-age=300' }
