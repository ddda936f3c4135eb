import { type RawBuilder, sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ExaminedFilter, NewEvent } from '../../../src/office/ports.ts'
import type { SourceEvent } from '../../../src/office/reports/examined/events.ts'
import { streamOfReportSource } from '../../../src/office/streams.ts'
import { rebuild } from '../../../src/store/rebuild.ts'
import { verify } from '../../../src/store/verify.ts'
import { append, type Bench, by, deriveDue, event, organ } from '../support/office.ts'

const here = 'examined'
const there = 'examined-other'

type Given = Omit<SourceEvent, 'on'>

const kept = (hash: string): Given => ({ kind: 'sourceKept', data: { hash, size: 7 } })
const read = (organName: string, year: number, proposed: string | null = null): Given => ({
  kind: 'reportRead',
  data: {
    ...{ reading: 'r', source: 's', reader: '1', organName, year, organ: proposed, edition: '2021' },
    ...{ cellsRead: 198, cellsTotal: 200, findings: { error: 1, warning: 2, note: 3 } },
  },
})
const matched = (match: string | null, organName: string, year: number): Given => ({
  kind: 'reportMatched',
  data: { organ: match, organName, year, examined: null },
})
const withdrawn: Given = { kind: 'sourceWithdrawn', data: { reason: '误传' } }

