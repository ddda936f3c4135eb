/** Reports of others as they are answered: the row of the list, and one of them with a reading. */
import { z } from 'zod'
import type { ExaminedRow, ExaminedState } from '../../../office/ports.ts'
import { findingSchema, placeSchema, reportSchema } from '../../../writer/schema.ts'
import { captionsOf, listOf, momentSchema } from '../../http/schemas.ts'

const states: Readonly<Record<Exclude<ExaminedState, 'withdrawn'>, string>> = {
  waiting: '等待读取',
  read: '已读取',
  unread: '未能读取',
}

export const examinedStateSchema = captionsOf(states)

export const examinedRowSchema = z
  .object({
    id: z.string(),
    version: z.number().int(),
    state: examinedStateSchema,
    name: z.string().meta({ description: '文件名' }),
    year: z.number().int().nullable().meta({ description: '报告年度：经确认的，否则为所印的' }),
    printedOrgan: z.string().nullable().meta({ description: '报告所印的机关名称；没有认出的为 null' }),
    organ: z.string().nullable().meta({ description: '对应的机关的编号；不在名录内或者不能确定的为 null' }),
    organName: z.string().nullable().meta({ description: '经确认的机关名称' }),
    confirmed: z.boolean().meta({ description: '机关和年度是否已经由人确认' }),
    edition: z.enum(['2019', '2021', 'pre2019']).nullable(),
    cells: z.object({ read: z.number().int(), total: z.number().int() }),
    findings: z
      .object({ error: z.number().int(), warning: z.number().int(), note: z.number().int() })
      .meta({ description: '不成立或者不能判断的核对结果，按轻重计数' }),
    corrections: z.number().int().meta({ description: '现有读数经人更正的次数' }),
    readings: z.number().int().meta({ description: '历次读数的个数' }),
    keptAt: momentSchema,
    keptBy: z.string(),
  })
  .meta({ id: 'ExaminedReport' })

export const viewOfExamined = (row: ExaminedRow, name: string): z.input<typeof examinedRowSchema> => ({
  id: row.id,
  version: row.version,
  state: row.state as keyof typeof states,
  name,
  year: row.year,
  printedOrgan: row.printedOrgan,
  organ: row.matchedOrgan,
  organName: row.matchedName,
  confirmed: row.confirmed,
  edition: row.edition,
  cells: { read: row.cellsRead, total: row.cellsTotal },
  findings: row.findings,
  corrections: row.corrections,
  readings: row.readings,
  keptAt: row.keptAt,
  keptBy: row.keptBy,
})

const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), text: z.string(), place: placeSchema }),
  z.object({
    kind: z.literal('table'),
    rows: z.number().int(),
    columns: z.number().int(),
    cells: listOf(
      z.object({
        text: z.string(),
        row: z.number().int(),
        column: z.number().int(),
        rowSpan: z.number().int(),
        colSpan: z.number().int(),
        place: placeSchema,
      }),
    ),
    place: placeSchema,
  }),
])

export const correctedCellSchema = z
  .union([z.number().min(-1e15).max(1e15), z.enum(['blank', 'dash'])])
  .meta({ title: '单元格', description: '数，或者 blank（空白）、dash（划线）' })

export const examinedReportSchema = z
  .object({
    row: examinedRowSchema,
    name: z.string(),
    readings: listOf(
      z.object({
        number: z.number().int(),
        kind: z.enum(['machine', 'correction']),
        by: z.string().meta({ description: '读取或者更正的人员的编号；system 为本系统' }),
        at: momentSchema,
        reason: z.string().nullable(),
        reader: z.string().nullable().meta({ description: '读取程序的版本；更正为 null' }),
        base: z.number().int().nullable().meta({ description: '更正所依据的读数' }),
        cells: z.record(z.string(), correctedCellSchema).meta({ description: '更正了哪些单元格' }),
      }),
    ),
    reading: z.number().int().nullable().meta({ description: '所给的是第几次读数；还没有读数的为 null' }),
    report: reportSchema.nullable(),
    findings: listOf(findingSchema),
    source: z
      .object({
        format: z.string(),
        encoding: z.string().optional(),
        title: z.string().optional(),
        notices: listOf(z.object({ code: z.string(), message: z.string() })),
        blocks: listOf(blockSchema),
        truncated: z.boolean().meta({ description: '过长，末尾没有列出' }),
      })
      .nullable()
      .meta({ description: '原文所见的文字和表格，各带位置' }),
    proposals: listOf(
      z.object({
        organ: z.string(),
        name: z.string(),
        certainty: z.enum(['code', 'name', 'nearName', 'similar']),
        likeness: z.number(),
      }),
    ).meta({
      description:
        '可能是哪个机关的报告，把握大的在前：code 统一社会信用代码相符；name 名称相同；nearName 名称大体相同；similar 名称相近',
    }),
    refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .meta({ id: 'ExaminedReportWhole' })
