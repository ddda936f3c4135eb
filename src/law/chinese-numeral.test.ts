import { expect, test } from 'vitest'
import { chineseNumeral } from './chinese-numeral.ts'

test.each([
  [1, '一'],
  [10, '十'],
  [15, '十五'],
  [20, '二十'],
  [56, '五十六'],
  [100, '一百'],
  [103, '一百零三'],
  [110, '一百一十'],
  [1001, '一千零一'],
  [1260, '一千二百六十'],
])('%i is %s', (number, words) => expect(chineseNumeral(number)).toBe(words))
