import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../../src/law/day.ts'
import type { PublishedItem, SearchChoice } from '../../../src/office/ports.ts'
import { alike } from '../../../src/office/search/alike.ts'
import type { SearchEntry, SearchOrder } from '../../../src/office/search/entry.ts'
import { searchPublished } from '../../../src/office/search/search-published.ts'
import { suggest } from '../../../src/office/search/suggest.ts'
import { entryOf } from '../support/entry.ts'
import { type Bench, organ } from '../support/office.ts'

const here = 'search'
const there = 'search-other'

const entry = (id: string, title: string, more: Partial<SearchEntry & PublishedItem> = {}): SearchEntry =>
  entryOf(
    { organ: here, id, title, docNo: null, publishedOn: null, address: `/organs/x/${id}`, summary: '' },
    more,
  )

const bound = { effectiveOn: null, expiresOn: null, endedOn: null, endedAs: null } as const

const reservoirs = entry('1', '示例县水库管理办法', {
  docNo: '示政发〔2024〕3号',
  publishedOn: '2024-05-06',
  theme: 'agriculture',
  validity: { class: 'normative', ...bound },
  text: '第一条　为了加强水库管理，保障防汛安全，制定本办法。\n第二条　水库大坝每年巡查两次。',
})
const old = entry('2', '示例县水库管理办法（试行）', {
  docNo: '示政发〔2019〕3号',
  publishedOn: '2019-02-03',
  theme: 'agriculture',
  validity: { class: 'normative', ...bound, endedOn: '2024-05-06', endedAs: 'repealed' },
  text: '试行两年。',
})
const budget = entry('3', '示例县2025年部门预算', {
  summary: '含水利局的收支总表和项目支出',
  publishedOn: '2025-02-10',
  theme: 'finance',
  text: '依据示政发〔2024〕3号安排水库巡查经费。县人民政府批准。',
})
const relief = entry('4', '示例县临时救助名单', { publishedOn: '2025-03-01', text: '由民政部门公布。' })
const explained = entry('5', '《示例县水库管理办法》解读', {
  kind: 'interpretation',
  publishedOn: '2024-05-07',
  text: '一问一答说水库。',
})
const all = [reservoirs, old, budget, relief, explained]

