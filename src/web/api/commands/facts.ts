/** What letters are told, from the table of facts: each by its name, of its kind. */
import { z } from 'zod'
import type { tariffs } from '../../../law/fees.ts'
import { grounds } from '../../../law/grounds.ts'
import { channels } from '../../../law/receipt.ts'
import {
  type FactDefinition,
  type FactKind,
  type FactName,
  type Facts,
  type FactValues,
  factDefinitions,
} from '../../../office/letters/facts.ts'
import { daySchema, keysOf, textOf } from '../../http/schemas.ts'

const most = 10_000
const count = z.number().int().min(0).max(1_000_000)

const kinds: { readonly [K in FactKind]: (fact: FactDefinition) => z.ZodType<FactValues[K]> } = {
  text: ({ caption }) => textOf(caption, most),
  day: () => daySchema,
  count: () => count,
  channel: () => keysOf(channels, ({ caption }) => caption),
  list: ({ caption }) => z.array(textOf(caption, most)).min(1).max(100),
  choice: ({ caption, options = [] }) =>
    z
      .union([textOf(caption, 100), z.array(textOf(caption, 100)).min(1).max(10)])
      .meta({ description: `可选：${options.join('、')}` }),
  withheld: () =>
    z
      .array(
        z.strictObject({
          ground: keysOf(grounds, ({ caption }) => caption)
            .nullable()
            .meta({ title: '不予公开的理由' }),
          part: textOf('不予公开的内容', most),
          reason: textOf('理由的说明', most),
        }),
      )
      .min(1)
      .max(100),
  fee: () =>
    z.discriminatedUnion('basis', [
      z.strictObject({ basis: basis('piece'), quantity: count, before: count.exactOptional() }),
      z.strictObject({ basis: basis('page'), quantity: count }),
    ]),
}

const basis = <Basis extends keyof typeof tariffs>(key: Basis) => z.literal(key)

const shape = Object.fromEntries(
  (Object.keys(factDefinitions) as FactName[]).map((name) => {
    const definition = factDefinitions[name]
    return [name, kinds[definition.kind](definition).exactOptional().meta({ title: definition.caption })]
  }),
)

/** Any facts; which of them a letter needs is said by its definition. */
export const factsSchema = z.strictObject(shape).meta({
  id: 'LetterFacts',
  description: '文书的内容项；卷内已有记录的，以记录为准',
}) as unknown as z.ZodType<Facts, Facts>
