/** What single rules say in particular, and when they keep silent. */

import { describe, expect, test } from 'vitest'
import { type Context, check, checkAll } from '../../src/report/check.ts'
import { entered, type Reading } from '../../src/report/reading.ts'
import type { Report, RuleId } from '../../src/report/report.ts'
import { sample, sections } from './sample.ts'
import { before, claim, old, part, saying, total } from './variants.ts'

describe('规则的细处', () => {
  const only = (id: RuleId, report: Report, context?: Context) =>
    checkAll(report, context).filter(({ rule }) => rule === id)
  const broken = (id: RuleId, report: Report, context?: Context) =>
    only(id, report, context).filter(({ verdict }) => verdict !== 'holds')

  test('勾稽不符：说出列名、两边数字和差', () => {
    const [finding] = broken('T3-ID', sample({ 'requests/carriedOut@natural': 5 }))
    expect(finding!.message).toBe(
      '自然人一列：本年新收 120 + 上年结转 8 = 128，办理结果总计 124 + 结转下年度 5 = 129，相差 1。',
    )
    expect(finding).toMatchObject({
      left: { text: '本年新收 120 + 上年结转 8', value: 128 },
      right: { text: '办理结果总计 124 + 结转下年度 5', value: 129 },
      cells: [
        'requests/received@natural',
        'requests/carriedIn@natural',
        'requests/outcome.total@natural',
        'requests/carriedOut@natural',
      ],
    })
  })

  test('不能判断的关系按规则和原因合为一条', () => {
    const blank: Reading = { kind: 'blank', raw: '' }
    const rows = ['outcome.granted', 'outcome.partial', 'outcome.denied.thirdParty']
    const findings = broken(
      'T3-ROW',
      sample(Object.fromEntries(rows.map((row) => [`requests/${row}@total`, blank]))),
    )
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ verdict: 'undecidable', severity: 'warning' })
    expect(findings[0]!.cells).toHaveLength(3)
    expect(findings[0]!.message).toBe(
      '予以公开一行、部分公开一行、保护第三方合法权益一行的关系因 3 格未填而无法判断。',
    )
  })

  test('年报格式2019 空白按惯例可以不填：只作提示', () => {
    const blank: Reading = { kind: 'blank', raw: '' }
    expect(broken('BLANK', old(2019, { 'requests/received@total': blank }))[0]!.severity).toBe('note')
    expect(broken('BLANK', sample({ 'requests/received@total': null }))[0]!.severity).toBe('warning')
  })

  test('条例§50(3) 正文说有诉讼一件，表四没有数字', () => {
    const blanks = Object.keys(sample().readings)
      .filter((key) => key.startsWith('disputes/cases@litigation'))
      .map((key) => [key, null])
    const report = { ...sample(Object.fromEntries(blanks)), claims: [claim('1-1', 'litigation', 1)] }
    expect(broken('TXT', report)).toMatchObject([
      { verdict: 'broken', left: { value: 1 }, right: { value: null } },
    ])
  })

  test('诉讼总数是两组之和', () => {
    expect(only('TXT', saying(claim('1-1', 'litigation', 6)))).toMatchObject([{ verdict: 'holds' }])
    expect(broken('TXT', saying(claim('1-1', 'litigation', 2)))).toMatchObject([{ right: { value: 6 } }])
  })

  test('约数按其末位的精度比较；另有范围的不比较', () => {
    expect(broken('TXT', saying(claim('1-1', 'received', 140, { approximate: true })))).toEqual([])
    expect(broken('TXT', saying(claim('1-1', 'received', 100, { approximate: true })))).toEqual([])
    expect(broken('TXT', saying(claim('1-1', 'received', 160, { approximate: true })))).toHaveLength(1)
    expect(only('TXT', saying(claim('1-1', 'received', 17, { scope: '代表政府受理' })))).toEqual([])
  })

  test('年报格式2019 总计一格空白时，以各列之和与正文相比', () => {
    const blank: Reading = { kind: 'blank', raw: '' }
    const report = old(2019, {
      'requests/outcome.granted@natural': 272,
      'requests/outcome.granted@legal.business': 3,
      'requests/outcome.granted@total': blank,
    })
    expect(only('TXT', { ...report, claims: [claim('1-1', 'granted', 275)] })).toMatchObject([
      { verdict: 'holds' },
    ])
    expect(only('TXT', { ...report, claims: [claim('1-1', 'granted', 258)] })).toMatchObject([
      { verdict: 'broken' },
    ])
  })

  test('分项不完全的，只要不超过总数', () => {
    const parts = (covers: 'whole' | 'likely' | 'some', value: number) =>
      broken('TXT-PARTS', saying(total, part('1-2', value, covers)))
    expect(parts('some', 50)).toEqual([])
    expect(parts('some', 58)).toHaveLength(1)
    expect(parts('likely', 50)).toMatchObject([{ severity: 'note' }])
    expect(parts('whole', 50)).toMatchObject([{ severity: 'warning' }])
  })

  test('条例§49 乡镇依惯例，政府三月底，机关性质不明的以三月底为限', () => {
    const on = (kind: Report['organ'], publishedOn: Context['publishedOn'] & string) =>
      broken('DATE', { ...sample(), organ: kind }, { publishedOn })
    const organ = (kind: NonNullable<Report['organ']>['kind']) => ({ name: '某机关', kind })
    expect(on(organ('townshipGovernment'), '2026-02-01')).toMatchObject([{ severity: 'warning' }])
    expect(on(organ('countyGovernment'), '2026-03-31')).toEqual([])
    expect(on(organ('countyGovernment'), '2026-04-01')).toMatchObject([{ severity: 'error' }])
    expect(on(null, '2026-03-01')).toEqual([])
    expect(on(null, '2026-04-01')).toMatchObject([{ severity: 'warning' }])
  })

  test('机关性质不明的，不判断规章', () => {
    const report = { ...sample({ 'documents/rules@inForce': 6 }), organ: null }
    expect(broken('RULES', report)).toEqual([])
    expect(broken('RULES', report, { mayMakeRules: false })).toHaveLength(1)
  })

  test('正文全是上一年的数据', () => {
    const text = (one: string) => ({ ...sample(), sections: sections({ 1: one }) })
    expect(broken('YEAR', text('2024年度，我局共收到政府信息公开申请12件。'))).toHaveLength(1)
    expect(broken('YEAR', text('2025年度，我局共收到申请12件。2024年度收到申请10件。'))).toEqual([])
    expect(broken('YEAR', text('2025年收到申请9件，2024年结转1件。'))).toEqual([])
  })

  test('标题编错序号', () => {
    const wrong = sections().map((it) =>
      it.number === 4 ? { ...it, title: '存在的主要问题及改进情况' } : it,
    )
    expect(broken('SECTIONS', { ...sample(), sections: wrong })[0]!.message).toContain('应为第五部分')
    expect(broken('SECTIONS', { ...sample(), sections: [] })).toEqual([])
  })

  test('信息处理费前后不一', () => {
    const report = saying(
      claim('1-1', 'processingFee', 400),
      claim('6-1', 'processingFee', 380, { section: 6 }),
    )
    expect(broken('FEE', report)).toHaveLength(1)
  })

  test('没有写明单位的采购总金额只作提示', () => {
    const amount = (reading: Reading) => broken('UNIT', old(2019, { 'procurement/central@amount': reading }))
    expect(amount(entered(12_230_930.6))).toMatchObject([{ severity: 'note' }])
    expect(amount({ kind: 'number', value: 251_000, unit: '元', raw: '251000元' })).toEqual([])
  })

  test('检查不改动报告', () => {
    const report = sample()
    const copy = structuredClone(report)
    check(report, { previous: before })
    expect(report).toEqual(copy)
  })
})

