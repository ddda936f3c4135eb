/** Everything an organ keeps of its documents, to be taken elsewhere: a list for people, JSON with every version. */
import { fields, proactiveItems } from '../../law/catalogue.ts'
import { attributes, audiences, genres, themes } from '../../law/classification.ts'
import type { Day } from '../../law/day.ts'
import { type ListKind, writeList, writeListCsv } from '../lists/list-file.ts'
import type { DocumentRow, Office, OrganId } from '../ports.ts'
import { documentClasses } from './classes.ts'
import { textOf } from './draft-document.ts'
import { everyDocument } from './every-document.ts'
import { documentStateOf } from './handle-document.ts'
import { stages } from './life/state.ts'
import { validities, validityOn } from './validity.ts'

/** `staff`: not in the list that everybody may take along. */
export type ExportColumn = readonly [
  head: string,
  write: (row: DocumentRow, today: Day) => string,
  whose?: 'staff',
]

/** What a list for people tells of each document. */
export const exportColumns: readonly [ExportColumn, ...ExportColumn[]] = [
  ['索引号', ({ indexNo }) => indexNo ?? ''],
  ['标题', ({ title }) => title],
  ['信息种类', (row) => documentClasses[row.class].caption],
  ['发文字号', ({ docNo }) => docNo ?? ''],
  ['发文机关', ({ issuer }) => issuer],
  ['成文日期', ({ madeOn }) => madeOn ?? ''],
  ['发布日期', ({ publishedOn }) => publishedOn ?? ''],
  ['施行日期', ({ effectiveOn }) => effectiveOn ?? ''],
  ['有效期截止日', ({ expiresOn }) => expiresOn ?? ''],
  ['有效性', (row, today) => captionOf(validities, validityOn(row, today))],
  ['公开属性', ({ attribute }) => captionOf(attributes, attribute), 'staff'],
  ['阶段', ({ stage }) => stages[stage], 'staff'],
  ['主题分类', ({ theme }) => captionOf(themes, theme)],
  ['体裁分类', ({ genre }) => captionOf(genres, genre)],
  ['服务对象', (row) => row.audiences.map((each) => audiences[each]).join('、')],
  ['条例事项', ({ item }) => proactiveItems[item].caption],
  ['试点领域', ({ field }) => captionOf(fields, field)],
  ['内容概述', ({ abstract }) => abstract],
  ['原网址', ({ oldAddress }) => oldAddress ?? '', 'staff'],
]

const captionOf = <Key extends string>(table: Readonly<Record<Key, string>>, key: Key | null): string =>
  key === null ? '' : table[key]

const list: ListKind = {
  what: '公开信息目录',
  heads: exportColumns.map(([head]) => head) as [string, ...string[]],
}

export type ExportFormat = 'xlsx' | 'csv' | 'json'

/** The file, with its name. JSON has the text of every version, its reviews and its acts. */
export async function exportDocuments(
  office: Office,
  organ: OrganId,
  format: ExportFormat,
  today: Day,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const rows: DocumentRow[] = []
  for await (const row of everyDocument(office, { organs: [organ] })) rows.push(row)
  const name = `${list.what}.${format}`
  if (format === 'json') return { name, bytes: new TextEncoder().encode(await asJson(office, organ, rows)) }
  const lines = rows.map((row) => exportColumns.map(([, write]) => write(row, today)))
  return { name, bytes: await writeList(list, lines, format) }
}

/** The list of what everybody may read, as CSV. `addressOf`: where each is to be read. */
export async function publishedCsv(
  rows: AsyncIterable<DocumentRow>,
  addressOf: (row: DocumentRow) => string,
  today: Day,
): Promise<string> {
  const open = exportColumns.filter(([, , whose]) => whose !== 'staff')
  const heads = [...open.map(([head]) => head), '网页'] as unknown as ListKind['heads']
  const lines: string[][] = []
  for await (const row of rows) lines.push([...open.map(([, write]) => write(row, today)), addressOf(row)])
  return writeListCsv({ what: list.what, heads }, lines)
}

async function asJson(office: Office, organ: OrganId, rows: readonly DocumentRow[]): Promise<string> {
  const documents: object[] = []
  for (const { id } of rows)
    documents.push(
      await office.inTransaction(organ, async (unit) => {
        const { version: _, ...state } = await documentStateOf(unit, id)
        const versions = []
        for (const version of state.versions)
          versions.push({ ...version, html: await textOf(unit, version.content.body?.hash ?? null) })
        const work = state.work && {
          ...state.work,
          html: await textOf(unit, state.work.content.body?.hash ?? null),
        }
        return { id, ...state, work, versions }
      }),
    )
  return JSON.stringify({ organ, documents }, null, 1)
}
