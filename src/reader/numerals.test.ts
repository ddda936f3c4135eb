import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromHan, numeral } from './numerals.ts'

const value = (text: string) => {
  const found = numeral(text)
  return found?.kind === 'number' ? found.value : (found?.kind ?? null)
}

describe('单元格印了什么', () => {
  test.each([
    ['0', 0],
    [' 128.56 ', 128.56],
    ['1,036', 1036],
    ['+1036', 1036],
    ['-1', -1],
    ['3001件', 3001],
    ['80618元', 80618],
    ['? 0', 0],
    ['二十三', 23],
    ['〇', 0],
    ['', 'blank'],
    ['/', 'dash'],
    ['——', 'dash'],
    ['—', 'dash'],
    ['无', 'dash'],
    ['007', 'run'],
    ['0000023', 'run'],
    ['O', null],
    ['l2', null],
    ['①', null],
    ['12²', null],
    ['规章', null],
    ['1.属于国家秘密', null],
    ['1,03', null],
    ['12 34', null],
    ['万', null],
    ['百', null],
    ['十', 10],
    ['12345678901234567890', 'run'],
  ])('%j 读作 %j', (text, expected) => {
    expect(value(text)).toBe(expected)
  })
  test('单位随数保留', () => {
    expect(numeral('251000元')).toEqual({ kind: 'number', value: 251000, unit: '元' })
  })
  test('任何整数照印照读', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (n) => {
        expect(value(String(n))).toBe(n)
        expect(value(n.toLocaleString('en-US'))).toBe(n)
      }),
    )
  })
  test('任何文字都不出错，也不从字母里读出数', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = numeral(text)
        if (found?.kind === 'number') expect(/[\d〇零一二三四五六七八九十百千万两]/.test(text)).toBe(true)
      }),
    )
  })
})

test.each([
  ['十', 10],
  ['十二', 12],
  ['二百零五', 205],
  ['一万二千', 12000],
  ['二三', null],
])('汉字数 %s', (text, expected) => {
  expect(fromHan(text)).toBe(expected)
})
