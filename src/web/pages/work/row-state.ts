import { addDays, type Day } from '../../../law/day.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import type { StateMark } from '../../ui/state.ts'

export type Row = AnsweredBy<'listRequests'>['rows'][number]

const waits: Readonly<Partial<Record<Row['status'], string>>> = {
  awaitingCorrection: '等补正',
  awaitingFee: '等缴费',
  consulting: '等意见',
}

/** Statuses in which somebody else is waited for. */
export const waiting = Object.keys(waits) as readonly Row['status'][]

/** How urgent a case is today, by shape and word. Days are civil ones: the list is for ordering, the case says why. */
export function stateOf(row: Row, today: Day): { readonly mark: StateMark; readonly word: string } {
  const { status, due, firm, closedOn, answeredOn } = row
  if (closedOn !== null || answeredOn !== null) return { mark: 'plain', word: '已答复' }
  if (status === 'arrived') return { mark: 'new', word: '待确认' }
  if (due !== null && due < today) return { mark: 'late', word: '逾期' }
  if (due === today) return { mark: 'soon', word: '今天' }
  if (due !== null && due <= addDays(today, 7)) return { mark: 'soon', word: '临近' }
  const wait = waits[status]
  if (wait !== undefined) return { mark: 'wait', word: wait }
  if (due !== null && !firm) return { mark: 'prov', word: '暂定' }
  return { mark: 'ok', word: '正常' }
}
