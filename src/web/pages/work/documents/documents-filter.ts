/** The filter of the list of documents: as it stands in the address, and as the API takes it. */
import { type ColumnKey, columns } from '../../../../office/documents/columns.ts'

export const documentFilters = [
  'title',
  'docNo',
  'stage',
  'class',
  'column',
  'attribute',
  'item',
  'theme',
  'field',
  'year',
  'validity',
  'reviewBy',
] as const
export type DocumentFilterName = (typeof documentFilters)[number]
export type AskedDocuments = Partial<Record<DocumentFilterName, string>>

/** What an address asks for. */
export const askedDocuments = (search: URLSearchParams): AskedDocuments =>
  Object.fromEntries(
    documentFilters.flatMap((name) => {
      const value = search.get(name)?.trim() ?? ''
      return value === '' ? [] : [[name, value]]
    }),
  )

/** A column is the classes that belong into it. */
export function documentQuery({ column, ...asked }: AskedDocuments): Record<string, unknown> {
  const classes =
    column !== undefined && Object.hasOwn(columns, column) ? columns[column as ColumnKey].classes : undefined
  return { ...(classes !== undefined && { class: classes }), ...asked }
}

/**
 * The words of the filter as the search of what everybody may read is asked; null where none are, or where what is not
 * published is wanted.
 */
export function wordsQuery({ title, stage, theme, field, year, validity, ...other }: AskedDocuments) {
  const narrower = Object.keys(other).length > 0 || (stage !== undefined && stage !== 'published')
  return title === undefined || narrower ? null : { q: title, theme, field, year, validity }
}

/** The address of the list with one of its filters changed. */
export function withFilter(asked: AskedDocuments, name: DocumentFilterName, value: string | null): string {
  const { [name]: _, ...rest } = asked
  const search = new URLSearchParams(value === null ? rest : { ...rest, [name]: value })
  return search.size === 0 ? '?' : `?${search}`
}
