/** Lists of what is public already, as XLSX or CSV: what each column holds, reading and writing. */
import { dayFault, dayIn } from '../lists/day-cell.ts'
import { cellFault, type HeadedRow, headedRows, type RowFault } from '../lists/headed-rows.ts'
import {
  type Grid,
  type ListFormat,
  type ListKind,
  type ListRefusal,
  readList,
  writeList,
} from '../lists/list-file.ts'
import type { OrganId, PublishedItem } from '../ports.ts'
import { publishedIdOf } from './published-id.ts'

interface Column {
  readonly head: string
  readonly write: (item: PublishedItem) => string
  /** What the text is wrong with; null where it will do. */
  readonly fault: (text: string) => string | null
}

const least =
  (most: number, needed: boolean) =>
  (text: string): string | null =>
    text === '' && needed ? '没有填写' : text.length > most ? `超过 ${most} 字` : null

const columns = {
  title: { head: '标题', write: ({ title }) => title, fault: least(300, true) },
  docNo: { head: '文号', write: ({ docNo }) => docNo ?? '', fault: least(100, false) },
  publishedOn: {
    head: '发布日期',
    write: ({ publishedOn }) => publishedOn ?? '',
    fault: (text) => (text === '' || dayIn(text) !== null ? null : dayFault),
  },
  address: {
    head: '网址',
    write: ({ address }) => address,
    fault: (text) =>
      least(1000, true)(text) ?? (isAddress(text) ? null : '应为 http:// 或者 https:// 开头的完整网址'),
  },
  summary: { head: '摘要', write: ({ summary }) => summary, fault: least(2000, false) },
} as const satisfies Readonly<Record<string, Column>>

type Key = keyof typeof columns

export const publishedList: ListKind = {
  what: '已公开信息清单',
  heads: Object.values(columns).map(({ head }) => head) as [string, ...string[]],
}

function isAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}

export interface PublishedPlan {
  readonly items: readonly { readonly line: number; readonly item: PublishedItem }[]
  readonly refused: readonly { readonly line: number; readonly faults: readonly RowFault[] }[]
  readonly unknownHeads: readonly string[]
}

/** What a list would bring in, and every fault by row and column. Pure. */
export function planPublished(grid: Grid, organ: OrganId): PublishedPlan | ListRefusal {
  const headed = headedRows(grid, publishedList)
  if ('refused' in headed) return headed
  const items: PublishedPlan['items'][number][] = []
  const refused: PublishedPlan['refused'][number][] = []
  const lines = new Map<string, number>()
  for (const row of headed.rows) {
    const read = itemIn(row, organ)
    if (Array.isArray(read)) {
      refused.push({ line: row.line, faults: read })
      continue
    }
    const item = read as PublishedItem
    const before = lines.get(item.id)
    if (before === undefined) {
      lines.set(item.id, row.line)
      items.push({ line: row.line, item })
    } else {
      const fault = cellFault(row.line, columns.address.head, `与第 ${before} 行相同，请只保留一行`)
      refused.push({ line: row.line, faults: [fault] })
    }
  }
  return { items, refused, unknownHeads: headed.unknownHeads }
}

function itemIn({ line, at }: HeadedRow, organ: OrganId): PublishedItem | readonly RowFault[] {
  const text = (key: Key): string => at(columns[key].head) ?? ''
  const faults = (Object.keys(columns) as Key[]).flatMap((key) => {
    const words = columns[key].fault(text(key))
    return words === null ? [] : [cellFault(line, columns[key].head, words)]
  })
  if (faults.length > 0) return faults
  const address = text('address')
  return {
    organ,
    id: publishedIdOf(address),
    title: text('title'),
    docNo: text('docNo') || null,
    publishedOn: dayIn(text('publishedOn')),
    address,
    summary: text('summary'),
  }
}

const linesOf = (items: readonly PublishedItem[]): readonly (readonly string[])[] =>
  items.map((item) => Object.values(columns).map(({ write }) => write(item)))

/** The list; without items, the template. */
export const writePublished = (items: readonly PublishedItem[], format: ListFormat): Promise<Uint8Array> =>
  writeList(publishedList, linesOf(items), format)

export const readPublishedList = (bytes: Uint8Array): Promise<Grid | ListRefusal> =>
  readList(bytes, publishedList)
