import { describe, expect, test } from 'vitest'
import { numeral } from '../numerals.ts'
import { layRow } from './row.ts'
import type { Token } from './tokens.ts'

const tokens = (texts: readonly string[], cell = true): readonly Token[] =>
  texts.map((raw, i) => ({ raw, numeral: numeral(raw), place: { line: i + 1 }, colSpan: 1, cell }))

const kinds = (texts: readonly string[], width = 7, cell = true) => {
  const row = layRow(tokens(texts, cell), width)
  return row.kind === 'direct' ? row.readings.map((r) => (r.kind === 'number' ? r.value : r.kind)) : row.kind
}

describe('一行的数放到各列', () => {
  test('格数与列数相同，照放', () => {
    expect(kinds(['2', '', '', '', '', '', '2'])).toEqual([2, 'blank', 'blank', 'blank', 'blank', 'blank', 2])
  })
  test('划线是划线，不是空白，也不是零', () => {
    expect(kinds(['/', '0', ''], 3)).toEqual(['dash', 0, 'blank'])
  })
  test('行前多出的空标题格不占列', () => {
    expect(kinds(['', '', '1', '0', '0', '0', '0', '0', '1'])).toEqual([1, 0, 0, 0, 0, 0, 1])
  })
  test('行后多出的下一行空标题格不占列', () => {
    expect(kinds(['1', '0', '0', '0', '0', '0', '1', '', ''])).toEqual([1, 0, 0, 0, 0, 0, 1])
  })
  test('两数之后全是补齐的空格：列已丢失', () => {
    expect(kinds(['2', '2', '', '', '', '', '', '', ''])).toBe('lost')
  })
  test('数比列少：列已丢失', () => {
    expect(kinds(['1', '1'], 15)).toBe('lost')
  })
  test('数比列多：不读', () => {
    expect(kinds(['1', '2', '3', '4'], 3)).toBe('unread')
  })
  test('连写的数字留给勾稽关系去分', () => {
    expect(kinds(['15130000154'], 7, false)).toBe('run')
  })
  test('全是空格，整行空白', () => {
    expect(kinds(['', '', ''], 7)).toEqual(Array(7).fill('blank'))
  })
  test('什么都没有，不是空白而是缺', () => {
    expect(kinds([])).toBe('missing')
  })
})
