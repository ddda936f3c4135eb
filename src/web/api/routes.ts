/** Every route of the API. */
import type { Route } from '../http/route.ts'
import { annualRoutes } from './staff/annual.ts'
import { boardRoutes } from './staff/board.ts'
import { intakeRoutes } from './staff/intake.ts'
import { meRoutes } from './staff/me.ts'
import { requestRoutes } from './staff/requests.ts'
import { verbRoutes } from './staff/verbs.ts'

export const routes: readonly Route[] = [
  ...meRoutes,
  ...intakeRoutes,
  ...requestRoutes,
  ...verbRoutes,
  ...boardRoutes,
  ...annualRoutes,
]
