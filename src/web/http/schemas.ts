/** Building blocks of what is sent and answered. Lists of words come from the tables, with their captions. */
import { z } from 'zod'
import { type Day, isDay } from '../../law/day.ts'

/** A civil day, '2026-03-06'. */
export const daySchema = z.iso
  .date({ abort: true })
  .refine(isDay, '年份应在 1900 至 2999 之间')
  .meta({ example: '2026-03-06' }) as unknown as z.ZodType<Day, Day>

export const momentSchema = z.string().meta({ format: 'date-time', example: '2026-03-06T01:02:03.456Z' })

/** A moment as it is sent: with its offset from UTC, kept in UTC. */
export const sentMomentSchema = z.iso
  .datetime({ offset: true, abort: true, error: '应为日期和时间，如 2026-03-06 09:30' })
  .overwrite((text) => new Date(text).toISOString())
  .meta({ example: '2026-03-06T09:30:00+08:00' })

/** The captions of a list of words, by its keys: for whoever makes a form of a schema. */
export const captionTables = z.registry<{ readonly captions: Readonly<Record<string, string>> }>()

/**
 * Some words, described by their captions. What is left out of such a schema later (`exclude`, `extract`) leaves out the
 * captions too: choose the keys before.
 */
export function wordsOf<Key extends string>(
  keys: readonly Key[],
  captionOf: (key: Key) => string,
): z.ZodEnum<{ [K in Key]: K }> {
  const captions = Object.fromEntries(keys.map((key) => [key, captionOf(key)]))
  const description = keys.map((key) => `${key} ${captions[key]}`).join('；')
  const schema = z.enum(keys as [Key, ...Key[]]).meta({ description })
  captionTables.add(schema, { captions })
  return schema as unknown as z.ZodEnum<{ [K in Key]: K }>
}

/** The keys of a table, described by its captions. */
export const keysOf = <Key extends string, Row>(
  table: Readonly<Record<Key, Row>>,
  captionOf: (row: Row) => string,
): z.ZodEnum<{ [K in Key]: K }> => wordsOf(Object.keys(table) as Key[], (key) => captionOf(table[key]))

/** As `keysOf`, for tables that have nothing but captions. */
export const captionsOf = <Key extends string>(table: Readonly<Record<Key, string>>) =>
  keysOf(table, (caption: string) => caption)

/** Yes or no where it is asked in an address. */
export const yesNoSchema = captionsOf({ true: '是', false: '否' })

/** A text that is asked for: trimmed, not empty. `most` characters. */
export const textOf = (title: string, most = 2000) => z.string().trim().min(1).max(most).meta({ title })

/** A list in an answer. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()

/** Part of an address: an id, whatever it looks like, so that a strange one is not found like any other. */
export const idSchema = z.string().max(200)

export const citesSchema = listOf(z.string()).meta({ description: '依据的条款，如 条例§33' })

export const okSchema = z.object({ done: z.literal(true) })
