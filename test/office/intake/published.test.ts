/** What is public already: brought in by lists, shown before somebody applies, counted without knowing who. */
import excel from 'exceljs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayIn } from '../../../src/office/lists/day-cell.ts'
import { readCsv } from '../../../src/office/lists/list-file.ts'
import type { PublishedItem } from '../../../src/office/ports.ts'
import { acceptDeflection, deflect, deflectionsBetween } from '../../../src/office/published/deflect.ts'
import { importPublished } from '../../../src/office/published/import-published.ts'
import { publishedIdOf } from '../../../src/office/published/published-id.ts'
import { planPublished, publishedList, writePublished } from '../../../src/office/published/published-list.ts'
import type { Store } from '../../../src/store/store.ts'
import { entryOf } from '../../store/support/entry.ts'
import { asked, titles } from './published-samples.ts'
import { at, bytesOf, changed, everything, here, openOffice, today } from './support.ts'

let store: Store
const by = { actor: 'staff-handler', at }

const items: readonly PublishedItem[] = titles.map(([title, docNo, summary], n) => {
  const address = `https://county.example/${n}`
  return {
    organ: here,
    id: publishedIdOf(address),
    title,
    docNo,
    publishedOn: n % 2 ? today : null,
    address,
    summary,
  }
})

beforeAll(async () => {
  store = await openOffice()
})
afterAll(() => store.close())

const bring = (text: string | Uint8Array, dryRun = false) =>
  importPublished(store, {
    organ: here,
    bytes: typeof text === 'string' ? bytesOf(text) : text,
    on: today,
    by,
    dryRun,
  })

describe('条例§36(1) 已主动公开信息的导入', () => {
  test('CSV、XLSX 写出再读入，一字不差', async () => {
    for (const list of [await writePublished(items, 'csv'), await writePublished(items, 'xlsx')]) {
      const brought = await bring(list, true)
      expect(brought).toMatchObject({ done: false, refused: [], unknownHeads: [] })
      expect('items' in brought && brought.items.map(({ item }) => item)).toEqual(items)
    }
  })

  test('逐行逐列说明错误，其余照常导入', async () => {
    const before = await everything(store)
    const list = [
      '表格说明',
      publishedList.heads.join(','),
      '好的,,2026年3月2日,https://a.example/1,',
      ',,,https://a.example/2,',
      '坏日期,,3/2/2026,https://a.example/3,',
      '坏网址,,,javascript:alert(1),',
      '密码在内,,,https://u:p@a.example/4,',
      '重复,,,https://a.example/1,',
      `太长,,,https://a.example/5,${'长'.repeat(2001)}`,
    ].join('\n')
    const dry = await bring(list, true)
    expect(await changed(store, before)).toEqual([])
    const brought = await bring(list)
    expect(brought).toMatchObject({
      done: true,
      items: [{ line: 3, item: { title: '好的', publishedOn: '2026-03-02' } }],
    })
    const faults =
      'refused' in dry && Array.isArray(dry.refused)
        ? dry.refused.flatMap((row) => row.faults.map(({ message }: { message: string }) => message))
        : []
    expect(faults).toEqual([
      '第 4 行“标题”：没有填写。',
      expect.stringMatching(/^第 5 行“发布日期”：不是可以认准的日期/),
      expect.stringMatching(/^第 6 行“网址”：应为/),
      expect.stringMatching(/^第 7 行“网址”：应为/),
      '第 8 行“网址”：与第 3 行相同，请只保留一行。',
      '第 9 行“摘要”：超过 2000 字。',
    ])
    expect(await bring('甲,乙\n1,2')).toMatchObject({
      refused: true,
      message: expect.stringContaining('“标题”'),
    })
  })

  test('表格软件的日期格式认得准；认不准的不猜', async () => {
    const book = new excel.Workbook()
    const sheet = book.addWorksheet('甲')
    sheet.addRow(['标题', '网址', '发布日期'])
    sheet.addRow(['甲', 'https://a.example/9', new Date(Date.UTC(2026, 2, 2))])
    const brought = await bring(new Uint8Array(await book.xlsx.writeBuffer()), true)
    expect(brought).toMatchObject({ items: [{ item: { publishedOn: '2026-03-02' } }] })
    for (const text of [
      '2026-3-2',
      '2026/03/02',
      '2026.3.2',
      '2026年3月2日',
      '２０２６年３月２日',
      '20260302',
      '2026-03-02 09:30:00',
    ])
      expect([text, dayIn(text)]).toEqual([text, '2026-03-02'])
    for (const text of ['', '3/2/26', '46083', '2026-02-30', '2026', '去年', '2026-13-01'])
      expect([text, dayIn(text)]).toEqual([text, null])
  })

  test('同一网址再次导入即更新，不重复', async () => {
    await bring('标题,网址\n旧题,https://a.example/u')
    await bring('标题,网址\n新的题目,https://a.example/u')
    expect((await deflect(store, [here], '新的题目')).map(({ title }) => title)).toEqual(['新的题目'])
    expect(await deflect(store, [here], '旧题')).toEqual([])
  })

  const unit = fc.constantFrom('甲', 'h', '/', ':', '"', ',', ' ', '\n', '\0', '\ud800', '\u202e', '2')

  test('任何表格：不抛错，导入的都有标题和网址', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit, maxLength: 8 }), { maxLength: 6 }), { maxLength: 6 }),
        (rows) => {
          const csv = [publishedList.heads, ...rows].map((cells) => cells.join(',')).join('\n')
          const grid = readCsv(csv)
          const plan = 'refused' in grid ? grid : planPublished(grid, here)
          if ('items' in plan)
            for (const { item } of plan.items) expect([item.title, item.address]).not.toContain('')
        },
      ),
    )
  })
})

describe('条例§36(1) 申请前的提示', () => {
  beforeAll(() => store.inTransaction(here, ({ search }) => search.put(items.map((item) => entryOf(item)))))

  test('31 个问题中 30 个，第一条就是答案；8 个没有答案的，一条也不提示', async () => {
    const wrong: string[] = []
    for (const [words, ...answers] of asked) {
      const [first] = await deflect(store, [here], words)
      const found = titles.findIndex(([title]) => title === first?.title)
      if (answers.length === 0 ? first !== undefined : !answers.includes(found)) wrong.push(words)
    }
    expect(asked).toHaveLength(39)
    expect(wrong).toEqual(['现在低保一个月多少钱'])
  })

  test('采纳的按日计数，同时采纳的都计入；日志里没有人，也没有问过什么', async () => {
    const [{ id }] = items as [PublishedItem]
    const accept = (on: typeof today, item = id) => acceptDeflection(store, { organ: here, item, on, at })
    expect(await Promise.all(Array.from({ length: 12 }, () => accept(today)))).toEqual(Array(12).fill(true))
    await accept('2026-03-04')
    const counted = await store.inTransaction(here, (unit) =>
      deflectionsBetween(unit, '2026-03-01', '2026-03-31'),
    )
    expect(counted).toEqual([
      { day: '2026-03-02', count: 12 },
      { day: '2026-03-04', count: 1 },
    ])
  })

  test('个保法§6 不是条目编号的文字进不了日志', async () => {
    const before = await everything(store)
    const fake = { organ: here, item: '张三 13800000000', on: today, at }
    expect(await acceptDeflection(store, fake)).toBe(false)
    expect(await changed(store, before)).toEqual([])
  })
})
