/** The small pure parts of the components: what they read, write and count. */
import { describe, expect, test } from 'vitest'
import { resolveCitation } from '../../../src/law/citation.ts'
import { instruments } from '../../../src/law/instruments.ts'
import { byteSize } from '../../../src/web/ui/byte-size.ts'
import { citeText } from '../../../src/web/ui/cite-text.ts'
import { readDay } from '../../../src/web/ui/day-text.ts'
import { findingLook } from '../../../src/web/ui/finding-look.ts'
import { weeksOf } from '../../../src/web/ui/month-grid.tsx'
import { pagesShown } from '../../../src/web/ui/pagination.tsx'
import { sayings } from '../../../src/web/ui/term-says.ts'
import { inTextSize, isTextSize } from '../../../src/web/ui/text-size.ts'
import { roomOf } from '../../../src/web/ui/work-nav.tsx'

describe('readDay', () => {
  test.each([
    '2026年3月6日',
    '2026年03月06日',
    ' 2026 年 3 月 6 日 ',
    '２０２６年３月６日',
    '2026年3月6号',
    '2026-3-6',
    '2026-03-06',
    '2026/3/6',
    '2026.3.6',
    '20260306',
  ])('takes %s', (text) => expect(readDay(text)).toBe('2026-03-06'))

  test.each([
    '',
    '3月6日',
    '26-3-6',
    '2026-2-30',
    '2026年13月1日',
    '2026360',
    '二〇二六年三月六日',
    '2026-3/6日',
  ])('guesses nothing of %s', (text) => expect(readDay(text)).toBeNull())
})

describe('citeText', () => {
  test('staff see the citation as it is written', () =>
    expect(citeText('条例§33¶2', 'staff')).toBe('条例§33¶2'))

  test.each([
    ['条例§33', '条例第三十三条'],
    ['条例§31(3)', '条例第三十一条第（三）项'],
    ['复议法§23¶1(4)', '复议法第二十三条第一款第（四）项'],
    ['年报格式', '年报格式（国办公开办函〔2021〕30号）'],
  ] as const)('the public reads %s as %s', (citation, words) =>
    expect(citeText(citation, 'public')).toBe(words),
  )

  test('every instrument keeps its short name, also one with a title in its title', () => {
    for (const name of Object.keys(instruments) as (keyof typeof instruments)[])
      expect(citeText(name, 'public').startsWith(name)).toBe(true)
  })
})

describe('terms', () => {
  test.each(Object.entries(sayings))('%s rests on articles that exist', (_, { says, cites }) => {
    expect(says).toMatch(/[。]$/)
    expect(cites.length).toBeGreaterThan(0)
    for (const citation of cites) expect(resolveCitation(citation)).not.toHaveProperty('unresolved')
  })
})

describe('weeksOf', () => {
  test('weeks begin on Monday: the first of October 2026 is a Thursday', () => {
    expect(weeksOf('2026-10-15')[0]).toEqual([
      null,
      null,
      null,
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
      '2026-10-04',
    ])
  })

  test('every day of a month stands once, in order, whatever the month', () => {
    for (const month of ['2026-02-01', '2028-02-29', '2026-11-30', '2027-01-01'] as const) {
      const days = weeksOf(month).flat()
      const present = days.filter((day) => day !== null)
      expect(days.length % 7).toBe(0)
      expect(present[0]?.slice(8)).toBe('01')
      expect([...present].sort()).toEqual(present)
      expect(new Set(present).size).toBe(present.length)
    }
  })
})

describe('pagesShown', () => {
  test.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [9, 9, [1, null, 8, 9]],
  ] as const)('page %i of %i', (page, pages, shown) => expect(pagesShown(page, pages)).toEqual(shown))
})

test('byteSize', () => {
  expect([0, 1023, 1024, 655_360, 3_355_443].map(byteSize)).toEqual([
    '0 B',
    '1023 B',
    '1 KB',
    '640 KB',
    '3.2 MB',
  ])
})

test('a finding that cannot be decided is to be checked, however grave it would be', () => {
  expect(findingLook({ verdict: 'undecidable', severity: 'error' })).toMatchObject({
    badge: 'soon',
    word: '待核',
  })
  expect(findingLook({ verdict: 'broken', severity: 'error' })).toMatchObject({ mark: 'late', word: '错误' })
  expect(findingLook({ verdict: 'broken', severity: 'note' }).mark).toBe('plain')
})

test('another text size keeps whatever else the address says', () => {
  expect(inTextSize('/a', '?q=低保&text=large', 'larger')).toBe(
    `/a?q=${encodeURIComponent('低保')}&text=larger`,
  )
  expect(isTextSize('toString')).toBe(false)
})

test('a page belongs to the room whose address it lies furthest below', () => {
  const [own, filed] = [
    { title: '年度报告', href: '/work/a/annual' },
    { title: '年报收报', href: '/work/a/annual/filings' },
  ]
  const watch = { title: '监督保障', href: '/work/a/supervision', also: ['/work/a/mocks'] }
  const duties = [
    { title: '年度报告', rooms: [own!, filed!] },
    { title: '监督保障', rooms: [watch] },
  ]
  const at = (path: string) => roomOf(path, duties)?.title ?? null
  expect(at('/work/a/annual/2026')).toBe('年度报告')
  expect(at('/work/a/annual/filings')).toBe('年报收报')
  expect(at('/work/a/mocks/7')).toBe('监督保障')
  expect(at('/work/a/annuals')).toBe(null)
})
