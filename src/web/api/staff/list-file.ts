/** Lists as files of the API: taken away as XLSX or CSV, brought in after a look at what that would do. */
import { z } from 'zod'
import type { ListFormat } from '../../../office/lists/list-file.ts'
import { fileAnswer } from '../../http/route.ts'
import { listOf, yesNoSchema } from '../../http/schemas.ts'

export const listTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Readonly<Record<ListFormat, string>>

export const listFormat = z.enum(['xlsx', 'csv']).default('xlsx').meta({ title: '格式' })

/** What every route gives that answers with a list. */
export const givesList = {
  method: 'GET',
  rate: 'read',
  query: z.strictObject({ format: listFormat }),
  answers: { 200: { file: Object.values(listTypes) } },
} as const

/** The list as a file. `name`: without its extension. */
export const listAnswer = (name: string, format: ListFormat, bytes: Uint8Array) =>
  fileAnswer({ name: `${name}.${format}`, type: listTypes[format], bytes })

export const doIt = yesNoSchema
  .default('false')
  .meta({ title: '是否执行', description: 'false 只看会有什么变化' })

const line = z.number().int()

export const faultSchema = z.object({ line, column: z.string().nullable(), message: z.string() })

/** What is wrong with one line. */
export const faultLineSchema = z.object({ line, faults: listOf(faultSchema) })

/** What every route takes that a list is brought in by. */
export const takesList = {
  method: 'POST',
  rate: 'write',
  query: z.strictObject({ do: doIt }),
  files: 'only',
  problems: [409, 422],
} as const

/** What came of it, beside what each kind of list has to tell. */
export const cameOfList = {
  done: z.boolean(),
  refused: listOf(faultLineSchema),
  unknownHeads: listOf(z.string()),
}
