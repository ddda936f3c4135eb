import { beforeAll, describe, expect, test } from 'vitest'
import type { CalendarPaper } from '../../../src/office/ports.ts'
import { type Bench, by, organ } from '../support/office.ts'

export function testOrgans({ store }: Bench): void {
  describe('organs and calendar papers', () => {
    beforeAll(async () => {
      await store().organs.put({ ...organ('tree'), details: { contacts: ['电话'] } })
      for (const id of ['tree-b', 'tree-a']) await store().organs.put(organ(id, 'tree'))
      await store().organs.put(organ('tree-a-1', 'tree-a'))
    })

    test('an organ with all below it, superiors first', async () => {
      const below = await store().organs.withSubordinates('tree')
      expect(below.map(({ id }) => id)).toEqual(['tree', 'tree-a', 'tree-b', 'tree-a-1'])
      expect(await store().organs.withSubordinates('tree-a-1')).toEqual([organ('tree-a-1', 'tree-a')])
      expect(await store().organs.withSubordinates('nowhere')).toEqual([])
    })

    test('by id and by stable code', async () => {
      expect(await store().organs.get('tree')).toEqual({ ...organ('tree'), details: { contacts: ['电话'] } })
      expect(await store().organs.byCode('code-tree-a')).toEqual(organ('tree-a', 'tree'))
      expect([await store().organs.get('none'), await store().organs.byCode('none')]).toEqual([null, null])
    })

    test('an organ and those above it, from the organ up', async () => {
      const ids = async (id: string) => (await store().organs.withSuperiors(id)).map((row) => row.id)
      expect(await ids('tree-a-1')).toEqual(['tree-a-1', 'tree-a', 'tree'])
      expect(await ids('tree')).toEqual(['tree'])
      expect(await ids('none')).toEqual([])
    })

    test('those above each of several organs, at once', async () => {
      const above = await store().organs.superiorsOf(['tree-a-1', 'tree', 'tree-b', 'none'])
      expect([...above]).toEqual([
        ['tree-a-1', ['tree-a', 'tree']],
        ['tree', []],
        ['tree-b', ['tree']],
        ['none', []],
      ])
      expect(await store().organs.superiorsOf([])).toEqual(new Map())
    })

    test('refuses a code that is taken and a circle', async () => {
      const taken = await store().organs.put({ ...organ('tree-c', 'tree'), code: 'code-tree-a' })
      const circle = await store().organs.put(organ('tree', 'tree-a-1'))
      const own = await store().organs.put(organ('tree-b', 'tree-b'))
      expect([taken, circle, own]).toEqual([
        { failure: 'codeTaken' },
        { failure: 'circle' },
        { failure: 'circle' },
      ])
      expect((await store().organs.get('tree'))?.parent).toBeNull()
    })

    test('an organ is changed in the transaction that records it', async () => {
      await store().inTransaction('tree-b', async (unit) => {
        await unit.organs.put({ ...organ('tree-b', 'tree-a'), name: '新名' })
        unit.abandon()
      })
      expect((await store().organs.get('tree-b'))?.name).toBe('机关tree-b')
    })

    test('papers come in the order they were published in, each number once', async () => {
      const notice = (year: number): CalendarPaper => ({
        scope: 'national',
        paper: { year, number: `国办发明电〔${year - 1}〕1号`, holidays: [], makeUpDays: [`${year}-02-01`] },
      })
      const overlay: CalendarPaper = {
        scope: 'tree',
        paper: {
          name: '地方节日',
          number: '县政办〔2026〕1号',
          holidays: [{ name: '节', from: '2026-05-08', to: '2026-05-08' }],
          makeUpDays: [],
        },
      }
      const papers = [notice(2028), overlay, notice(2027)]
      for (const paper of papers) expect(await store().calendar.publish(paper, by)).toBe(true)
      expect(await store().calendar.publish(overlay, by)).toBe(false)
      expect(await store().calendar.list()).toEqual(papers)
      expect(await store().calendar.forOrgan('tree-a-1')).toEqual(papers)
      expect(await store().calendar.forOrgan('elsewhere')).toEqual([papers[0], papers[2]])
    })
  })
}
