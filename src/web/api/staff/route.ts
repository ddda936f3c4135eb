/** Makers of routes for staff, and the parts of their addresses. */
import { z } from 'zod'
import type { Action } from '../../../office/requests/index.ts'
import { routesFor } from '../../http/route.ts'
import { idSchema } from '../../http/schemas.ts'
import type { Colleague, OrganCaller, RequestCaller } from '../admission.ts'

export const signedIn = { to: 'signedIn' } as const
export const atOrgan = (action: Action) => ({ to: 'organ', action }) as const
export const ofRequest = (action: Action) => ({ to: 'request', action }) as const

export const colleagueRoute = routesFor<Colleague>()
export const organRoute = routesFor<OrganCaller>()
export const requestRoute = routesFor<RequestCaller>()

export const organParams = z.object({ organ: idSchema.meta({ description: '机关的编号' }) })
export const requestParams = organParams.extend({ id: idSchema.meta({ description: '申请件的编号' }) })
