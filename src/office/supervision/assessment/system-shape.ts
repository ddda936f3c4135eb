/** The shape of a system of indicators, for what comes in from outside: a file, or a call. */
import { z } from 'zod'
import type { Indicator, IndicatorSystem } from './system.ts'

const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[^\s:@/\\]+$/, '编号中不得有空格、冒号、斜线')
const caption = z.string().trim().min(1).max(300)
const number = z.number().min(0).max(100_000)
const origin = z.enum(['source', 'filledIn']).optional()

const faultShape = z.strictObject({
  id,
  caption,
  each: number,
  most: number.optional(),
  basis: z.string().max(200).optional(),
  origin,
})

const ruleShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('deduct'), faults: z.array(faultShape).max(100) }),
  z.strictObject({
    kind: z.literal('levels'),
    levels: z
      .array(z.strictObject({ id, caption, share: number }))
      .min(1)
      .max(20),
  }),
  z.strictObject({ kind: z.literal('ratio') }),
  z.strictObject({
    kind: z.literal('earn'),
    merits: z.array(z.strictObject({ id, caption, each: number })).max(50),
  }),
])

const node = {
  id,
  caption,
  weight: number,
  classes: z.array(z.string().max(40)).max(20).optional(),
  limits: z
    .array(z.strictObject({ fault: id, effect: z.enum(['atMost', 'times']), share: number }))
    .max(20)
    .optional(),
  origin,
}

const leafShape = z.strictObject({
  ...node,
  rule: ruleShape,
  sampling: z.string().max(200).optional(),
  evidence: z.string().max(200).optional(),
  reads: z
    .array(z.strictObject({ check: z.string().max(80), fault: id }))
    .max(20)
    .optional(),
})

const indicatorShape: z.ZodType<Indicator> = z.lazy(() =>
  z.union([leafShape, z.strictObject({ ...node, children: z.array(indicatorShape).max(100) })]),
) as never

export const systemShape = z.strictObject({
  format: z.literal('gongkai-indicators/1'),
  id,
  name: caption,
  year: z.number().int().min(2008).max(2200),
  tree: z.enum(['points', 'percent']),
  full: number,
  absent: z.enum(['siblings', 'whole', 'full']),
  classes: z
    .array(z.strictObject({ key: z.string().min(1).max(40), caption }))
    .min(1)
    .max(20),
  indicators: z.array(indicatorShape).max(100),
  vetoes: z
    .array(
      z.strictObject({
        id,
        caption,
        from: number.optional(),
        basis: z.string().max(200).optional(),
        check: z.string().max(80).optional(),
        origin,
      }),
    )
    .max(50),
  bonus: z.strictObject({ gate: number, most: number, indicators: z.array(leafShape).max(50) }).nullable(),
  pass: number.nullable(),
  grades: z.array(z.strictObject({ from: number, caption })).max(10),
  composite: z
    .array(z.strictObject({ of: z.enum(['own', 'quarters', 'below', 'social']), caption, weight: number }))
    .max(4),
  source: z.strictObject({ title: z.string().max(300), note: z.string().max(1000) }),
}) as unknown as z.ZodType<IndicatorSystem, IndicatorSystem>

/** What keeps data from being a system, in a sentence; null where nothing does. */
export function systemSchemaFault(data: unknown): string | null {
  const parsed = systemShape.safeParse(data)
  if (parsed.success) return null
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') ?? ''
  return `文件不是完整的指标体系${where === '' ? '' : `，“${where}”处不合格式`}；请用导出的模板修改。`
}
