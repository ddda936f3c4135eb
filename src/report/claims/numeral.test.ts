import { describe, expect, test } from 'vitest'
import { numeralAt } from './numeral.ts'

const value = (text: string) => numeralAt(text, 0)?.value ?? null

describe('文字中的数', () => {
  test.each([
    ['34件', 34],
    ['1,136条', 1136],
    ['12,345,678元', 12_345_678],
    ['1.8万余条', 18_000],
    ['3.2万多条', 32_000],
    ['10余万条', 100_000],
    ['2.5亿元', 250_000_000],
    ['3千余册', 3000],
    ['7730.28万元', 77_302_800],
    ['两件', 2],
    ['十五件', 15],
    ['二百零五件', 205],
    ['一万三千余条', 13_000],
  ])('%s 是 %d', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  test('余、多说明是约数', () => {
    expect(numeralAt('100余人', 0)).toMatchObject({ value: 100, approximate: true, end: 4 })
    expect(numeralAt('14万余条', 0)).toMatchObject({ value: 140_000, approximate: true })
    expect(numeralAt('100人', 0)).toMatchObject({ approximate: false })
  })

  test('逗号后不是三位数字的不是千分位', () => {
    expect(numeralAt('5,120条', 0)).toMatchObject({ value: 5120 })
    expect(numeralAt('5,12条', 0)).toMatchObject({ value: 5, end: 1 })
    expect(numeralAt('2024,120条', 0)).toMatchObject({ value: 2024, end: 4 })
  })

  test('没有把握的不读', () => {
    expect(value('2万3千')).toBe(null)
    expect(value('320123199001011234')).toBe(null)
    expect(value('三四件')).toBe(null)
    expect(value('条')).toBe(null)
  })
})
