import type { AnsweredBy } from '../../../desk/api.ts'
import type { StateMark } from '../../../ui/state.ts'

export type ReportRow = AnsweredBy<'listExaminedReports'>['rows'][number]

/** How far a report is, by shape and word. */
export const reportStates = {
  waiting: { mark: 'wait', word: '等待读取' },
  read: { mark: 'ok', word: '已读取' },
  unread: { mark: 'fix', word: '未能读取' },
} as const satisfies Record<ReportRow['state'], { readonly mark: StateMark; readonly word: string }>

/** The form a report is printed on, in a word. */
export const editionWord = (edition: ReportRow['edition']): string => {
  if (edition === null) return '表式不明'
  return edition === 'pre2019' ? '2019年以前' : `${edition} 年表式`
}
