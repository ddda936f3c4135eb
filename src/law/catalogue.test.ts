import { describe, expect, test } from 'vitest'
import { fields, localItems, proactiveItems } from './catalogue.ts'
import { resolveCitation } from './citation.ts'
import { freshnessRules, isStale } from './timeliness.ts'

describe('主动公开', () => {
  test('条例§20 共十五项，次序与条文一致', () => {
    const items = Object.values(proactiveItems)
    expect(items.map(({ cites }) => cites[0])).toEqual(
      Array.from({ length: 15 }, (_, index) => `条例§20(${index + 1})`),
    )
  })

  test('条例§21 市县七类，乡镇八类', () => {
    expect(localItems.cityOrCounty.matters).toHaveLength(7)
    expect(localItems.township.matters).toHaveLength(8)
  })

  test('基层公开意见 26个试点领域，名称不重复', () => expect(new Set(Object.values(fields)).size).toBe(26))
})

describe('检查指标', () => {
  test.each(Object.entries(freshnessRules))('%s 有来源', (_, { cites, maxAge }) => {
    for (const cite of cites) expect(resolveCitation(cite)).toHaveProperty('mark')
    expect(maxAge.count).toBeGreaterThan(0)
  })

  test('两周不更新：第14日尚可，第15日为逾期；没有日期的视为不更新', () => {
    expect(isStale(freshnessRules.newsColumn, '2026-03-01', '2026-03-15')).toBe(false)
    expect(isStale(freshnessRules.newsColumn, '2026-03-01', '2026-03-16')).toBe(true)
    expect(isStale(freshnessRules.newsColumn, null, '2026-03-16')).toBe(true)
  })

  test('六个月按月计算，月末无对应日的为月末日', () => {
    expect(isStale(freshnessRules.noticeColumn, '2025-08-31', '2026-02-28')).toBe(false)
    expect(isStale(freshnessRules.noticeColumn, '2025-08-31', '2026-03-01')).toBe(true)
  })

  test('以小时计的不按日判断', () =>
    expect(isStale(freshnessRules.publicOpinion, '2026-01-01', '2026-03-01')).toBe(false))
})
