/** The JSON in which a report is given out: `gongkai read --json`, the API, downloads. */

import { z } from 'zod'

export const placeSchema = z
  .object({
    page: z.int().optional(),
    line: z.int().optional(),
    sheet: z.string().optional(),
    table: z.int().optional(),
    row: z.int().optional(),
    column: z.int().optional(),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  })
  .describe('原文中的位置，页、行、列从 1 起；box 为 PDF 页面上的左、上、右、下（磅）')

const side = z.object({ text: z.string(), value: z.number().nullable() })

const cell = z
  .object({
    key: z.string().describe('表/行@列，例如 requests/outcome.unavailable.notHeld@natural'),
    kind: z
      .enum(['number', 'inferred', 'ambiguous', 'blank', 'dash', 'illegible', 'absent'])
      .describe('读出、由勾稽关系推出、有几种可能、空白、划线、辨认不出、原文没有'),
    value: z.number().optional().describe('kind 为 number、inferred 时的数'),
    unit: z.string().optional().describe('格内所印单位'),
    raw: z.string().optional().describe('原文所印'),
    place: placeSchema.optional(),
    proof: z.string().optional().describe('kind 为 inferred 时：为什么只能这样读'),
    candidates: z
      .array(z.number().nullable())
      .optional()
      .describe('kind 为 ambiguous 时的各种可能；null 表示可能是空格'),
  })
  .describe('一个单元格；空白、划线、原文没有，都不是零')

const claim = z.object({
  metric: z.string(),
  value: z.number(),
  approximate: z.boolean().optional(),
  unit: z.string().optional(),
  label: z.string().optional(),
  scope: z.string().optional().describe('口径与本机关全年数不同，不与表格核对'),
  section: z.int().min(1).max(6),
  sentence: z.string(),
  place: placeSchema.optional(),
})

export const findingSchema = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  verdict: z.enum(['holds', 'broken', 'undecidable']),
  left: side.optional(),
  right: side.optional(),
  cells: z.array(z.string()),
  sentence: z.string().optional(),
  place: placeSchema.optional(),
  cites: z.array(z.string()).describe('依据，例如 条例§50(2)'),
  message: z.string(),
})

export const reportSchema = z
  .object({
    file: z.string(),
    organ: z.string().nullable(),
    organKind: z.string().nullable().optional(),
    year: z.int().nullable(),
    edition: z.enum(['2019', '2021', 'pre2019']).nullable(),
    script: z.enum(['simplified', 'traditional']),
    publication: z
      .object({
        indexNumber: z.string().optional(),
        documentNumber: z.string().optional(),
        publisher: z.string().optional(),
        publishedOn: z.string().optional(),
      })
      .optional(),
    forms: z
      .record(z.string(), z.enum(['2019', '2021']))
      .optional()
      .describe('各表实际采用的表式；没有找到的表不列'),
    sections: z.array(z.object({ number: z.int().min(1).max(6), title: z.string(), text: z.string() })),
    cells: z.array(cell),
    claims: z.array(claim),
    statistics: z
      .array(
        z.object({
          key: z.string(),
          kind: z.string(),
          value: z.number().optional(),
          raw: z.string().optional(),
        }),
      )
      .optional()
      .describe('2019 年以前的政府信息公开情况统计表'),
    findings: z.array(findingSchema),
  })
  .describe('一份政府信息公开工作年度报告的读数')

export type ReportJson = z.infer<typeof reportSchema>

/** JSON Schema (draft 2020-12) of a report; `schema/report.schema.json` holds the same. */
export const jsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(reportSchema),
  title: '政府信息公开工作年度报告',
})
