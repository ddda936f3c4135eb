import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { backup } from '../../../src/store/backup.ts'
import { rebuild } from '../../../src/store/rebuild.ts'
import { restore } from '../../../src/store/restore.ts'
import { Store } from '../../../src/store/store.ts'
import { checkpoint, verify } from '../../../src/store/verify.ts'
import { append, at, type Bench, deriveDue, event, organ } from '../support/office.ts'

export function testVerify({ store, fresh }: Bench): void {
  describe('verification', () => {
    let made = 0
    let here = ''

    /** An organ with twelve events on four cases, due days derived. */
    async function build(): Promise<string> {
      const id = `verify-${++made}`
      await store().organs.put(organ(id))
      for (let version = 0; version < 3; version++)
        for (const stream of ['a', 'b', 'c', 'd']) {
          const data = { status: `step-${version}`, due: '2026-12-18', number: stream }
          await append(store(), id, `request/${stream}`, version, event('moved', data))
        }
      await rebuild(store(), id, deriveDue)
      return id
    }

    const tamper = (statement: RawBuilder<unknown>) => statement.execute(store().database)
    const faults = async () =>
      (await verify(store(), here, { deriveDue })).faults.map(({ kind, seq }) => [kind, seq])

    beforeAll(async () => {
      here = await build()
    })

    test('finds nothing where nothing was done', async () => {
      const found = await verify(store(), here, { deriveDue })
      expect(found).toMatchObject({ faults: [], events: 12, cases: 4, head: { organ: here, seq: 12 } })
    })

    test('登记日志中任何一条的任何一项被改动，都能发现', async () => {
      const changes: [string, RawBuilder<unknown>, RawBuilder<unknown>][] = [
        ['kind', sql`'x'`, sql`'moved'`],
        ['on_day', sql`date '2020-01-01'`, sql`date '2026-11-20'`],
        ['at', sql`at + interval '1 second'`, sql`at - interval '1 second'`],
        ['actor', sql`'x'`, sql`'staff-1'`],
        ['data', sql`data || '{"x":1}'`, sql`data - 'x'`],
      ]
      for (let seq = 1; seq <= 12; seq++)
        for (const [column, change, back] of changes) {
          const at = sql`where organ = ${here} and seq = ${seq}`
          await tamper(sql`update event set ${sql.ref(column)} = ${change} ${at}`)
          expect((await faults())[0], `${column} of ${seq}`).toEqual(['altered', seq])
          await tamper(sql`update event set ${sql.ref(column)} = ${back} ${at}`)
        }
      expect(await faults()).toEqual([])
    })

    test('登记日志中任何一条被删除，都能发现', async () => {
      const { rows } = await sql<{ row: string }>`
        select row_to_json(e)::text as row from event e where organ = ${here} order by seq`.execute(
        store().database,
      )
      for (const [index, { row }] of rows.entries()) {
        await tamper(sql`delete from event where organ = ${here} and seq = ${index + 1}`)
        expect((await faults())[0]).toEqual(['missing', index + 1])
        await tamper(sql`insert into event select * from json_populate_record(null::event, ${row}::json)`)
      }
      expect(await faults()).toEqual([])
    })

    test('two events exchanged, one slipped in, the end cut off, the head changed', async () => {
      const other = await build()
      const look = async () => (await verify(store(), other)).faults.map(({ kind }) => kind)
      await tamper(sql`update event set seq = seq + 100 where organ = ${other} and seq in (3, 4)`)
      await tamper(sql`update event set seq = 107 - seq where organ = ${other} and seq in (103, 104)`)
      expect(await look()).toContain('altered')
      await tamper(sql`update event set seq = 7 - seq + 100 where organ = ${other} and seq in (3, 4)`)
      await tamper(sql`update event set seq = seq - 100 where organ = ${other} and seq > 100`)
      expect(await look()).toEqual([])
      await tamper(sql`insert into event
        select organ, 13, stream, 9, kind, on_day, at, actor, data, hash from event where organ = ${other} and seq = 12`)
      expect(await look()).toEqual(['altered', 'head', 'caseDiffers'])
      await tamper(sql`delete from event where organ = ${other} and seq >= 12`)
      expect(await look()).toContain('missing')
      await tamper(sql`update event_head set hash = 'sha256:0' where organ = ${other}`)
      expect(await look()).toContain('missing')
    })

    test('a log cut off together with its head is found by a checkpoint kept elsewhere', async () => {
      const cut = await build()
      const kept = (await checkpoint(store(), cut))!
      await tamper(sql`delete from request_case where organ = ${cut} and id = 'd'`)
      await tamper(sql`delete from event where organ = ${cut} and stream = 'request/d' and seq = 12`)
      await tamper(sql`update event_head set seq = 11, hash = (
        select hash from event where organ = ${cut} and seq = 11) where organ = ${cut}`)
      await rebuild(store(), cut, deriveDue)
      expect((await verify(store(), cut)).faults).toEqual([])
      const found = await verify(store(), cut, { checkpoints: [kept] })
      expect(found.faults.map(({ kind, seq }) => [kind, seq])).toEqual([['checkpoint', 12]])
      expect(found.faults[0]!.message).toContain('改写或截短')
    })

    test('a case that is over may stand for an older calendar, an open one may not', async () => {
      const old = await build()
      await append(store(), old, 'request/a', 3, event('moved', { closedOn: '2026-11-21' }))
      await rebuild(store(), old, deriveDue)
      const later = (events: Parameters<typeof deriveDue>[0]) => ({
        ...deriveDue(events),
        calendarVersion: 'c2',
      })
      const found = await verify(store(), old, { deriveDue: later })
      expect(found.faults.map(({ kind, stream }) => [kind, stream])).toEqual(
        ['b', 'c', 'd'].map((open) => ['dueDiffers', `request/${open}`]),
      )
      await tamper(sql`update request_case set due = '2027-01-01' where organ = ${old} and id = 'a'`)
      expect((await verify(store(), old, { deriveDue })).faults).toMatchObject([{ stream: 'request/a' }])
    })

    test('cases that differ, are wanting, or have no ground are found, and rebuild puts them right', async () => {
      const wrong = await build()
      await tamper(sql`update request_case set status = 'x' where organ = ${wrong} and id = 'a'`)
      await tamper(sql`update request_case set due = '2027-01-01' where organ = ${wrong} and id = 'b'`)
      await tamper(sql`update request_case set id = 'z' where organ = ${wrong} and id = 'c'`)
      const found = await verify(store(), wrong, { deriveDue })
      expect(found.faults.map(({ kind, stream }) => [kind, stream])).toEqual([
        ['caseDiffers', 'request/a'],
        ['dueDiffers', 'request/b'],
        ['caseMissing', 'request/c'],
        ['caseExtra', 'request/z'],
      ])
      expect(await rebuild(store(), wrong, deriveDue)).toBe(4)
      expect((await verify(store(), wrong, { deriveDue })).faults).toEqual([])
    })

    test('a number taken from the record is found', async () => {
      const spent = await build()
      const series = { kind: '7', year: 2026 }
      for (const n of [1, 2, 3])
        await store().inTransaction(spent, ({ numbers }) => numbers.next(series, `letter/${n}`, at))
      await tamper(sql`delete from number_issued where organ = ${spent} and number = 2`)
      expect((await verify(store(), spent)).faults.map(({ kind }) => kind)).toEqual(['numbers'])
    })

    test('the chain goes on when the organ changes to SM3', async () => {
      const sm3 = await build()
      const other = new Store(store().database, { ...store().parts, digest: 'sm3' }, () => undefined)
      const [moved] = await append(other, sm3, 'request/a', 3, event('moved', { status: 'x' }))
      expect(moved!.hash).toMatch(/^sm3:[0-9a-f]{64}$/)
      await append(store(), sm3, 'request/a', 4, event('noted'))
      expect(await verify(store(), sm3)).toMatchObject({ faults: [], events: 14 })
      await tamper(sql`update event set actor = 'x' where organ = ${sm3} and seq = 13`)
      expect((await verify(store(), sm3)).faults[0]).toMatchObject({ kind: 'altered', seq: 13 })
    })
  })

  describe('backup', () => {
    test('is read into an empty database, row for row, and verifies there', async () => {
      const [source, target] = [await fresh(), await fresh()]
      await source.organs.put(organ('sub', null))
      await source.organs.put(organ('above', null))
      await source.organs.put(organ('sub', 'above'))
      await append(
        source,
        'sub',
        'request/a',
        0,
        event('received', { status: '登记', more: { 甲: [1.5, '乙\n'] } }),
      )
      const entry = { id: 'p', kind: 'applicant', data: { name: '张三' }, lookup: { phone: '1' } }
      const { hash } = await source.inTransaction(
        'sub',
        async ({ vault, blobs, numbers, outbox, settings }) => {
          await vault.put(entry, at)
          await numbers.next({ kind: '7', year: 2026 }, 'letter/1', at)
          await outbox.put({ id: 'm', topic: 'mail', payload: { a: 1 }, notBefore: at }, at)
          await settings.set('x', [1], { actor: 'a', at })
          return blobs.put(new Uint8Array([0, 10, 255]), 'text/plain', at)
        },
      )
      const folder = await mkdtemp(join(tmpdir(), 'gongkai-backup-'))
      onTestFinished(() => rm(folder, { recursive: true, force: true }))
      const file = join(folder, 'backup.jsonl')
      const { rows } = await backup(source, file)
      expect(rows).toMatchObject({ organ: 2, event: 1, request_case: 1, vault: 1, blob: 1, number_issued: 1 })
      expect(await readFile(file, 'utf8')).not.toContain('张三')

      const text = await readFile(file, 'utf8')
      const damage = join(folder, 'damaged.jsonl')
      for (const bad of [text.replace('登记', '改动'), text.slice(0, -200), '', '{}\n']) {
        await writeFile(damage, bad)
        expect(await restore(target, damage)).toMatchObject({ failure: 'damaged' })
      }
      expect(await target.organs.all()).toEqual([])

      const restored = await restore(target, file)
      expect(restored).toMatchObject({
        verified: { sub: { faults: [], events: 1, cases: 1 }, above: { faults: [] } },
      })
      const again = join(folder, 'again.jsonl')
      await backup(target, again)
      expect(await readFile(again, 'utf8')).toBe(text)
      const opened = await target.inTransaction('sub', async ({ vault, blobs, numbers }) => [
        await vault.open('p'),
        await vault.find('applicant', 'phone', '1'),
        [...((await blobs.open(hash)) as Uint8Array)],
        await numbers.next({ kind: '7', year: 2026 }, 'letter/2', at),
      ])
      expect(opened).toEqual([entry, ['p'], [0, 10, 255], 2])
      expect(await restore(target, file)).toMatchObject({ failure: 'notEmpty' })
    })
  })
}
