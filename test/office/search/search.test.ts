/** What a question means and what a text is found by: over every text, not over samples alone. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ItemsAsked } from '../../../src/office/ports.ts'
import { alike } from '../../../src/office/search/alike.ts'
import { nearest } from '../../../src/office/search/correct.ts'
import type { SearchEntry } from '../../../src/office/search/entry.ts'
import { folded, foldedWithPlaces } from '../../../src/office/search/folding.ts'
import { lexemesOf } from '../../../src/office/search/lexemes.ts'
import { marked, marksOf, snippet } from '../../../src/office/search/marks.ts'
import { atLeast, mostQuestion, ofHeads, questionOf } from '../../../src/office/search/question.ts'
import { tokensOf, unitsOf } from '../../../src/office/search/words.ts'
import { tsqueryOf, vectorOf } from '../../../src/store/search-rows.ts'
import { entryOf } from '../../store/support/entry.ts'

const chinese = fc.constantFrom(
  ...'示例县人民政府关于印发耕地地力保护补贴实施办法的通知水库管理民政部中华人民共和国發展補貼後後裡，。：〔〕“” 2０２６aＡ①㎡',
)
const han = fc.string({
  unit: fc.constantFrom(
    ...'示例县人民政府关于印发耕地地力保护补贴实施办法的通知水库管理部中华共和国發展補貼後裡',
  ),
  maxLength: 16,
})
const hostile = fc.constantFrom(
  "'",
  '"',
  '\\',
  '\0',
  '\ud800',
  '&',
  '|',
  '!',
  '(',
  ')',
  ':',
  '*',
  '<',
  '>',
  '%',
  '\u202e',
  '😀',
)
const text = fc.string({
  unit: fc.oneof({ weight: 6, arbitrary: chinese }, hostile, fc.constantFrom('x')),
  maxLength: 60,
})

const entry = (title: string, body: string): SearchEntry =>
  entryOf(
    { organ: 'o', id: '1', title, docNo: null, publishedOn: null, address: '/', summary: '' },
    { text: body },
  )

const answers = (lexemes: ReadonlyMap<string, unknown>, clauses: readonly (readonly string[])[]): boolean =>
  clauses.every((words) => words.some((word) => lexemes.has(word)))

describe('folding', () => {
  test('繁体、全角、大写与简体、半角、小写相同', () => {
    expect(folded('耕地補貼發放２０２６ＡＢ㎡')).toBe('耕地补贴发放2026abm2')
    expect(folded('怎麼辦、什麽')).toBe('怎么办、什么')
    expect(folded('怎么办、什么')).toBe('怎么办、什么')
  })

  test('what two texts fold to is what they fold to together; folded twice is folded once; places lead back', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(folded(a) + folded(b)).toBe(folded(a.toWellFormed() + b.toWellFormed()))
        expect(folded(folded(a))).toBe(folded(a))
        const { plain, places } = foldedWithPlaces(a)
        expect([plain, places.length, places.at(-1)]).toEqual([folded(a), plain.length + 1, a.length])
        expect(places).toEqual(places.toSorted((x, y) => x - y))
      }),
    )
  })
})

describe('words', () => {
  test('民政 stands across 人民政府, 人民 is part of it', () => {
    const found = new Map(tokensOf('县人民政府').map(({ word, standing }) => [word, standing]))
    expect(Object.fromEntries(found)).toEqual({
      县: 'word',
      人民政府: 'word',
      人民: 'part',
      政府: 'part',
      民政: 'across',
    })
  })

  test('every word of the dictionary in a text is told with its standing; its units fill it without a gap', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const plain = folded(raw)
        const words = new Set(tokensOf(plain).map(({ word }) => word))
        for (const unit of unitsOf(plain)) expect(words).toContain(unit)
        for (const { word, at } of tokensOf(plain))
          expect([plain.includes(word), at > 0]).toEqual([true, true])
      }),
    )
  })
})

describe('questions', () => {
  test('what stands in a text is found by what stands there, whatever stands beside it', () => {
    fc.assert(
      fc.property(han, han, han, (before, said, after) => {
        const question = questionOf(said)
        if (question === null) return
        const body = before + said + after
        expect(answers(lexemesOf(entry('无', body)), question.wide)).toBe(true)
        expect(answers(lexemesOf(entry(body, '')), ofHeads(question.wide))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('any text is a question or none, never a fault; nothing of it is read as a sign of the query', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 300 })), (typed) => {
        const question = questionOf(typed)
        if (question === null) return
        expect(question.plain.length).toBeLessThan(mostQuestion * 20)
        for (const clauses of [question.strict, question.wide, question.widest])
          for (const word of clauses.flat()) expect(word).toMatch(/^[~#]?[\p{L}\p{N}-]+$/u)
      }),
    )
  })

  test('signs of the database in a word are text', () => {
    expect(tsqueryOf([["a'b\\c"], ['d', '~e']])).toBe("('a''b\\\\c') & ('d' | '~e')")
    expect(
      vectorOf(
        new Map([
          ["x'", []],
          ['y', [1, 2]],
        ]),
      ),
    ).toBe("'x''' 'y':1,2")
  })

  test('发文字号的各种写法是同一个', () => {
    for (const typed of [
      '示政发〔2026〕3号',
      '示政发[2026]3号',
      '示政发(2026) 第03号',
      '示政發【２０２６】３號',
      '示政发2026年3号',
      '根据示政发〔2026〕3号',
    ])
      expect([typed, questionOf(typed)!.strict.flat()]).toEqual([
        typed,
        expect.arrayContaining(['#示政发2026-3']),
      ])
    expect(questionOf('〔2026〕3号')!.strict).toEqual([['#2026-3']])
    expect(questionOf('电话0000-6660012')!.strict.flat().join()).not.toContain('#')
  })

  test('words that ask for nothing are left out, unless nothing else is there', () => {
    expect(questionOf('关于水库的管理')!.strict).toEqual([['水库'], ['管理']])
    expect(questionOf('的')!.strict).toEqual([['的']])
    for (const nothing of ['', ' ', '，。', '“”', '😀']) expect(questionOf(nothing)).toBeNull()
  })

  test('at least so many of them: as counting has it', () => {
    const words = ['a', 'b', 'c', 'd', 'e']
    fc.assert(
      fc.property(fc.subarray(words), fc.integer({ min: 1, max: 5 }), (there, least) => {
        const clauses = atLeast(
          words.map((word) => [word]),
          least,
        )
        expect(answers(new Map(there.map((word) => [word, 1])), clauses)).toBe(there.length >= least)
      }),
    )
  })
})

describe('marks', () => {
  test('the parts are the text; what is marked answers; a snippet is a stretch of it', () => {
    fc.assert(
      fc.property(text, text, (body, typed) => {
        const question = questionOf(typed)
        const marks = question === null ? [] : marksOf(question.shown)
        const parts = marked(body, marks)
        expect(parts.map((part) => part.text).join('')).toBe(body)
        for (const part of parts.filter(({ mark }) => mark))
          expect(
            marks.some((mark) => folded(part.text).includes(mark) || mark.includes(folded(part.text))),
          ).toBe(true)
        const said = snippet(body, marks, 20)
          .map((part) => part.text)
          .join('')
        expect(said.length).toBeLessThanOrEqual(24)
      }),
    )
  })

  test('the stretch that has most of what was asked, from the beginning of its sentence, HTML as text', () => {
    const body = `总则。${'甲'.repeat(300)}。水库<b>大坝</b>每年巡查。${'乙'.repeat(300)}水库`
    expect(snippet(body, marksOf('水库 巡查'), 20)).toEqual([
      { text: '…', mark: false },
      { text: '水库', mark: true },
      { text: '<b>大坝</b>每年', mark: false },
      { text: '巡查', mark: true },
      { text: '。乙乙乙乙', mark: false },
      { text: '…', mark: false },
    ])
    expect(marked('水庫管理', ['水库'])).toEqual([
      { text: '水庫', mark: true },
      { text: '管理', mark: false },
    ])
  })
})

describe('one wrong character', () => {
  test('exchanged, lost or too many, and no more', () => {
    const title = '示例县水库管理办法的通知'
    expect(nearest(title, '水库管理')).toBe('水库管理')
    expect(nearest(title, '水厍管理')).toBe('水库管理')
    expect(nearest(title, '水管理')).toBe('水库管理')
    expect(nearest(title, '水库的管理')).toBe('水库管理')
    expect(nearest(title, '火厍管理')).toBeNull()
  })
})

describe('what answers to the sentences of an application', () => {
  const item = (id: string, title: string, summary = '') => ({
    ...{ organ: 'here', id, title, summary },
    ...{ docNo: null, publishedOn: null, address: `/${id}` },
  })
  const heads = [item('1', '水库管理办法'), item('2', '水库的报告')]
  const texts = [...heads, item('3', '办法汇编', '水库管理办法和管理标准')]

  test('texts are asked only where the titles that answer do not fill the list, and nothing comes twice', async () => {
    const asked: ItemsAsked['of'][] = []
    const items = async ({ of }: ItemsAsked) => {
      asked.push(of)
      return of === 'heads' ? heads : texts
    }
    const found = async (limit: number) =>
      (await alike({ items }, ['here'], '水库管理办法', limit)).map(({ id }) => id)
    expect([await found(1), asked.splice(0)]).toEqual([['1'], ['heads']])
    expect([await found(3), asked.splice(0)]).toEqual([
      ['1', '3'],
      ['heads', 'texts'],
    ])
  })
})
