/** Parts of what the routes of assessment take and give. */
import { z } from 'zod'
import type { Marks, Occurrence } from '../../../../office/supervision/assessment/facts.ts'
import type { Findings, Period } from '../../../../office/supervision/assessment/record.ts'
import { nameOfPeriod, roundStates, sheetStates } from '../../../../office/supervision/assessment/rounds.ts'
import type { Score } from '../../../../office/supervision/assessment/score.ts'
import { surveyStates } from '../../../../office/supervision/assessment/surveys.ts'
import type { IndicatorSystem } from '../../../../office/supervision/assessment/system.ts'
import { captionsOf, daySchema, idSchema, listOf, textOf } from '../../../http/schemas.ts'
import { organParams } from '../route.ts'

/** Plain data whose shape the office checks and describes; it goes through as it is. */
export const plainData = <T>(description: string) =>
  z.record(z.string(), z.unknown()).meta({ description }) as unknown as z.ZodType<T, T>

export const systemSchema = plainData<IndicatorSystem>('指标体系，格式见 docs/add-an-indicator-system.md')
export const scoreSchema = plainData<Score>('得分：各项指标的分值、得分、每一处失分的问题、规则和依据')

export const roundParams = organParams.extend({ round: idSchema.meta({ description: '考核的编号' }) })
export const sheetParams = roundParams.extend({ subject: idSchema.meta({ description: '被考核的机关' }) })
export const systemParams = organParams.extend({ system: idSchema.meta({ description: '指标体系的编号' }) })

export const yearSchema = z.coerce.number().int().min(2008).max(2200)

export const periodSchema = z.strictObject({
  year: yearSchema.meta({ title: '年份' }),
  quarter: z.number().int().min(1).max(4).nullable().meta({ title: '季度', description: '空为全年' }),
})

const occurrenceSchema = z.strictObject({
  id: z.string().min(1).max(120).meta({ title: '编号' }),
  kind: z.string().min(1).max(120).meta({ title: '问题' }),
  what: z.string().trim().max(500).meta({ title: '是什么' }),
  where: z.string().trim().max(500).meta({ title: '在哪里' }),
  times: z.number().int().min(1).max(10_000).optional().meta({ title: '次数' }),
  check: z.string().max(120).optional().meta({ title: '系统检查' }),
}) as unknown as z.ZodType<Occurrence, Occurrence>

export const findingsSchema = z
  .strictObject({
    marks: z
      .record(
        z.string().max(120),
        z.strictObject({
          found: z.array(occurrenceSchema).max(500).optional(),
          level: z.string().max(80).optional(),
          sample: z.strictObject({ passed: z.number().int().min(0), of: z.number().int().min(1) }).optional(),
          notApplicable: z.string().trim().min(1).max(300).optional(),
          note: z.string().trim().max(1000).optional(),
        }),
      )
      .meta({ title: '各项指标' }) as unknown as z.ZodType<Marks, Marks>,
    vetoes: z.array(occurrenceSchema).max(100).meta({ title: '单项否决' }),
  })
  .meta({ title: '评定' }) as unknown as z.ZodType<Findings, Findings>

export const roundStateSchema = captionsOf(roundStates)
export const sheetStateSchema = captionsOf(sheetStates)
export const surveyStateSchema = captionsOf(surveyStates)

export const objectionSchema = z.object({
  id: z.string(),
  leaf: z.string(),
  found: z.string().nullable(),
  reason: z.string(),
  on: daySchema,
  decision: z.object({ upheld: z.boolean(), reason: z.string(), on: daySchema }).nullable(),
})

export const reasonBody = (title: string) => z.strictObject({ reason: textOf(title, 1000) })

export const resultSchema = z.object({
  organ: z.string(),
  name: z.string(),
  class: z.string(),
  classCaption: z.string(),
  total: z.number(),
  composed: z.number().meta({ description: '综合得分；体系没有综合得分的，同本次得分' }),
  parts: listOf(
    z.object({
      of: z.string(),
      caption: z.string(),
      weight: z.number(),
      mean: z.number().nullable().meta({ description: '没有得分的为空，权重并入其他部分' }),
      scores: z.number().int().meta({ description: '几个得分的平均' }),
      points: z.number().meta({ description: '计入综合得分的分数' }),
    }),
  )
    .optional()
    .meta({ description: '综合得分的组成' }),
  verdict: z.enum(['vetoed', 'failed', 'passed']),
  grade: z.string().nullable(),
  rank: z.number().int(),
  points: z.number().nullable().meta({ description: '比上一次增加的分数；上一次没有参加的为空' }),
  places: z.number().int().nullable().meta({ description: '比上一次上升的名次；类别不同的为空' }),
})

export const noticeSchema = z.object({
  title: z.string(),
  paragraphs: listOf(z.string()),
  publishedOn: daySchema.nullable(),
})

export const roundSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  period: z.object({ year: z.number().int(), quarter: z.number().int().nullable() }),
  periodName: z.string(),
  state: roundStateSchema,
  stateCaption: z.string(),
  openedOn: daySchema,
  selfBy: daySchema.nullable(),
  objectBy: daySchema.nullable(),
  closedOn: daySchema.nullable(),
  sampled: listOf(z.string()),
  organs: z.number().int(),
})

interface RoundLike {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly period: Period
  readonly state: keyof typeof roundStates
  readonly openedOn: z.input<typeof daySchema>
  readonly selfBy: z.input<typeof daySchema> | null
  readonly objectBy: z.input<typeof daySchema> | null
  readonly closedOn: z.input<typeof daySchema> | null
  readonly sampled: readonly string[]
  readonly organs: readonly unknown[]
}

export const viewOfRound = (round: RoundLike): z.input<typeof roundSchema> => ({
  ...round,
  periodName: nameOfPeriod(round.period),
  stateCaption: roundStates[round.state],
  organs: round.organs.length,
})
