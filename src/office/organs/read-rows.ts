import { cellFault, headedRows, type RowFault, tidy } from '../lists/headed-rows.ts'
import type { Grid, ListRefusal } from '../lists/list-file.ts'
import { blankOrgan, type Field, isFault, organFields } from './fields.ts'
import { organList } from './list-file.ts'
import type { OrganRecord } from './organ.ts'
import { levelsOf, organKinds, organLevels } from './organ.ts'

export { type RowFault, tidy } from '../lists/headed-rows.ts'

/** A row of the list: the columns it has, to be laid over an organ there already or a blank one. */
export interface ReadRow {
  readonly line: number
  readonly code: string
  /** The organ after the row, or what is wrong with it. Columns that the file lacks leave the organ as it is. */
  readonly over: (existing: OrganRecord | undefined) => OrganRecord | readonly RowFault[]
}

export interface ReadRows {
  readonly rows: readonly ReadRow[]
  /** Rows without a usable code: nothing can be said of them but why. */
  readonly refused: readonly { readonly line: number; readonly faults: readonly RowFault[] }[]
  /** Heads that are none of ours; their columns are passed over. */
  readonly unknownHeads: readonly string[]
}

/** Reads a list by its heads, in whatever order they stand. The row of heads may have titles above it. */
export function readRows(grid: Grid): ReadRows | ListRefusal {
  const [codeField, ...others] = organFields as readonly [Field, ...Field[]]
  const headed = headedRows(grid, organList)
  if ('refused' in headed) return headed
  const rows: ReadRow[] = []
  const refused: ReadRows['refused'][number][] = []
  for (const { line, at: under } of headed.rows) {
    const at = ({ head }: Field): string | undefined => under(head)
    const code = at(codeField) ?? ''
    const read = code === '' ? { fault: '没有填写' } : codeField.read(code, blankOrgan)
    if (isFault(read as OrganRecord))
      refused.push({ line, faults: [fault(line, codeField, (read as { fault: string }).fault)] })
    else {
      const { code: sound } = read as OrganRecord
      rows.push({ line, code: sound, over: (existing) => laidOver(existing, sound, line, others, at) })
    }
  }
  return { rows, refused, unknownHeads: headed.unknownHeads }
}

function laidOver(
  existing: OrganRecord | undefined,
  code: string,
  line: number,
  fields: readonly Field[],
  at: (field: Field) => string | undefined,
): OrganRecord | readonly RowFault[] {
  let organ: OrganRecord = { ...(existing ?? blankOrgan), code }
  const faults: RowFault[] = []
  for (const field of fields) {
    const text = at(field)
    if (text === undefined && (existing !== undefined || !field.required)) continue
    if ((text ?? '') === '' && field.required) {
      faults.push(fault(line, field, text === undefined ? '新增机关必须有这一列' : '没有填写'))
      continue
    }
    const read = field.read(text ?? '', organ)
    if (isFault(read)) faults.push(fault(line, field, read.fault))
    else organ = read
  }
  if (faults.length === 0 && !levelsOf[organ.kind].includes(organ.level)) {
    const levels = levelsOf[organ.kind].map((level) => organLevels[level]).join('、')
    const message = `第 ${line} 行“行政层级”：${organKinds[organ.kind]}没有${organLevels[organ.level]}的，应为${levels}。`
    faults.push({ line, column: '行政层级', message })
  }
  return faults.length > 0 ? faults : organ
}

const fault = (line: number, { head }: Field, words: string): RowFault => cellFault(line, head, words)

/** What is wrong with a record that came by another way than a list, column by column; empty when sound. */
export function checkOrgan(organ: OrganRecord): readonly Omit<RowFault, 'line'>[] {
  const at = (field: Field): string => tidy(field.write(organ))
  const codeRead = organFields[0]!.read(organ.code, blankOrgan)
  const made = laidOver(organ, organ.code, 0, organFields.slice(1), at)
  const faults = 'code' in made ? [] : made
  return [...('fault' in codeRead ? [fault(0, organFields[0]!, codeRead.fault)] : []), ...faults].map(
    ({ column, message }) => ({ column, message: message.replace(/^第 0 行/, '') }),
  )
}
