import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Conflict, StoredEvent } from '../../../src/office/ports.ts'
import { append, at, type Bench, by, event, organ } from '../support/office.ts'

export function testLog({ store }: Bench): void {
  describe('the log', () => {
    beforeAll(async () => {
      for (const id of ['log', 'log-many', 'log-other', 'log-numbers', 'log-json'])
        await store().organs.put(organ(id))
    })

    test('appends and loads a stream, each event with its place', async () => {
      const appended = await append(
        store(),
        'log',
        'request/a',
        0,
        event('received', { 甲: 1 }),
        event('noted'),
      )
      await append(store(), 'log', 'staff/b', 0, event('joined'))
      await append(store(), 'log', 'request/a', 2, event('noted', { n: 2 }))
      const { loaded, log } = await store().inTransaction('log', async ({ events }) => ({
        loaded: await events.load('request/a'),
        log: await events.read(1, 2),
      }))
      expect(loaded.map(({ version, seq, kind }) => [version, seq, kind])).toEqual([
        [1, 1, 'received'],
        [2, 2, 'noted'],
        [3, 4, 'noted'],
      ])
      expect(loaded.slice(0, 2)).toEqual(appended)
      expect(loaded[0]).toMatchObject({
        on: '2026-11-20',
        at,
        actor: 'staff-1',
        data: { 甲: 1 },
        organ: 'log',
      })
      expect(log.map(({ seq }) => seq)).toEqual([2, 3])
    })

    test('a stale writer gets a conflict and changes nothing', async () => {
      await append(store(), 'log', 'request/stale', 0, event('received'))
      const stale = await store().inTransaction('log', async (unit) => {
        await unit.settings.set('left-behind', true, by)
        return unit.events.append('request/stale', 0, [event('received')], by)
      })
      expect(stale).toEqual({ failure: 'conflict', stream: 'request/stale', expected: 0, actual: 1 })
      const ahead = await store().inTransaction('log', ({ events }) =>
        events.append('request/stale', 5, [event('noted')], by),
      )
      expect(ahead).toMatchObject({ failure: 'conflict', actual: 1 })
      const kept = await store().inTransaction('log', ({ settings }) => settings.get('left-behind'))
      expect(kept).toBeNull()
    })

    test('organs do not see each other', async () => {
      await append(store(), 'log-other', 'request/a', 0, event('received'))
      const other = await store().inTransaction('log-other', ({ events }) => events.read(0, 10))
      expect(other.map(({ organ, seq }) => [organ, seq])).toEqual([['log-other', 1]])
    })

    test('one stream of each of several organs, at once', async () => {
      for (const [id, stream, kinds] of [
        ['log', 'rating/2026', ['serviceRated', 'serviceRated']],
        ['log', 'rating/2025', ['serviceRated']],
        ['log-other', 'rating/2026', ['serviceRated']],
      ] as const)
        await append(store(), id, stream, 0, ...kinds.map((kind) => event(kind)))
      const loaded = await store().logs.load(['log-other', 'log', 'log-many'], 'rating/2026')
      expect([...loaded.keys()]).toEqual(['log-other', 'log', 'log-many'])
      for (const id of ['log-other', 'log', 'log-many'])
        expect(loaded.get(id)).toEqual(
          await store().inTransaction(id, ({ events }) => events.load('rating/2026')),
        )
      expect(loaded.get('log')?.map(({ version }) => version)).toEqual([1, 2])
      expect([...(await store().logs.load(['log-other'], 'rating/2026')).keys()]).toEqual(['log-other'])
      expect(await store().logs.load([], 'rating/2026')).toEqual(new Map())
    })

    test('the newest of some kinds of several organs, so many of each', async () => {
      for (const [n, id] of ['log', 'log-other', 'log', 'log'].entries())
        await store().inTransaction(id, ({ events }) =>
          events.append('organ-record/1', n > 1 ? n - 1 : 0, [event('organChanged')], {
            actor: 'staff-1',
            at: `2026-12-0${n + 1}T01:00:00.000Z`,
          }),
        )
      const told = async (each: number) =>
        (await store().logs.newest(['log', 'log-other', 'log-many'], ['organChanged'], each)).map(
          ({ organ, kind, at }) => [organ, kind, at.slice(0, 10)],
        )
      expect(await told(2)).toEqual([
        ['log', 'organChanged', '2026-12-04'],
        ['log', 'organChanged', '2026-12-03'],
        ['log-other', 'organChanged', '2026-12-02'],
      ])
      expect(await told(9)).toHaveLength(4)
    })

    test('an exception and abandon() leave nothing behind; abandon() gives the value back', async () => {
      const failed = store().inTransaction('log', async (unit) => {
        await unit.events.append('request/gone', 0, [event('received')], by)
        throw new Error('broken')
      })
      await expect(failed).rejects.toThrow('broken')
      const refused = await store().inTransaction('log', async (unit) => {
        await unit.events.append('request/gone', 0, [event('received')], by)
        unit.abandon()
        return 'refused'
      })
      expect(refused).toBe('refused')
      const left = await store().inTransaction('log', ({ events }) => events.load('request/gone'))
      expect(left).toEqual([])
    })

    test('a unit that reaches for the store outside is refused instead of waiting for ever', async () => {
      const reach = store().inTransaction('log', async () => store().board.countByDue(['log'], {}))
      await expect(reach).rejects.toThrow('nothing of the store but the unit itself')
    })

    test('an organ that does not exist has no log', async () => {
      await expect(append(store(), 'nowhere', 'request/a', 0, event('received'))).rejects.toThrow('nowhere')
    })

    test('50 writers on one stream: one wins each step, none is lost', async () => {
      const won: string[] = []
      let conflicts = 0
      const writer = async (name: string) => {
        for (;;) {
          const result = await store().inTransaction('log-many', async ({ events }) => {
            const { length } = await events.load('request/one')
            return events.append('request/one', length, [event('noted', { name })], by)
          })
          if (!isConflict(result)) {
            won.push(name)
            return
          }
          conflicts += 1
        }
      }
      const names = Array.from({ length: 50 }, (_, n) => `writer-${n}`)
      await Promise.all(names.map(writer))
      const events = await store().inTransaction('log-many', (unit) => unit.events.load('request/one'))
      expect(events.map(({ version }) => version)).toEqual(names.map((_, n) => n + 1))
      expect(events.map(({ seq }) => seq)).toEqual(names.map((_, n) => n + 1))
      expect(events.map(({ data }) => (data as { name: string }).name).sort()).toEqual([...names].sort())
      expect(won).toHaveLength(50)
      expect(conflicts).toBeGreaterThanOrEqual(0)
    })

    test('200 numbers at once: no gap and no double, though some units fail', async () => {
      const series = { kind: 'letter-7', year: 2026 }
      const issue = (n: number) =>
        store()
          .inTransaction('log-numbers', async (unit) => {
            // Half of them in the other order: number first or event first, nobody waits in a circle.
            if (n % 2 === 0) await unit.events.append(`letter/${n}`, 0, [event('issued')], by)
            const number = await unit.numbers.next(series, `letter/${n}`, at)
            if (n % 2 === 1) await unit.events.append(`letter/${n}`, 0, [event('issued')], by)
            if (n >= 200) throw new Error('the letter failed')
            return number
          })
          .catch(() => null)
      const drawn = await Promise.all(Array.from({ length: 230 }, (_, n) => issue(n)))
      const numbers = drawn.filter((number) => number !== null).sort((a, b) => a - b)
      expect(numbers).toEqual(Array.from({ length: 200 }, (_, n) => n + 1))
      const { voided, again, list, next } = await store().inTransaction('log-numbers', async (unit) => ({
        voided: await unit.numbers.voided(series, 7, '打印损毁', at),
        again: await unit.numbers.voided(series, 7, '打印损毁', at),
        list: await unit.numbers.list(series),
        next: await unit.numbers.next(series, 'letter/last', at),
      }))
      expect([voided, again, next]).toEqual([true, false, 201])
      expect(list[6]).toMatchObject({ number: 7, voided: { at, reason: '打印损毁' } })
      expect(list.filter((issued) => issued.voided !== null)).toHaveLength(1)
    })

    test('whatever JSON can say comes back as it went in, and the hash holds', async () => {
      let version = 0
      await fc.assert(
        fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (data) => {
          const sayable = JSON.parse(JSON.stringify(data).replaceAll('\\u0000', '')) as object
          const appended = await append(store(), 'log-json', 'request/json', version, event('noted', sayable))
          version += 1
          const log = await store().inTransaction('log-json', ({ events }) => events.read(version - 1, 1))
          expect(log).toEqual(appended)
        }),
        { numRuns: 40 },
      )
    })

    test('what the database cannot keep is refused before it is written', async () => {
      const bad = [{ a: '\0' }, { a: Number.NaN }, { a: '\ud800' }, { a: new Date() }, { a: 1n }]
      for (const data of bad)
        await expect(append(store(), 'log', 'request/bad', 0, event('noted', data))).rejects.toThrow(
          TypeError,
        )
    })
  })
}

function isConflict(result: readonly StoredEvent[] | Conflict): result is Conflict {
  return 'failure' in result
}
