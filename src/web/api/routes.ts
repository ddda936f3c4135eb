/** Every route of the API. */
import type { Route } from '../http/route.ts'
import { annualRoutes } from './staff/annual.ts'
import { applicantRoutes } from './staff/applicants.ts'
import { boardRoutes } from './staff/board.ts'
import { intakeRoutes } from './staff/intake.ts'
import { letterRoutes } from './staff/letters.ts'
import { meRoutes } from './staff/me.ts'
import { paperRoutes } from './staff/papers.ts'
import { requestRoutes } from './staff/requests.ts'
import { verbRoutes } from './staff/verbs.ts'

export const routes: readonly Route[] = [
  ...meRoutes,
  ...intakeRoutes,
  ...requestRoutes,
  ...verbRoutes,
  ...paperRoutes,
  ...letterRoutes,
  ...applicantRoutes,
  ...boardRoutes,
  ...annualRoutes,
]
