import { hkdfSync } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Moment } from '../office/ports.ts'
import type { KeyRing } from './key-ring.ts'
import type { Schema } from './schema.ts'
import type { Store } from './store.ts'

export interface WrongKeys {
  readonly failure: 'wrongKey' | 'missingKey'
  readonly message: string
}

/** Settings of no organ: the house's own. */
const house = ''

/**
 * Whether the keys at hand are those the database was sealed with; null where they are. Of every key a mark is
 * kept at its first use, from which the key cannot be told: without it a new key file would seal under an id that
 * means another key, and what was sealed before would seem damaged.
 */
export async function checkKeys(store: Store, at: Moment): Promise<WrongKeys | null> {
  const { ring } = store.parts
  const db = store.database
  for (const id of ring.ids) {
    const mark = markOf(ring, id)
    if ((await markKept(db, id, mark, at)) !== mark) return wrong(id)
  }
  const missing = (await keysInUse(db)).filter((id) => !ring.ids.includes(id))
  return missing.length === 0 ? null : wanting(missing)
}

const markOf = (ring: KeyRing, id: string): string =>
  Buffer.from(hkdfSync('sha256', ring.key(id)!, '', 'gongkai/mark/1', 16)).toString('hex')

/** The mark that was there first. */
async function markKept(db: Kysely<Schema>, id: string, mark: string, at: Moment): Promise<unknown> {
  const key = `key/${id}`
  await db
    .insertInto('setting')
    .values({ organ: house, key, value: JSON.stringify(mark), actor: 'system', at })
    .onConflict((conflict) => conflict.columns(['organ', 'key']).doNothing())
    .execute()
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('organ', '=', house)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return row.value
}

async function keysInUse(db: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select key_id as id from vault where key_id is not null
    union select key_id from blob where key_id is not null
    union select key_id from outbox where key_id is not null`.execute(db)
  return rows.map(({ id }) => id)
}

const advice = '请把 GONGKAI_KEYS 指向原来的密钥文件，或者从单独保管的副本恢复它。'

const wrong = (id: string): WrongKeys => ({
  failure: 'wrongKey',
  message: `密钥“${id}”不是这个数据库原来用的那一把，用它打不开已有的个人信息。${advice}`,
})

const wanting = (ids: readonly string[]): WrongKeys => ({
  failure: 'missingKey',
  message: `数据库里有用密钥“${ids.join('”“')}”封存的个人信息，密钥文件里没有这些密钥。${advice}`,
})
