/** The routes of assessment (条例§46). */
import { evidenceRoutes } from './evidence.ts'
import { roundRoutes } from './rounds.ts'
import { sheetRoutes } from './sheets.ts'
import { surveyRoutes } from './surveys.ts'
import { systemRoutes } from './systems.ts'

export const assessmentRoutes = [
  ...systemRoutes,
  ...roundRoutes,
  ...sheetRoutes,
  ...evidenceRoutes,
  ...surveyRoutes,
]
