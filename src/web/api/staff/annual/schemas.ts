/** How annual reports are told over the API. */
import { z } from 'zod'
import { organLevels } from '../../../../office/organs/organ.ts'
import { origins } from '../../../../office/reports/annual/compile.ts'
import { annualEventCaptions, sectionKeys } from '../../../../office/reports/annual/events.ts'
import { annualStatuses } from '../../../../office/reports/annual/state.ts'
import { annualSteps } from '../../../../office/reports/annual/steps.ts'
import { writeFormats } from '../../../../writer/write.ts'
import { captionsOf, citesSchema, daySchema, keysOf, listOf, momentSchema } from '../../../http/schemas.ts'
import { organParams } from '../route.ts'

/** First report year of the form, and the last that a report may be about. */
export const yearSchema = z.coerce.number().int().min(2019).max(2999).meta({ description: '报告年度' })
export const annualParams = organParams.extend({ year: yearSchema })

export const statusSchema = captionsOf(annualStatuses)
export const originSchema = captionsOf(origins)
export const levelSchema = captionsOf(organLevels)
export const stepSchema = keysOf(annualSteps, ({ caption }) => caption)
export const eventKindSchema = captionsOf(annualEventCaptions)
export const sectionSchema = z
  .enum(sectionKeys)
  .meta({ title: '部分', description: 'preamble 为引言，1 至 6 为各部分' })
export const formatSchema = z.enum(writeFormats).default('docx').meta({ title: '格式' })

export const deadlineSchema = z
  .object({
    day: daySchema.meta({ description: '报送、公布的最后一日' }),
    statutory: z.boolean().meta({ description: '是否由条例规定；否则依惯例' }),
    workingDay: daySchema.meta({ description: '最后一日是休息日的，此前最后一个工作日' }),
    left: z.number().int().meta({ description: '距该工作日还有几个工作日；已过的为负数' }),
    because: z.string(),
    cites: citesSchema,
  })
  .meta({ id: 'ReportDeadline' })

const doneBy = { by: z.string().meta({ description: '人员编号' }), on: daySchema, at: momentSchema }

const valueSchema = z
  .union([z.number(), z.enum(['blank', 'dash'])])
  .meta({ title: '数字', description: '数字；blank 为空白，dash 为划线；都不是零' })

export const figureSchema = z.strictObject({
  key: z.string().trim().min(1).max(200).meta({ title: '单元格', example: 'licensing/licence@decisions' }),
  value: valueSchema,
  document: z
    .string()
    .trim()
    .max(300)
    .nullable()
    .default(null)
    .meta({ title: '来源', description: '文件或者系统' }),
  note: z.string().trim().max(1000).nullable().default(null).meta({ title: '备注' }),
})

const entrySchema = z
  .object({
    value: valueSchema,
    document: z.string().nullable(),
    note: z.string().nullable(),
    from: z.enum(['typed', 'list']),
    ...doneBy,
  })
  .nullable()

export const cellSchema = z
  .object({
    key: z.string(),
    caption: z.string(),
    kind: z.enum(['number', 'inferred', 'ambiguous', 'blank', 'dash', 'illegible', 'absent']),
    value: z.number().nullable().meta({ description: '没有数字时为 null，不是零' }),
    raw: z.string(),
    origin: originSchema,
    originCaption: z.string(),
    computed: z.number().nullable().meta({ description: '与格中数字不同的计数；更改过的格总是给出' }),
    source: z.string().nullable(),
    change: z.enum(['enter', 'correct']).nullable().meta({ description: '可以怎样改；合计为 null' }),
    counted: z.boolean().meta({ description: '是否有逐件的清单' }),
    entry: entrySchema,
    correction: z
      .object({ computed: z.number(), value: z.number(), reason: z.string(), ...doneBy })
      .nullable(),
    note: z.object({ note: z.string(), ...doneBy }).nullable(),
  })
  .meta({ id: 'ReportCell' })

const boxSchema = z.object({
  kind: z.enum(['band', 'corner', 'head', 'label', 'cell']),
  row: z.number().int(),
  column: z.number().int(),
  rowSpan: z.number().int(),
  colSpan: z.number().int(),
  text: z.string(),
  key: z.string().optional(),
})

/** The printed form, section by section. */
export const formSchema = listOf(
  z.object({
    number: z.number().int(),
    title: z.string(),
    content: z.enum(['prose', 'tables']),
    grid: z
      .object({ rows: z.number().int(), columns: z.number().int(), boxes: listOf(boxSchema) })
      .nullable(),
  }),
)

const sideSchema = z.object({ text: z.string(), value: z.number().nullable() })

export const findingSchema = z
  .object({
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'note']),
    verdict: z.enum(['holds', 'broken', 'undecidable']),
    message: z.string(),
    cells: listOf(z.string()),
    sentence: z.string().nullable(),
    section: z.number().int().nullable().meta({ description: '该句所在的部分' }),
    left: sideSchema.nullable(),
    right: sideSchema.nullable(),
    cites: citesSchema,
  })
  .meta({ id: 'ReportFinding' })

const referenceSchema = z.object({
  of: z.enum(['now', 'last', 'change']).meta({ description: '本年、上年、与上年之差' }),
  key: z.string(),
})

