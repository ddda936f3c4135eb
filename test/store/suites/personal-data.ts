import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { append, at, type Bench, event, oldRing, organ } from '../support/office.ts'

const here = 'vault'
const person = {
  id: 'p1',
  kind: 'applicant',
  data: { name: '张三', identity: '11010519491231002X' },
  lookup: { identity: '11010519491231002X', phone: '13800000000' },
}

export function testPersonalData({ store, fresh }: Bench): void {
  describe('personal data', () => {
    beforeAll(async () => {
      for (const id of [here, 'vault-other', 'vault-keys', 'vault-many']) await store().organs.put(organ(id))
    })

    test('is sealed, found by equality, and not found from another organ', async () => {
      const { opened, found, wrong } = await store().inTransaction(here, async ({ vault }) => {
        await vault.put(person, at)
        return {
          opened: await vault.open('p1'),
          found: await vault.find('applicant', 'phone', '13800000000'),
          wrong: await vault.find('applicant', 'identity', '13800000000'),
        }
      })
      expect(opened).toEqual(person)
      expect([found, wrong]).toEqual([['p1'], []])
      const other = await store().inTransaction('vault-other', ({ vault }) =>
        vault.find('applicant', 'phone', '13800000000'),
      )
      expect(other).toEqual([])
      const { rows } = await sql<{ text: string }>`
        select row_to_json(v)::text || row_to_json(l)::text as text from vault v join vault_lookup l using (organ, id)
        where organ = ${here}`.execute(store().database)
      for (const { text } of rows) expect(text).not.toMatch(/张三|11010519|13800000000/)
      for (const { text } of rows) expect(text).not.toContain(Buffer.from('张三').toString('hex'))
    })

    test('many are opened at once, the erased among them, and none of another organ', async () => {
      const many = await store().inTransaction('vault-many', async ({ vault }) => {
        for (const id of ['m1', 'm2', 'm3']) await vault.put({ ...person, id }, at)
        await vault.erase('m2', at)
        return [await vault.openMany(['m3', 'm2', 'm1', 'never', 'm1']), await vault.openMany([])]
      })
      expect(Object.fromEntries(many[0]!)).toEqual({
        m1: { ...person, id: 'm1' },
        m2: { failure: 'erased', at },
        m3: { ...person, id: 'm3' },
      })
      expect(many[1]!.size).toBe(0)
      const other = await store().inTransaction('vault-other', ({ vault }) => vault.openMany(['m1']))
      expect(other.size).toBe(0)
    })

    test('put again takes the place of what was there, index and all', async () => {
      const found = await store().inTransaction(here, async ({ vault }) => {
        await vault.put({ ...person, id: 'p2', lookup: { phone: '1' } }, at)
        await vault.put({ ...person, id: 'p2', lookup: { phone: '2' } }, at)
        return [await vault.find('applicant', 'phone', '1'), await vault.find('applicant', 'phone', '2')]
      })
      expect(found).toEqual([[], ['p2']])
    })

    test('a sealed value moved to another row does not open', async () => {
      await store().inTransaction(here, async ({ vault }) => {
        await vault.put({ ...person, id: 'p3', lookup: {} }, at)
        await vault.put({ ...person, id: 'p4', lookup: {} }, at)
      })
      await sql`update vault set sealed = (select sealed from vault where organ = ${here} and id = 'p3')
        where organ = ${here} and id = 'p4'`.execute(store().database)
      await expect(store().inTransaction(here, ({ vault }) => vault.open('p4'))).rejects.toThrow()
    })

    test('依法删除个人信息后，登记日志的校验链保持完整', async () => {
      await append(store(), here, 'request/v', 0, event('received', { applicant: 'p1' }))
      const erased = await store().inTransaction(here, async ({ vault }) => [
        await vault.erase('p1', at),
        await vault.erase('p1', at),
        await vault.open('p1'),
        await vault.find('applicant', 'phone', '13800000000'),
        await vault.put(person, at),
        await vault.open('never'),
      ])
      const tombstone = { failure: 'erased', at }
      expect(erased).toEqual([true, false, tombstone, [], tombstone, null])
      const { rows } =
        await sql`select sealed, key_id from vault where organ = ${here} and id = 'p1'`.execute(
          store().database,
        )
      expect(rows).toEqual([{ sealed: null, key_id: null }])
      expect(await verify(store(), here)).toMatchObject({ faults: [], events: 1, cases: 1 })
    })

    test('a key is replaced: what the old one sealed is found, opened and sealed anew', async () => {
      const old = new Store(store().database, { ...store().parts, ring: oldRing }, () => undefined)
      const content = new Uint8Array([1, 2, 3])
      const { hash } = await old.inTransaction('vault-keys', async ({ vault, blobs }) => {
        await vault.put(person, at)
        return blobs.put(content, 'application/pdf', at)
      })
      const read = () =>
        store().inTransaction('vault-keys', async ({ vault, blobs }) => [
          await vault.find('applicant', 'phone', '13800000000'),
          await vault.open('p1'),
          [...((await blobs.open(hash)) as Uint8Array)],
        ])
      const before = await read()
      expect(before).toEqual([['p1'], person, [1, 2, 3]])
      expect(await store().reseal('vault-keys', 1)).toBe(2)
      expect(await store().reseal('vault-keys', 1)).toBe(0)
      expect(await read()).toEqual(before)
      // With the new key alone the ring of old cannot open it any more.
      await expect(old.inTransaction('vault-keys', ({ vault }) => vault.open('p1'))).rejects.toThrow('k2')
    })

    test('a key is replaced: messages waiting or given up are sealed anew, those sent have nothing to seal', async () => {
      const mine = await fresh()
      await mine.organs.put(organ(here))
      const old = new Store(mine.database, { ...mine.parts, ring: oldRing }, () => undefined)
      const message = (id: string) => ({ id, topic: 'mail', payload: { to: '13800000000' }, notBefore: at })
      const all = ['waiting', 'sent', 'givenUp'].map(message)
      await old.inTransaction(here, ({ outbox }) => outbox.putAll(all, at))
      await old.dispatch.done(here, 'sent', at)
      await old.dispatch.failed(here, 'givenUp', 'refused', null)
      const steps = []
      for (let n = 0; n < 3; n++) steps.push(await mine.reseal(here, 1))
      expect(steps).toEqual([1, 1, 0])
      await expect(old.dispatch.claim(at, at, 9)).rejects.toThrow('k2')
      expect(await mine.dispatch.claim(at, at, 9)).toMatchObject([message('waiting')])
    })

    test('attachments are kept by their hash, once, sealed, and can be erased', async () => {
      const content = new Uint8Array(300_000).map((_, n) => n % 251)
      const result = await store().inTransaction(here, async ({ blobs }) => {
        const put = await blobs.put(content, 'image/png', at)
        const again = await blobs.put(content, 'image/png', at)
        expect(again).toEqual(put)
        const back = await blobs.open(put.hash)
        expect(Buffer.compare(back as Uint8Array, content)).toBe(0)
        return [
          put,
          await blobs.info(put.hash),
          await blobs.erase(put.hash, at),
          await blobs.info(put.hash),
          await blobs.open(put.hash),
          await blobs.info('0'),
        ]
      })
      const info = { hash: expect.stringMatching(/^[0-9a-f]{64}$/), size: 300_000, type: 'image/png' }
      const tombstone = { failure: 'erased', at }
      expect(result).toEqual([info, info, true, tombstone, tombstone, null])
    })
  })
}
