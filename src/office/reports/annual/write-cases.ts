/** The cases behind a figure as a list for a spreadsheet. Nothing personal: numbers, days and stages. */
import { applicantKinds } from '../../../law/application.ts'
import { dispositions } from '../../../law/dispositions.ts'
import { channels } from '../../../law/receipt.ts'
import { type ListKind, writeListCsv } from '../../lists/list-file.ts'
import { type Status, statuses } from '../../requests/progress.ts'
import type { CountedEntry } from './cases-of-cell.ts'

const kind: ListKind = {
  what: '申请件清单',
  heads: [
    '登记编号',
    '申请人类别',
    '申请方式',
    '收到日期',
    '办结日期',
    '办理结果',
    '状态',
    '复议诉讼案号',
    '复议诉讼登记日期',
  ],
}

export const writeCases = (entries: readonly CountedEntry[]): Uint8Array =>
  new TextEncoder().encode(
    writeListCsv(
      kind,
      entries.map(({ row, dispute }) => [
        row.number ?? row.id,
        applicantKinds[row.applicantKind].caption,
        channels[row.channel].caption,
        row.receivedOn ?? '',
        row.closedOn ?? '',
        row.disposition === null ? '' : dispositions[row.disposition].caption,
        statuses[row.status as Status],
        dispute?.caseNo ?? '',
        dispute?.filedOn ?? '',
      ]),
    ),
  )