export const sectionViewSchema = z
  .object({
    key: sectionSchema,
    title: z.string(),
    content: z.enum(['prose', 'tables']),
    text: z.string().meta({ description: '所写的文字；花括号中为与表格相连的数字' }),
    rendered: z.string().meta({ description: '代入数字后的文字' }),
    figures: listOf(referenceSchema.extend({ start: z.number().int(), end: z.number().int() })).meta({
      description: 'rendered 中与表格相连的数字所在',
    }),
    faults: listOf(z.object({ reference: referenceSchema, message: z.string() })),
    unbound: listOf(
      z.object({
        start: z.number().int(),
        end: z.number().int(),
        stated: z.number(),
        sentence: z.string(),
        reference: referenceSchema,
        value: z.number().nullable(),
      }),
    ).meta({ description: 'rendered 中手工填写、可以改为与表格相连的数字' }),
    version: z.number().int().meta({ description: '写过几次；保存时在 If-Match 中写明' }),
    writtenBy: z.string().nullable(),
    asides: listOf(z.object({ hash: z.string(), words: z.string(), over: z.number().int(), ...doneBy })).meta(
      { description: '与他人同时撰写而留存的文字' },
    ),
    outline: listOf(z.object({ id: z.string(), what: z.string(), met: z.boolean(), cites: citesSchema })),
    phrase: z.string().nullable().meta({ description: '可以采用的通用段落' }),
    lastYear: z.object({ text: z.string(), similarity: z.number(), copied: listOf(z.string()) }).nullable(),
  })
  .meta({ id: 'ReportSection' })

export const obstacleSchema = z.object({
  about: z.string().meta({ description: '单元格或者部分；整份报告的为空' }),
  message: z.string(),
})

export const moveSchema = z
  .object({
    step: stepSchema,
    caption: z.string(),
    open: z.boolean(),
    reason: z.string().nullable(),
    cites: citesSchema,
  })
  .meta({ id: 'ReportMove' })

export const findingCountsSchema = z.object({
  error: z.number().int(),
  warning: z.number().int(),
  note: z.number().int(),
})

export const publicationSchema = z.object({
  number: z.number().int().meta({ description: '第几版' }),
  publishedOn: daySchema,
  reason: z.string().nullable().meta({ description: '更正的理由；首次公布的为 null' }),
  digest: z.string().meta({ description: '存档的 SHA-256' }),
})

export const viewSchema = z
  .object({
    organ: z.object({ id: z.string(), name: z.string() }),
    year: z.number().int(),
    edition: z.object({ id: z.string(), title: z.string() }),
    version: z.number().int(),
    status: statusSchema,
    statusCaption: z.string(),
    basis: z.enum(['live', 'snapshot']).meta({ description: '现在的数字，或者报送时的存档' }),
    deadline: deadlineSchema,
    form: formSchema,
    cells: listOf(cellSchema),
    asked: listOf(z.object({ key: z.string(), caption: z.string(), lastYear: z.number().nullable() })).meta({
      description: '尚待填报的格；不作零',
    }),
    sections: listOf(sectionViewSchema),
    findings: listOf(findingSchema),
    obstacles: listOf(obstacleSchema).meta({ description: '报送之前必须解决的' }),
    moves: listOf(moveSchema),
    counting: listOf(z.string()).meta({ description: '本机关自定的计数口径；没有自定的为空' }),
    submission: z.object({ digest: z.string(), findings: findingCountsSchema, ...doneBy }).nullable(),
    returned: z
      .object({
        reasons: listOf(z.object({ about: z.string().nullable(), text: z.string() })),
        ...doneBy,
      })
      .nullable(),
    accepted: z.object({ note: z.string().nullable(), ...doneBy }).nullable(),
    revision: z.object({ reason: z.string(), ...doneBy }).nullable(),
    publications: listOf(publicationSchema),
  })
  .meta({ id: 'AnnualReport' })

/** After a change: where the report stands now. */
export const changedSchema = z
  .object({ version: z.number().int(), status: statusSchema, statusCaption: z.string() })
  .meta({ id: 'AnnualReportChanged' })

/** How far a report has come. `findings`: as of its submission. */
export const stageShape = {
  status: statusSchema,
  statusCaption: z.string(),
  submittedOn: daySchema.nullable(),
  acceptedOn: daySchema.nullable(),
  publishedOn: daySchema.nullable(),
  findings: findingCountsSchema.nullable().meta({ description: '报送时的检查结果' }),
  publications: listOf(publicationSchema),
  deadline: deadlineSchema,
}

export const filingSchema = z
  .object({
    organ: z.object({
      id: z.string(),
      name: z.string(),
      level: levelSchema,
      levelCaption: z.string(),
      kind: z.string(),
      kindCaption: z.string(),
    }),
    year: z.number().int(),
    ...stageShape,
    late: z.boolean(),
    daysLate: z.number().int().meta({ description: '逾期几日；没有逾期的为 0' }),
    clean: z.boolean().meta({ description: '没有错误和提示，可以成批通过' }),
  })
  .meta({ id: 'AnnualFiling' })

export const alikeSchema = z
  .object({
    section: z.number().int(),
    one: z.object({ id: z.string(), name: z.string() }),
    other: z.object({ id: z.string(), name: z.string() }),
    similarity: z.number().meta({ description: '0 至 1' }),
    copied: listOf(z.string()).meta({ description: '两份报告中一字不差的句子' }),
  })
  .meta({ id: 'AlikeSections' })