export function testExamined({ store }: Bench): void {
  describe('reports of others that were put in', () => {
    /** Appended one minute after another, so that the order of the list is known. */
    let minute = 0
    async function happened(place: string, id: string, ...events: readonly Given[]): Promise<void> {
      const at = new Date(Date.parse(by.at) + ++minute * 60_000).toISOString()
      await store().inTransaction(place, async (unit) => {
        const stream = streamOfReportSource(id)
        const { length } = await unit.events.load(stream)
        const on = '2026-11-20'
        await unit.events.append(stream, length, events.map((each) => ({ ...each, on })) as NewEvent[], {
          ...by,
          at,
        })
      })
    }
    const ids = async (filter: Partial<ExaminedFilter> = {}) =>
      (await store().examined.list({ organs: [here], ...filter }, { limit: 50 })).rows.map(({ id }) => id)

    beforeAll(async () => {
      for (const id of [here, there]) await store().organs.put(organ(id))
      await happened(here, 'a', kept('aa'))
      await happened(here, 'b', kept('bb'))
      await happened(here, 'b', read('示例县水利局', 2025, 'water'))
      await happened(
        here,
        'c',
        kept('cc'),
        read('示例县教育局', 2024),
        matched('school', '示例县教育局', 2025),
      )
      await happened(here, 'd', kept('dd'), withdrawn)
      await happened(there, 'e', kept('aa'))
      await append(store(), here, 'request/x', 0, event('moved', { status: 'registered' }))
    })

    test('a row is what its events add up to', async () => {
      expect(await store().examined.get(here, 'b')).toMatchObject({
        ...{ organ: here, id: 'b', version: 2, state: 'read', year: 2025, printedOrgan: '示例县水利局' },
        ...{ matchedOrgan: 'water', matchedName: null, confirmed: false, edition: '2021' },
        ...{ cellsRead: 198, cellsTotal: 200, findings: { error: 1, warning: 2, note: 3 } },
        ...{ corrections: 0, readings: 1, hash: 'bb', keptBy: by.actor },
      })
      expect(await store().examined.get(here, 'c')).toMatchObject({
        ...{ matchedOrgan: 'school', matchedName: '示例县教育局', confirmed: true, year: 2025 },
      })
      expect(await store().examined.get(here, 'x')).toBeNull()
      expect(await store().examined.get(there, 'b')).toBeNull()
    })

    test('the list has what was put in last first, and what was withdrawn only when asked for', async () => {
      expect(await ids()).toEqual(['c', 'b', 'a'])
      expect(await ids({ state: ['withdrawn'] })).toEqual(['d'])
      expect(await ids({ organs: [here, there] })).toEqual(['e', 'c', 'b', 'a'])
      expect(await ids({ organs: [] })).toEqual([])
    })

    test('the list by year, organ, state, confirmation and part of a name', async () => {
      expect(await ids({ year: 2025 })).toEqual(['c', 'b'])
      expect(await ids({ year: 2024 })).toEqual([])
      expect(await ids({ about: ['water', 'nobody'] })).toEqual(['b'])
      expect(await ids({ state: ['waiting'] })).toEqual(['a'])
      expect(await ids({ confirmed: true })).toEqual(['c'])
      expect(await ids({ words: '教育' })).toEqual(['c'])
      for (const words of ['%', '_', '\\', "'"]) expect(await ids({ words })).toEqual([])
    })

    test('pages neither repeat nor leave out, and a made-up mark is told', async () => {
      const filter = { organs: [here, there] }
      const found: string[] = []
      let after: string | undefined
      do {
        const page = await store().examined.list(filter, { limit: 1, after })
        found.push(...page.rows.map(({ id }) => id))
        after = page.next ?? undefined
      } while (after !== undefined)
      expect(found).toEqual(['e', 'c', 'b', 'a'])
      await expect(store().examined.list(filter, { limit: 1, after: 'x' })).rejects.toThrow(RangeError)
    })

    test('the same bytes are found again within the organ, unless they were withdrawn', async () => {
      const same = async (hash: string) => (await store().examined.withBytes(here, hash)).map(({ id }) => id)
      expect([await same('aa'), await same('dd'), await same('zz')]).toEqual([['a'], [], []])
    })

    test('what waits is found over all organs, the oldest first', async () => {
      const waiting = (await store().examined.waiting(100)).filter(({ organ }) =>
        [here, there].includes(organ),
      )
      expect(waiting.map(({ id }) => id)).toEqual(['a', 'e'])
      expect(await store().examined.waiting(1)).toHaveLength(1)
    })

    test('within a unit what the unit wrote is seen; abandoned, it is not kept', async () => {
      const seen = await store().inTransaction(here, async (unit) => {
        const events = [{ ...kept('ff'), on: '2026-11-20' }] as NewEvent[]
        await unit.events.append(streamOfReportSource('f'), 0, events, by)
        unit.abandon()
        return unit.examined.get(here, 'f')
      })
      expect(seen).toMatchObject({ state: 'waiting', version: 1 })
      expect(await store().examined.get(here, 'f')).toBeNull()
    })

    test('a row that was altered, taken out or slipped in is found, and made anew from the log', async () => {
      const tamper = (statement: RawBuilder<unknown>) => statement.execute(store().database)
      const faults = async () =>
        (await verify(store(), here)).faults.map(({ kind, stream }) => [kind, stream])
      expect(await faults()).toEqual([])
      const changes = [
        ['b', sql`update examined_report set errors = 0 where organ = ${here} and id = 'b'`],
        ['a', sql`delete from examined_report where organ = ${here} and id = 'a'`],
        [
          'z',
          sql`insert into examined_report select (jsonb_populate_record(r, '{"id":"z"}')).* from examined_report as r
            where organ = ${here} and id = 'c'`,
        ],
      ] as const
      for (const [id, change] of changes) {
        await tamper(change)
        expect(await faults()).toEqual([['examinedDiffers', streamOfReportSource(id)]])
        await rebuild(store(), here, deriveDue)
        expect(await faults()).toEqual([])
      }
      expect(await ids()).toEqual(['c', 'b', 'a'])
      expect(await store().examined.get(there, 'e')).not.toBeNull()
    })

    test('each list goes by an index', async () => {
      const plan = async (query: RawBuilder<unknown>) =>
        store()
          .database.transaction()
          .execute(async (tx) => {
            await sql`set local enable_seqscan = off`.execute(tx)
            await sql`set local enable_sort = off`.execute(tx)
            return JSON.stringify((await sql`explain ${query}`.execute(tx)).rows)
          })
      expect(
        await plan(
          sql`select id from examined_report where organ = 'x' order by kept_at desc, id desc limit 9`,
        ),
      ).toContain('examined_report_list')
      expect(await plan(sql`select id from examined_report where organ = 'x' and hash = 'y'`)).toContain(
        'examined_report_bytes',
      )
      expect(
        await plan(
          sql`select organ, id from examined_report where state = 'waiting' order by kept_at, id limit 2`,
        ),
      ).toContain('examined_report_waiting')
    })
  })
}
