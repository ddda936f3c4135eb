/** The list of cases as a file, for whoever may take it out. Nothing in it says who asked, or for what. */
import { applicantKinds } from '../../law/application.ts'
import { dispositions } from '../../law/dispositions.ts'
import { channels } from '../../law/receipt.ts'
import type { CaseRow } from '../ports.ts'
import { type Status, statuses, variants } from '../requests/index.ts'
import { type ListKind, writeListCsv, writeListXlsx } from './list-file.ts'

type Column = readonly [
  head: string,
  cell: (row: CaseRow, names: ReadonlyMap<string, string>) => string | null,
]

const columns: readonly Column[] = [
  ['登记编号', ({ number }) => number],
  ['申请种类', ({ variant }) => variants[variant]],
  ['申请人类别', ({ applicantKind }) => applicantKinds[applicantKind].caption],
  ['申请渠道', ({ channel }) => channels[channel].caption],
  ['到达日期', ({ arrivedOn }) => arrivedOn],
  ['收到日期', ({ receivedOn }) => receivedOn],
  ['答复到期', ({ due, closedOn }) => (closedOn === null ? due : null)],
  [
    '到期是否暂定',
    ({ due, firm, closedOn }) => (closedOn !== null || due === null ? null : firm ? '否' : '是'),
  ],
  ['环节', ({ status }) => statuses[status as Status]],
  ['办理结果', ({ disposition }) => disposition && dispositions[disposition].caption],
  ['答复日期', ({ answeredOn }) => answeredOn],
  ['办结日期', ({ closedOn }) => closedOn],
  ['经办人', ({ handler }, names) => (handler === null ? null : (names.get(handler) ?? handler))],
]

export const casesList: ListKind = {
  what: '申请件清单',
  heads: columns.map(([head]) => head) as [string, ...string[]],
}

/** `names`: of those who handle cases, by id. */
export function writeCases(
  format: 'xlsx' | 'csv',
  rows: readonly CaseRow[],
  names: ReadonlyMap<string, string>,
): Promise<Uint8Array> | Uint8Array {
  const lines = rows.map((row) => columns.map(([, cell]) => cell(row, names) ?? ''))
  return format === 'csv'
    ? new TextEncoder().encode(writeListCsv(casesList, lines))
    : writeListXlsx(casesList, lines)
}
