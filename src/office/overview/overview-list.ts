/** The overview as a list for a spreadsheet: a line for each organ, the sums last. */
import type { OrganKind } from '../../law/review-organs.ts'
import { type ListKind, writeList } from '../lists/list-file.ts'
import { organKinds } from '../organs/organ.ts'
import type { OrganRow } from '../ports.ts'
import { figureKeys, figures } from './figures.ts'
import type { Overview, Standing } from './overview.ts'

const paceHeads = ['答复用时中位数（工作日）', '九成答复用时（工作日）']

const past = figureKeys.filter((key) => !figures[key].today)

export const overviewList: ListKind = {
  what: '办理情况统计',
  heads: [
    '机关',
    '类别',
    ...figureKeys.map((key) => figures[key].caption),
    ...paceHeads,
    ...past.map((key) => `上年同期${figures[key].caption}`),
    ...paceHeads.map((head) => `上年同期${head}`),
  ],
}

const cellsOf = ({ now, before, pace, paceBefore }: Standing): readonly string[] => [
  ...figureKeys.map((key) => String(now[key])),
  ...[pace.median, pace.ninetieth].map((days) => String(days ?? '')),
  ...past.map((key) => String(before[key])),
  ...[paceBefore.median, paceBefore.ninetieth].map((days) => String(days ?? '')),
]

export function linesOf(overview: Overview, organs: readonly OrganRow[]): readonly (readonly string[])[] {
  return [
    ...organs.map(({ id, name, kind }) => [
      name,
      organKinds[kind as OrganKind] ?? kind,
      ...cellsOf(overview.organs.get(id)!),
    ]),
    ['合计', '', ...cellsOf(overview.total)],
  ]
}

/** Bytes of the list. */
export async function overviewFile(
  lines: readonly (readonly string[])[],
  format: 'csv' | 'xlsx',
): Promise<Uint8Array> {
  return writeList(overviewList, lines, format)
}
