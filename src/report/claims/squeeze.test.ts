import { expect, test } from 'vitest'
import { sentences, squeeze } from './squeeze.ts'

const text = (source: string) => squeeze(source).text

test('a sentence wrapped over lines and pages reads as one', () => {
  expect(text('共受理政\n府信息公开申请 5500 余\n- 3 -\n\n件。')).toBe('共受理政府信息公开申请5500余件。')
})

test('figures that only a space tells apart stay apart', () => {
  expect(text('受理 31\n19 件')).toBe('受理31 19件')
})

test('headings, cells and table rules end a sentence', () => {
  expect(text('（一）主动公开情况\n\n全年公开')).toBe('(一)主动公开情况\n全年公开')
  expect(text('行政处罚\n99\n行政强制')).toBe('行政处罚\n99\n行政强制')
  expect(text('规章 | 0 | 0')).toBe('规章\n0\n0')
})

test('a wrapped line that begins with an ordinal is no heading', () => {
  expect(text('统一、规范地公开信息，\n全年公开 9 条')).toBe('统一、规范地公开信息,全年公开9条')
})

test('digits in titles and document numbers are masked', () => {
  expect(text('《2024年要点》（示政办〔2024〕12号）')).toBe('《□□□□年要点》(示政办〔□□□□〕12号)')
})

test('every character knows where it came from', () => {
  const source = '公开 １２\n条'
  const { text: squeezed, origin } = squeeze(source)
  expect(squeezed).toBe('公开12条')
  expect([...squeezed].map((_, i) => source[origin[i] as number])).toEqual(['公', '开', '１', '２', '条'])
  expect(origin.at(-1)).toBe(source.length)
})

test('semicolons do not end a sentence, and no sentence is endless', () => {
  expect(sentences('甲；乙。丙'.replace('；', ';'))).toEqual([
    { start: 0, end: 4 },
    { start: 4, end: 5 },
  ])
  expect(Math.max(...sentences('公'.repeat(10_000)).map((s) => s.end - s.start))).toBeLessThan(2100)
})
