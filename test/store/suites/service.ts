import { beforeAll, describe, expect, test } from 'vitest'
import { at, type Bench, by, organ } from '../support/office.ts'

const here = 'service'
const later = '2026-11-22T05:00:00.000Z'
const muchLater = '2026-11-23T05:00:00.000Z'

export function testService({ store }: Bench): void {
  describe('messages, settings and keys', () => {
    beforeAll(async () => {
      await store().organs.put(organ(here))
    })

    const put = (id: string, notBefore: string) =>
      store().inTransaction(here, ({ outbox }) =>
        outbox.put({ id, topic: 'mail', payload: { to: 'a@b.cn' }, notBefore }, at),
      )

    test('a message is claimed once, by one sender, when its time has come', async () => {
      expect([await put('m1', at), await put('m1', at), await put('m2', later)]).toEqual([true, false, true])
      const claims = await Promise.all([1, 2, 3].map(() => store().dispatch.claim(at, later, 10)))
      expect(claims.flat()).toEqual([
        { organ: here, id: 'm1', topic: 'mail', payload: { to: 'a@b.cn' }, notBefore: at, attempt: 1 },
      ])
      await store().dispatch.done(here, 'm1', at)
      expect(await store().dispatch.counts()).toEqual({ waiting: 1, givenUp: 0 })
      const [second] = await store().dispatch.claim(later, muchLater, 10)
      expect(second).toMatchObject({ id: 'm2' })
      // The sender died: nobody said done or failed, and its time is over.
      expect(await store().dispatch.claim(muchLater, muchLater, 10)).toMatchObject([{ id: 'm2', attempt: 2 }])
      await store().dispatch.failed(here, 'm2', 'connection refused', null)
      expect(await store().dispatch.counts()).toEqual({ waiting: 0, givenUp: 1 })
    })

    test('a failed message waits for its next try', async () => {
      await put('m3', at)
      await store().dispatch.claim(at, later, 10)
      await store().dispatch.failed(here, 'm3', 'busy', muchLater)
      expect(await store().dispatch.claim(later, muchLater, 10)).toEqual([])
      expect(await store().dispatch.claim(muchLater, '2026-11-24T00:00:00.000Z', 10)).toMatchObject([
        { id: 'm3', attempt: 2 },
      ])
      await store().dispatch.done(here, 'm3', muchLater)
    })

    test('a message of a unit that was rolled back is not sent', async () => {
      await store().inTransaction(here, async (unit) => {
        await unit.outbox.put({ id: 'm4', topic: 'mail', payload: {}, notBefore: at }, at)
        unit.abandon()
      })
      expect(await store().dispatch.claim(muchLater, muchLater, 10)).toEqual([])
    })

    test('many messages are put at once, each of them once', async () => {
      const ids = Array.from({ length: 1203 }, (_, n) => `many-${n % 1100}`)
      const put = () =>
        store().inTransaction(here, ({ outbox }) =>
          outbox.putAll(
            ids.map((id) => ({ id, topic: 'mail', payload: { id }, notBefore: at })),
            at,
          ),
        )
      const fresh = await put()
      expect(new Set(fresh).size).toBe(1100)
      expect(fresh).toHaveLength(1100)
      expect(await put()).toEqual([])
      const claimed = await store().dispatch.claim(at, later, 2000)
      expect(claimed).toHaveLength(1100)
      for (const { id, payload } of claimed) expect(payload).toEqual({ id })
      for (const { id } of claimed) await store().dispatch.done(here, id, at)
    })

    test('settings hold any JSON, null among it, for one organ', async () => {
      const { first, all } = await store().inTransaction(here, async ({ settings }) => {
        const first = await settings.get('letters')
        await settings.set('letters', ['甲', { n: 1 }], by)
        await settings.set('letters', ['乙'], by)
        await settings.set('text', '"quoted"', by)
        return { first, all: await settings.all() }
      })
      expect(first).toBeNull()
      expect(all).toEqual({ letters: ['乙'], text: '"quoted"' })
    })

    test('calls at once under one idempotency key run once, and all get the first answer', async () => {
      let ran = 0
      const call = (fingerprint: string) =>
        store().inTransaction(here, async ({ keys }) => {
          const state = await keys.begin('key-1', fingerprint, at)
          if (state.kind !== 'fresh') return state
          ran += 1
          await keys.finish('key-1', { status: 201, n: ran })
          return { kind: 'done', answer: { status: 201, n: ran } }
        })
      const answers = await Promise.all(Array.from({ length: 20 }, () => call('same')))
      expect(ran).toBe(1)
      for (const answer of answers) expect(answer).toEqual({ kind: 'done', answer: { status: 201, n: 1 } })
      expect(await call('another')).toEqual({ kind: 'differs' })
      const forgotten = await store().inTransaction(here, ({ keys }) => keys.forgetBefore(later))
      expect(forgotten).toBe(1)
      expect(await call('another')).toMatchObject({ kind: 'done' })
    })
  })
}
