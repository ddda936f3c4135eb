export { cellRoutes } from './cells.ts'
export { filingRoutes } from './filing.ts'
export { reportRoutes } from './report.ts'
export { writingRoutes } from './writing.ts'