describe('读数不全时', () => {
  const of = (id: RuleId, report: Report) => check(report).filter(({ rule }) => rule === id)
  const unread = (...candidates: number[]): Reading => ({ kind: 'ambiguous', raw: '77132470', candidates })

  test('唯一不定的格，各种可能都不相符的，就是不符', () => {
    const key = 'documents/normative@inForce'
    const report = (value: number) => ({
      ...sample({ [key]: unread(2470, 470, 70) }),
      claims: [claim('1-1', 'normativeInForce', value)],
    })
    expect(of('TXT', report(393))).toMatchObject([{ verdict: 'broken', cells: [key] }])
    expect(of('TXT', report(470))).toMatchObject([{ verdict: 'undecidable', severity: 'note' }])
    expect(of('T3-ROW', sample({ 'requests/received@natural': unread(12, 119) }))).toMatchObject([
      { verdict: 'broken' },
    ])
    expect(of('T3-ROW', sample({ 'requests/received@natural': unread(12, 120) }))).toMatchObject([
      { verdict: 'undecidable' },
    ])
  })

  test('不能核对的正文数字合为一条', () => {
    const gone = sample({ 'disputes/cases@reconsideration.total': { kind: 'illegible', raw: '▇' } })
    const report = {
      ...gone,
      claims: [claim('1-1', 'reconsideration', 9), claim('1-2', 'reconsideration', 8)],
    }
    expect(of('TXT', report)).toHaveLength(1)
  })

  test('找到的表中丢了一行：不明，不作零计', () => {
    const { readings } = sample()
    const kept = Object.entries(readings).filter(([key]) => !key.startsWith('requests/carriedOut@'))
    const findings = of('ABSENT', { ...sample(), readings: Object.fromEntries(kept) })
    expect(findings).toHaveLength(1)
    expect(findings[0]!.message).toContain('未见 7 格，其中各数不明，不作零计：结转下年度（7 格）')
    expect(findings[0]!.cells).toHaveLength(7)
  })

  test('连写的一行只引一次原文', () => {
    const run: Reading = { kind: 'illegible', raw: '0 '.repeat(60) }
    const keys = ['natural', 'legal.business', 'total'].map((column) => [
      `requests/outcome.partial@${column}`,
      run,
    ])
    const [finding] = of('UNREAD', sample(Object.fromEntries(keys)))
    expect(finding!.message.length).toBeLessThan(140)
    expect(finding!.cells).toHaveLength(3)
  })
})

describe('繁体印出的正文', () => {
  test('与简体同样查对', () => {
    const report = {
      ...sample({}, { kind: 'countyGovernment' }),
      script: 'traditional' as const,
      sections: sections({
        1: '開展工作考核、社會評議，無責任追究情況。2025年收到申請9件。',
        6: '本單位2025年未收取信息處理費，無其他需要報告事項。',
      }),
    }
    expect(check(report)).toEqual([])
    expect(check({ ...report, sections: sections({ 5: '無。', 6: '無' }) }).map(({ rule }) => rule)).toEqual([
      'SIX',
      'FIVE',
    ])
  })
})
