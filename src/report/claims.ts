/** Figures that a report states in its prose, so that they can be held against its tables. */

export type { Claim, Division, Metric, Part } from './claims/claim.ts'
export { comparedWith, type MetricEntry, metrics, type Sums } from './claims/metrics.ts'