export function testSearch({ store }: Bench): void {
  describe('the index of what everybody may read', () => {
    const put = (id: string, ...entries: SearchEntry[]) =>
      store().inTransaction(id, ({ search }) => search.put(entries))
    const takeOut = (entries: readonly SearchEntry[]) =>
      store().inTransaction(here, ({ search }) =>
        search.remove(
          'document',
          entries.map(({ id }) => id),
        ),
      )
    const look = (q: string, choice: SearchChoice = {}, order: SearchOrder = 'relevance', from = 0) =>
      searchPublished(store().search, {
        ...{ q, order, from, on: '2026-03-06', limit: 10 },
        choice: { organ: here, ...choice },
      })
    const ids = async (...asked: Parameters<typeof look>) => (await look(...asked))!.rows.map(({ id }) => id)
    const sentence = async (words: string, organs = [here], limit = 10) =>
      (await alike(store().search, organs, words, limit)).map(({ id }) => id)

    beforeAll(async () => {
      for (const id of [here, there]) await store().organs.put(organ(id))
      await put(here, ...all)
      await put(there, entry('9', '邻县水库管理办法', { organ: there, publishedOn: '2023-01-01' }))
    })

    test('titles before texts, what is in force before what is not, and says what it is', async () => {
      const found = await look('水库')
      expect(found!.rows.map(({ id, validity }) => [id, validity])).toEqual([
        ['5', null],
        ['1', 'inForce'],
        ['2', 'repealed'],
        ['3', null],
      ])
      expect([found!.total, found!.more]).toEqual([4, false])
      expect(await ids('示例县水库管理办法')).toEqual(['1', '5', '2'])
      expect(await ids('水库', {}, 'date')).toEqual(['3', '5', '1', '2'])
      expect(await ids('水库', {}, 'date', 2)).toEqual(['1', '2'])
    })

    test('in either script and width, as a phrase, in the middle of words where nothing else has it', async () => {
      expect(await ids('水庫 巡查')).toEqual(['1', '3'])
      expect(await ids('２０２５年預算')).toEqual(['3'])
      expect(await ids('“大坝每年”')).toEqual(['1'])
      expect(await ids('"每年大坝"')).toEqual([])
      expect(await ids('库管')).toEqual(['5', '1', '2'])
      // 民政 stands in 人民政府, which is no 民政; where there is more of it nobody is shown that.
      expect((await ids('民政'))[0]).toBe('4')
    })

    test('by number however it is typed: first whose it is, then who speaks of it', async () => {
      for (const typed of [
        '示政发〔2024〕3号',
        '示政发[2024]3号',
        '示政发（２０２４）第３号',
        '示政發 2024 03號',
        '〔2024〕3号',
      ])
        expect([typed, ...(await ids(typed))]).toEqual([typed, '1', '3'])
      expect(await ids('示教发〔2024〕3号')).toEqual(['1', '3'])
      expect(await ids('示政发〔2024〕4号')).toEqual([])
    })

    test('counts by what can be chosen, and chooses', async () => {
      const { counts } = (await look('水库'))!
      expect(counts).toEqual({
        organ: [{ value: here, count: 4 }],
        kind: [
          { value: 'document', count: 3 },
          { value: 'interpretation', count: 1 },
        ],
        theme: [
          { value: 'agriculture', count: 2 },
          { value: 'finance', count: 1 },
        ],
        genre: [],
        field: [],
        year: expect.arrayContaining([
          { value: 2024, count: 2 },
          { value: 2025, count: 1 },
        ]),
        validity: expect.arrayContaining([{ value: 'repealed', count: 1 }]),
      })
      expect(await ids('水库', { kind: 'interpretation' })).toEqual(['5'])
      expect(await ids('水库', { year: 2019 })).toEqual(['2'])
      expect(await ids('水库', { theme: 'finance' })).toEqual(['3'])
      expect(await ids('水库', { validity: 'repealed' })).toEqual(['2'])
      expect(await ids('水库', { organ: there })).toEqual(['9'])
    })

    test('what ended is found however long ago it was published, and where that is not known', async () => {
      const ended = (id: string, publishedOn: Day | null, endedAs: 'repealed' | 'superseded', endedOn: Day) =>
        entry(id, '示例县渡口管理规定', {
          publishedOn,
          validity: { class: 'normative', ...bound, endedAs, endedOn },
        })
      const some = [
        ended('e1', '1998-07-01', 'repealed', '2003-01-01'),
        ended('e2', null, 'repealed', '2003-01-01'),
        ended('e3', '2006-12-31', 'repealed', '2009-01-01'),
        // Not yet, on the day of the question.
        ended('e4', '2020-02-03', 'repealed', '2027-01-01'),
        ended('e5', null, 'superseded', '2003-01-01'),
      ]
      await put(here, ...some)
      expect(await ids('渡口', { validity: 'repealed' })).toEqual(['e3', 'e1', 'e2'])
      expect(await ids('渡口', { validity: 'repealed', year: 1998 })).toEqual(['e1'])
      expect(await ids('渡口', { validity: 'superseded' })).toEqual(['e5'])
      await takeOut(some)
    })

    test('a wrong character is put right by the titles there are', async () => {
      for (const typed of ['水厍管理办法', '水库菅理办法', '水库管理方法'])
        expect(await look(typed)).toMatchObject({ corrected: '水库管理办法', total: 3 })
      expect(await look('临时救住名单')).toMatchObject({ corrected: '临时救助名单', total: 1 })
      expect(await look('量子计算机')).toMatchObject({ corrected: null, total: 0, rows: [] })
    })

    test('suggests titles while somebody types', async () => {
      const titles = async (typed: string) =>
        (await suggest(store().search, typed, [here])).map(({ id }) => id)
      expect(await titles('示例县水')).toEqual(['5', '1', '2'])
      expect(await titles('示政发〔20')).toEqual(['1', '2'])
      expect(await titles('臨時')).toEqual(['4'])
      for (const typed of ['', '水', '，', "'", '量子']) expect(await titles(typed)).toEqual([])
    })

    test('answers to sentences with what has their pieces, and to nothing with nothing', async () => {
      expect((await sentence('示例县2025年水利局预算'))[0]).toBe('3')
      expect(await sentence('我想申请公开贵县的２０２５年预算')).toEqual(['3'])
      expect(await sentence('項目支出')).toEqual(['3'])
      for (const words of ['', ' ', '，。！', '量子计算机', '%', "'; drop table x", '\u{1f600}', '的'])
        expect([words, await sentence(words)]).toEqual([words, []])
      expect(await sentence('水'.repeat(100_000))).toEqual([])
      expect(await sentence('水库管理办法', [here, there], 1)).toHaveLength(1)
      expect(await sentence('水库管理办法', [])).toEqual([])
    })

    test('within a unit what it wrote is found; abandoned, it is not kept; removed, it is gone', async () => {
      const within = await store().inTransaction(here, async (unit) => {
        await unit.search.put([entry('6', '示例县地名志')])
        unit.abandon()
        return alike(unit.search, [here], '地名志', 5)
      })
      expect(within.map(({ id }) => id)).toEqual(['6'])
      expect(await ids('地名志')).toEqual([])
      await put(here, entry('7', '旧题目'), entry('7', '廉租住房公示', { text: '共三户' }))
      expect([await ids('旧题目'), await ids('廉租住房')]).toEqual([[], ['7']])
      await store().inTransaction(here, ({ search }) => search.remove('document', ['7', '7', 'none']))
      expect(await ids('廉租住房')).toEqual([])
    })

    test('an organ neither writes nor removes the entries of another', async () => {
      await expect(put(here, entry('9', '盗用', { organ: there }))).rejects.toThrow(there)
      await store().inTransaction(here, ({ search }) => search.remove('document', ['9']))
      expect(await ids('邻县水库', { organ: there })).toEqual(['9'])
    })

    test('of more than are looked at, the newest and those with the words in the title', async () => {
      const many = Array.from({ length: 2300 }, (_, n) =>
        entry(`m${n}`, n === 0 ? '批次用地总表' : `第${n}号公告`, {
          publishedOn: addDays(`${2010 + (n % 12)}-01-01`, n % 9),
          text: `第${n}批次用地批复。`,
        }),
      )
      await put(here, ...many)
      const found = await look('批次用地')
      expect([found!.more, found!.rows[0]!.id]).toEqual([true, 'm0'])
      const years = found!.rows.slice(1).map(({ publishedOn }) => publishedOn!.slice(0, 4))
      expect(new Set(years)).toEqual(new Set(['2021']))
      expect(await ids('批次用地 777')).toEqual(['m777'])
      await takeOut(many)
    })

    test('is found by an index', async () => {
      const plan = await store()
        .database.transaction()
        .execute(async (tx) => {
          await sql`set local enable_seqscan = off`.execute(tx)
          return sql`explain select id from search_entry where words @@ '''水库''' ::tsquery`.execute(tx)
        })
      expect(JSON.stringify(plan.rows)).toContain('search_entry_words')
    })
  })
}
