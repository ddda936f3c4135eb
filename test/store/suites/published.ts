import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PublishedItem } from '../../../src/office/ports.ts'
import { type Bench, organ } from '../support/office.ts'

const here = 'published'
const there = 'published-other'

const item = (id: string, title: string, more: Partial<PublishedItem> = {}): PublishedItem => ({
  organ: here,
  id,
  title,
  docNo: null,
  publishedOn: null,
  address: `https://county.example/${id}`,
  summary: '',
  ...more,
})

const rules = item('1', '示例县水库管理办法', { docNo: '示政发〔2024〕3号', publishedOn: '2024-05-06' })
const budget = item('2', '示例县2025年部门预算', {
  summary: '含水利局的收支总表和项目支出',
  publishedOn: '2025-02-10',
})
const relief = item('3', '示例县临时救助名单')

export function testPublished({ store }: Bench): void {
  describe('what is published already', () => {
    const put = (id: string, ...items: PublishedItem[]) =>
      store().inTransaction(id, ({ published }) => published.put(items))
    const ids = async (words: string, organs = [here], limit = 10) =>
      (await store().published.search(organs, words, limit)).map(({ id }) => id)

    beforeAll(async () => {
      for (const id of [here, there]) await store().organs.put(organ(id))
      await put(here, rules, budget, relief)
      await put(there, item('9', '邻县水库管理办法', { organ: there }))
    })

    test('comes back whole, found by a part of a word, in either script and width', async () => {
      expect(await store().published.search([here], '水库', 10)).toEqual([rules])
      expect(await ids('水庫管理辦法')).toEqual(['1'])
      expect(await ids('示政发[２０２４]3号')).toEqual(['1'])
      expect(await ids('我想申请公开贵县的２０２５年预算')).toEqual(['2'])
      expect(await ids('項目支出')).toEqual(['2'])
    })

    test('by its id, within its organ', async () => {
      expect(await store().published.get(here, '1')).toEqual(rules)
      expect(await store().published.get(there, '1')).toBeNull()
    })

    test('what answers better comes first; nothing where nothing answers', async () => {
      expect((await ids('示例县水库'))[0]).toBe('1')
      expect((await ids('示例县2025年水利局预算'))[0]).toBe('2')
      for (const words of ['', ' ', '，。！', '量子计算机', '%', "'; drop table x", '\u{1f600}', '的'])
        expect(await ids(words)).toEqual([])
      expect((await ids('水'.repeat(100_000))).length).toBe(0)
    })

    test('of the organs asked, and no more than asked', async () => {
      expect(await ids('水库管理办法', [there])).toEqual(['9'])
      expect((await ids('水库管理办法', [here, there])).toSorted()).toEqual(['1', '9'])
      expect(await ids('水库管理办法', [here, there], 1)).toHaveLength(1)
      expect(await ids('水库管理办法', [])).toEqual([])
    })

    test('within a unit what the unit wrote is found; abandoned, it is not kept', async () => {
      const within = await store().inTransaction(here, async (unit) => {
        await unit.published.put([item('4', '示例县地名志')])
        unit.abandon()
        return unit.published.search([here], '地名志', 5)
      })
      expect(within.map(({ id }) => id)).toEqual(['4'])
      expect(await ids('地名志')).toEqual([])
    })

    test('put again takes the place of what was there; of two with one id the later stands', async () => {
      await put(here, item('5', '旧题目'), item('5', '廉租住房公示', { summary: '共三户' }))
      expect([await ids('旧题目'), await ids('廉租住房')]).toEqual([[], ['5']])
      const removed = await store().inTransaction(here, ({ published }) =>
        published.remove(['5', '5', 'none']),
      )
      expect([removed, await ids('廉租住房')]).toEqual([1, []])
    })

    test('an organ neither writes nor removes the items of another', async () => {
      await expect(put(here, item('9', '盗用', { organ: there }))).rejects.toThrow(there)
      expect(await store().inTransaction(here, ({ published }) => published.remove(['9']))).toBe(0)
      expect(await ids('邻县水库', [there])).toEqual(['9'])
    })

    test('many items go in at once and are found by an index', async () => {
      const many = Array.from({ length: 1200 }, (_, n) => item(`m${n}`, `第${n}批次用地批复`))
      await put(here, ...many)
      expect((await ids('第777批次用地批复'))[0]).toBe('m777')
      const plan = await store()
        .database.transaction()
        .execute(async (tx) => {
          await sql`set local enable_seqscan = off`.execute(tx)
          return sql`explain select id from published_item where pieces && array['水库', '777']`.execute(tx)
        })
      expect(JSON.stringify(plan.rows)).toContain('published_item_pieces')
    })
  })
}
