import type { Finding } from '../../report/report.ts'
import type { StateMark } from './state.ts'

interface FindingLook {
  /** At the cell and at the card: solid for errors, a ring for what is to be looked at. */
  readonly mark: 'late' | 'soon' | 'plain'
  readonly badge: StateMark
  readonly word: string
}

/** How a finding shows. What cannot be decided is to be checked by a person, however grave it would be. */
export function findingLook({ verdict, severity }: Pick<Finding, 'verdict' | 'severity'>): FindingLook {
  if (verdict === 'holds') return { mark: 'plain', badge: 'ok', word: '成立' }
  if (verdict === 'undecidable') return { mark: 'soon', badge: 'soon', word: '待核' }
  if (severity === 'error') return { mark: 'late', badge: 'late', word: '错误' }
  return severity === 'warning'
    ? { mark: 'soon', badge: 'soon', word: '提示' }
    : { mark: 'plain', badge: 'plain', word: '说明' }
}
