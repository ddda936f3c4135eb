import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { planFor } from '../../../src/store/plan-anew.ts'
import type { Bench } from '../support/office.ts'

export function testDialect({ store }: Bench): void {
  describe('values read alike', () => {
    test('a civil day is its text, whatever the zone of the process', async () => {
      const { rows } =
        await sql`select date '2026-03-01' as day, date '1999-12-31' as other, null::date as none`.execute(
          store().database,
        )
      expect(rows).toEqual([{ day: '2026-03-01', other: '1999-12-31', none: null }])
    })

    test('int8 is a number while that is exact, and no wrong number beyond', async () => {
      const { rows } = await sql`
        select 9007199254740991::int8 as safe, 9007199254740993::int8 as unsafe, (-5)::int8 as negative, count(*) as n
        from generate_series(1, 3)`.execute(store().database)
      expect(rows).toEqual([{ safe: 9007199254740991, unsafe: 9007199254740993n, negative: -5, n: 3 }])
    })

    test('moments come in UTC with milliseconds, numeric as text, JSON as values, bytes as bytes', async () => {
      const { rows } = await sql<Record<string, unknown>>`
        select timestamptz '2026-11-22 12:22:23.1+08' as at, 1.10::numeric as amount,
          '{"a":[1,"乙"]}'::jsonb as json, '\\x0001ff'::bytea as bytes, true as yes, 7::int4 as small`.execute(
        store().database,
      )
      const { bytes, ...others } = rows[0]!
      expect(others).toEqual({
        at: '2026-11-22T04:22:23.100Z',
        amount: '1.10',
        json: { a: [1, '乙'] },
        yes: true,
        small: 7,
      })
      expect([...(bytes as Uint8Array)]).toEqual([0, 1, 255])
    })

    test('every primary, unique and foreign key begins with the organ', async () => {
      const { rows } = await sql<{ table: string; leads: string }>`
        select c.relname::text as "table", a.attname::text as leads
        from pg_constraint as k
        join pg_class as c on c.oid = k.conrelid
        join pg_attribute as a on a.attrelid = c.oid and a.attnum = k.conkey[1]
        where k.contype in ('p', 'u', 'f') and c.relnamespace = current_schema()::regnamespace
          and c.relname not like 'kysely%'
          and c.relname not in ('organ', 'calendar_paper')
          and c.relname not like 'auth\\_%'`.execute(store().database)
      expect(rows.length).toBeGreaterThan(15)
      expect(rows.filter(({ leads }) => leads !== 'organ')).toEqual([])
    })

    test('there are no triggers', async () => {
      const { rows } = await sql`select tgname from pg_trigger where not tgisinternal`.execute(
        store().database,
      )
      expect(rows).toEqual([])
    })

    test('queries at the same time do not fall into an open transaction', async () => {
      const db = store().database
      const seen = await db.transaction().execute(async (tx) => {
        await sql`create temporary table passing (n int4) on commit drop`.execute(tx)
        const elsewhere = sql<{ t: string | null }>`select to_regclass('passing')::text as t`.execute(db)
        await sql`insert into passing values (1)`.execute(tx)
        return { elsewhere }
      })
      expect((await seen.elsewhere).rows).toEqual([{ t: null }])
    })

    test('a statement over a few organs is prepared, one over many is planned for them', async () => {
      const count = (organs: readonly string[], name: string) =>
        sql`${planFor(organs)} select cardinality(${organs}::text[]) as ${sql.id(name)}`
      const many = Array.from({ length: 11 }, (_, n) => `o-${n}`)
      const prepared = await store()
        .database.connection()
        .execute(async (one) => {
          await count(many.slice(1), 'of_few').execute(one)
          expect((await count(many, 'of_many').execute(one)).rows).toEqual([{ of_many: 11 }])
          const { rows } = await sql<{ statement: string }>`
            select statement from pg_prepared_statements`.execute(one)
          return rows.map(({ statement }) => /of_few|of_many/.exec(statement)?.[0])
        })
      expect(prepared).toContain('of_few')
      expect(prepared).not.toContain('of_many')
    })
  })
}
