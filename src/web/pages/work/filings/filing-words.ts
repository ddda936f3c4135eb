import type { AnsweredBy } from '../../../desk/api.ts'
import type { StateMark } from '../../../ui/state.ts'

export type FilingRow = AnsweredBy<'listAnnualFilings'>['rows'][number]

/** How far a report is, by shape; the word is that of the API. */
export const statusMark = ({ status, late }: Pick<FilingRow, 'status' | 'late'>): StateMark => {
  if (status === 'writing' || status === 'revising') return late ? 'late' : 'soon'
  return { submitted: 'wait', returned: 'fix', accepted: 'ok', published: 'ok' }[status] as StateMark
}

/** What the superior organ has to look at comes first. */
export const statusOrder = ['submitted', 'returned', 'writing', 'revising', 'accepted', 'published'] as const

/** Stages in that order. */
export const byWhatIsToDo = (a: Pick<FilingRow, 'status'>, b: Pick<FilingRow, 'status'>): number =>
  statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status)

/** 2 处错误、3 处提示; 没有发现; a dash where nothing was submitted. */
export const findingsText = (findings: FilingRow['findings']): string => {
  if (findings === null) return '—'
  const { error, warning, note } = findings
  const parts = [
    ...(error > 0 ? [`${error} 处错误`] : []),
    ...(warning > 0 ? [`${warning} 处提示`] : []),
    ...(note > 0 ? [`${note} 处说明`] : []),
  ]
  return parts.length === 0 ? '没有发现' : parts.join('、')
}
