/** Statements that are planned for what they ask each time, and not prepared once for whatever may be asked. */
import { type RawBuilder, sql } from 'kysely'
import type { OrganId } from '../office/ports.ts'

const sign = '/* plan anew */'

/** Organs that the database takes a list for that it does not know yet. */
const takenFor = 10

/** Begins a statement that is not prepared. */
export const planAnew: RawBuilder<unknown> = sql.raw(sign)

/**
 * Begins a statement over a list of organs. Planned for ten of them, it would sort the cases of a thousand where it can
 * count them as they come.
 */
export const planFor = (organs: readonly OrganId[]): RawBuilder<unknown> =>
  organs.length > takenFor ? planAnew : sql``

export const isPlannedAnew = (text: string): boolean => text.startsWith(sign)
