import type { Day } from '../../../law/day.ts'
import { waitingStatuses } from '../../../office/requests/progress.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import type { StateMark } from '../../ui/state.ts'

export type Row = AnsweredBy<'listRequests'>['rows'][number]

const waits: Readonly<Record<(typeof waitingStatuses)[number], string>> = {
  awaitingCorrection: '等补正',
  awaitingFee: '等缴费',
  consulting: '等意见',
}

/** Statuses in which somebody else is waited for. */
export const waiting: readonly Row['status'][] = waitingStatuses

/** Today, and the day until which what is due is due soon: as the board counts it, in working days. */
export interface Now {
  readonly today: Day
  readonly soonUntil: Day
}

/** How urgent a case is now, by shape and word. */
export function stateOf(
  row: Row,
  { today, soonUntil }: Now,
): { readonly mark: StateMark; readonly word: string } {
  const { status, due, firm, closedOn, answeredOn } = row
  if (closedOn !== null || answeredOn !== null) return { mark: 'plain', word: '已答复' }
  if (status === 'arrived') return { mark: 'new', word: '待确认' }
  if (due !== null && due < today) return { mark: 'late', word: '逾期' }
  if (due === today) return { mark: 'soon', word: '今天' }
  if (due !== null && due <= soonUntil) return { mark: 'soon', word: '临近' }
  const wait = (waits as Partial<Record<Row['status'], string>>)[status]
  if (wait !== undefined) return { mark: 'wait', word: wait }
  if (due !== null && !firm) return { mark: 'prov', word: '暂定' }
  return { mark: 'ok', word: '正常' }
}
