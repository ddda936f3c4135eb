/** Values that a schema might be sent: mostly of its shape, now and then anything at all. */
import fc from 'fast-check'
import { z } from 'zod'

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '\u0000',
    '\ud800',
    -1,
    0,
    1e308,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    true,
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Now and then something else than is wanted. */
const mostly = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: odd })

const words = fc.constantFrom('示例内容', '经查，情况属实', '2026-03-10', '示例县人民法院', 'x', '〔2026〕')
const days = fc.constantFrom('2026-03-02', '2026-03-20', '2025-12-31', '2999-12-31', '1900-01-01')

export function arbitraryOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  return mostly(plainly(schema))
}

function plainly(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodType>
    const optional = Object.keys(shape).filter((key) => shape[key]!.safeParse(undefined).success)
    const required = Object.keys(shape).filter((key) => !optional.includes(key))
    const values = Object.fromEntries(Object.keys(shape).map((key) => [key, arbitraryOf(shape[key]!)]))
    return fc.record(values, { requiredKeys: required })
  }
  if (schema instanceof z.ZodArray)
    return fc.array(arbitraryOf(schema.element as z.ZodType), { minLength: 1, maxLength: 3 })
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...(schema.options as string[]))
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodUnion) return fc.oneof(...(schema.options as z.ZodType[]).map(plainly))
  if (schema instanceof z.ZodNullable) return fc.option(plainly(schema.unwrap() as z.ZodType))
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodDefault
  )
    return plainly(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodPipe) return plainly(schema.in as z.ZodType)
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodNumber) return fc.nat({ max: 40 })
  if (schema instanceof z.ZodISODate) return days
  return words
}
