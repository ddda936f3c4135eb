import { expect, test } from 'vitest'
import { fits, lastCharacters, phrase } from './phrase.ts'

test('words stand next to the figure unless a gap is written', () => {
  expect(fits(phrase('收到 申请 #'), '共收到申请', '')).toBe(true)
  expect(fits(phrase('收到 申请 #'), '收到各类申请', '')).toBe(false)
  expect(fits(phrase('收到 … 申请 #'), '收到各类申请', '')).toBe(true)
  expect(fits(phrase('收到 … 申请 #'), '申请收到', '')).toBe(false)
})

test('fillers are optional and take no more than is left over', () => {
  const p = phrase('收到 … 公开申请 [申请|公开|件] #')
  expect(fits(p, '收到信息公开申请', '')).toBe(true)
  expect(fits(p, '收到信息公开申请件', '')).toBe(true)
})

test('of words that end together the longest is taken', () => {
  expect(fits(phrase('上年 转|结转 … #'), '上年结转的申请', '')).toBe(true)
})

test('^ is the beginning of the clause', () => {
  expect(fits(phrase('^ 公开 #'), '公开', '')).toBe(true)
  expect(fits(phrase('^ 公开 #'), '不予公开', '')).toBe(false)
})

test('steps behind the figure are read forwards', () => {
  expect(fits(phrase('# [申请] 顺延 [到] 下年'), '另有', '申请顺延到下年答复')).toBe(true)
  expect(fits(phrase('# … 收取 … 处理费'), '有', '申请案件收取信息处理费')).toBe(true)
  expect(fits(phrase('# … 收取 … 处理费'), '有', '申请')).toBe(false)
})

test('the index knows with which characters a phrase can end', () => {
  expect([...(lastCharacters(phrase('甲 [乙|丙] #')) ?? [])].sort()).toEqual(['丙', '乙', '甲'].sort())
  expect(lastCharacters(phrase('甲 … #'))).toBe(null)
})
