/** The register of rules and normative documents of a year as a list: what each was in that year, and its metadata. */
import type { Day } from '../../law/day.ts'
import { type ListKind, writeList } from '../lists/list-file.ts'
import type { DocumentRow } from '../ports.ts'
import { exportColumns } from './export-documents.ts'
import {
  type Register,
  type RegisterColumn,
  registerCaptions,
  registerColumns,
  registerRows,
} from './register.ts'

export async function writeRegister(
  register: Register,
  year: number,
  format: 'xlsx' | 'csv',
  today: Day,
): Promise<Uint8Array> {
  const list: ListKind = {
    what: `${year}年规章和规范性文件目录`,
    heads: [
      exportColumns[0][0],
      ...registerColumns.map((column) => registerCaptions[column]),
      ...exportColumns.slice(1).map(([head]) => head),
    ],
  }
  const [[, indexOf], ...rest] = exportColumns
  const lines = registerRows.flatMap((row) => {
    const cells = register[row]
    const stands = (column: RegisterColumn, { id }: DocumentRow) =>
      cells[column].some((each) => each.id === id) ? '是' : ''
    const all = new Map(registerColumns.flatMap((column) => cells[column]).map((each) => [each.id, each]))
    return [...all.values()].map((document) => [
      indexOf(document, today),
      ...registerColumns.map((column) => stands(column, document)),
      ...rest.map(([, write]) => write(document, today)),
    ])
  })
  return writeList(list, lines, format)
}
