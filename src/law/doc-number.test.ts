import { describe, expect, test } from 'vitest'
import { docNumbersIn, formatDocNumber, parseDocNumber, soundDocNumber } from './doc-number.ts'

describe('公文格式 7.2.5 发文字号', () => {
  test('六角括号、年份全称、不加“第”、不编虚位', () =>
    expect(formatDocNumber({ prefix: '示政发', year: 2026, number: 12 })).toBe('示政发〔2026〕12号'))

  test.each([
    ['示政发〔2026〕12号', '示政发〔2026〕12号'],
    ['示政发[2026]12号', '示政发〔2026〕12号'],
    ['示政发（２０２６）第012号', '示政发〔2026〕12号'],
    ['示政办发 〔2019〕 7 号', '示政办发〔2019〕7号'],
  ])('%s 规范为 %s', (text, sound) => expect(soundDocNumber(text)).toBe(sound))

  test.each([
    '',
    '12号',
    '〔2026〕12号',
    '示政发〔26〕12号',
    '示政发〔2026〕0号',
    '示政发〔2026〕十二号',
    '第〔2026〕1号',
  ])('“%s”不是发文字号', (text) => expect(parseDocNumber(text)).toBeNull())

  test('正文中引用的发文字号，各计一次', () =>
    expect(
      docNumbersIn('根据示政发〔2024〕3号和《通知》（省政办发[2023]8号）的要求，废止示政发〔2024〕3号。'),
    ).toEqual(['示政发〔2024〕3号', '省政办发〔2023〕8号']))
})
