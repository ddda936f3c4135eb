/** 基层政务公开标准目录: what an organ has to publish in the 26 fields, as a list that comes from and goes to Excel. */
import { catalogueColumns, type FieldKey, fields } from '../../law/catalogue.ts'
import { cellFault, headedRows, type RowFault } from '../lists/headed-rows.ts'
import { type ListKind, type ListRefusal, readList, writeList } from '../lists/list-file.ts'
import type { Act, Office, OrganId } from '../ports.ts'

const fieldHead = '试点领域'

/** The columns of the standard catalogue behind the field; the first of them is the running number. */
export const standardCatalogue: ListKind = {
  what: '基层政务公开标准目录',
  heads: [fieldHead, ...catalogueColumns],
}

export const catalogueSetting = 'standardCatalogue'

/** One matter of the catalogue: its field, and its cells by the head of the column. */
export interface CatalogueEntry {
  readonly field: FieldKey
  readonly cells: Readonly<Record<string, string>>
}

export interface CataloguePlan {
  readonly entries: readonly CatalogueEntry[]
  readonly refused: readonly { readonly line: number; readonly faults: readonly RowFault[] }[]
  readonly unknownHeads: readonly string[]
}

/** Matters without which an entry says nothing. */
const needed = catalogueColumns.filter((head) => /^公开(?:事项|内容|依据|时限|主体)/.test(head))

const byCaption: ReadonlyMap<string, FieldKey> = new Map(
  (Object.keys(fields) as FieldKey[]).map((key) => [plain(fields[key]), key]),
)

function plain(text: string): string {
  return text.replace(/[（(].*?[）)]|\s|领域$/g, '')
}

const longest = 2000

/** What a list would bring in, and every fault by row and column. */
export async function planCatalogue(bytes: Uint8Array): Promise<CataloguePlan | ListRefusal> {
  const grid = await readList(bytes, standardCatalogue)
  const headed = 'refused' in grid ? grid : headedRows(grid, standardCatalogue)
  if ('refused' in headed) return headed
  const entries: CatalogueEntry[] = []
  const refused: CataloguePlan['refused'][number][] = []
  for (const { line, at } of headed.rows) {
    const field = byCaption.get(plain(at(fieldHead) ?? ''))
    const cells = Object.fromEntries(
      catalogueColumns.map((head) => [head, (at(head) ?? '').slice(0, longest)]),
    )
    const faults = [
      ...(field === undefined ? [cellFault(line, fieldHead, '不是 26 个试点领域之一')] : []),
      ...needed.filter((head) => cells[head] === '').map((head) => cellFault(line, head, '没有填写')),
    ]
    if (field === undefined || faults.length > 0) refused.push({ line, faults })
    else entries.push({ field, cells })
  }
  return { entries, refused, unknownHeads: headed.unknownHeads }
}

/** The catalogue of an organ; empty where none was brought in. */
export async function catalogueOf(office: Office, organ: OrganId): Promise<readonly CatalogueEntry[]> {
  const kept = await office.inTransaction(organ, ({ settings }) =>
    settings.get<readonly CatalogueEntry[]>(catalogueSetting),
  )
  return kept ?? []
}

/** Puts a catalogue in place of the one before; nothing where a row is at fault. */
export async function settleCatalogue(
  office: Office,
  organ: OrganId,
  { entries, refused }: CataloguePlan,
  by: Act,
): Promise<boolean> {
  if (refused.length > 0 || entries.length === 0) return false
  await office.inTransaction(organ, ({ settings }) => settings.set(catalogueSetting, entries, by))
  return true
}

/** The catalogue as a file; without entries the template. */
export async function writeCatalogue(
  entries: readonly CatalogueEntry[],
  format: 'xlsx' | 'csv',
): Promise<Uint8Array> {
  const lines = entries.map(({ field, cells }) => [
    fields[field],
    ...catalogueColumns.map((head) => cells[head] ?? ''),
  ])
  return writeList(standardCatalogue, lines, format)
}
