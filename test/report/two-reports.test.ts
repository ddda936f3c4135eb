/** Two years of one organ, and many organs of one year. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAll } from '../../src/report/check.ts'
import { changes, compare } from '../../src/report/compare.ts'
import { edition2021 } from '../../src/report/editions/index.ts'
import { cells, type Table } from '../../src/report/form.ts'
import { checkHierarchy } from '../../src/report/hierarchy.ts'
import { merge } from '../../src/report/merge.ts'
import { entered, figureAt, type Reading, type Readings } from '../../src/report/reading.ts'
import type { Report } from '../../src/report/report.ts'
import { summarise } from '../../src/report/verdict.ts'
import { asReport, baseline, sample, sections } from './sample.ts'

const blank: Reading = { kind: 'blank', raw: '' }
const named = (name: string, report: Report): Report => ({ ...report, organ: { name, kind: 'department' } })
const keys = cells(edition2021.tables as readonly Table[]).map(({ key }) => key)

const anyReadings = fc
  .array(fc.nat(500), { minLength: keys.length, maxLength: keys.length })
  .map((figures): Readings => Object.fromEntries(keys.map((key, i) => [key, entered(figures[i]!)])))

describe('compare', () => {
  test('a report does not differ from itself', () => {
    for (const report of [
      sample(),
      sample({ 'requests/received@natural': blank }),
      asReport(baseline(), { requests: '2019' }),
    ]) {
      const same = compare(report, report)
      expect(changes(same)).toEqual([])
      expect(same.similarity).toBe(1)
    }
  })

  test('old, new and difference, cell by cell', () => {
    const found = changes(
      compare(
        sample(),
        sample({
          'requests/received@natural': 121,
          'charges/fee@amount': 128.3,
          'enforcement/penalty@decisions': blank,
        }),
      ),
    )
    expect(
      found.map(({ caption, before, after, difference, change }) => [
        caption,
        before.value,
        after.value,
        difference,
        change,
      ]),
    ).toEqual([
      ['行政处罚 / 本年处理决定数量', 842, null, null, 'disappeared'],
      ['行政事业性收费 / 本年收费金额（单位：万元）', 128.56, 128.3, -0.26, 'decreased'],
      ['一、本年新收政府信息公开申请数量 / 自然人', 120, 121, 1, 'increased'],
    ])
  })

  test('a blank is not a fall to zero, an unread figure is not a change', () => {
    const unread: Reading = { kind: 'ambiguous', raw: '12', candidates: [1, 12] }
    const key = 'requests/received@natural'
    const change = (a: Reading | number, b: Reading | number) =>
      changes(compare(sample({ [key]: a }), sample({ [key]: b })))[0]
    expect(change(5, blank)).toMatchObject({ change: 'disappeared', difference: null })
    expect(change(blank, 5)).toMatchObject({ change: 'appeared', difference: null })
    expect(change(5, unread)).toMatchObject({ change: 'unknown', difference: null })
  })

  test('across the forms, the three rows stand against the one', () => {
    const { lines } = compare(asReport(baseline(), { requests: '2019' }), sample())
    const other = lines.find(({ before }) => before.cells[0] === 'requests/outcome.other@natural')!
    expect(other).toMatchObject({ before: { value: 6 }, after: { value: 6 }, change: 'same' })
    expect(other.after.cells).toHaveLength(3)
  })

  test('sections: likeness and copied passages', () => {
    const now = {
      ...sample(),
      sections: sections({ 6: '本年度收取信息处理费二百元，涉及申请三件，已上缴国库。' }),
    }
    const { sections: likeness, similarity } = compare(sample(), now)
    expect(likeness.map(({ number }) => number)).toEqual([1, 5, 6])
    expect(likeness[0]!.similarity).toBe(1)
    expect(likeness[1]!.copied.length).toBeGreaterThan(0)
    expect(likeness[2]!.similarity).toBeLessThan(0.5)
    expect(similarity).toBeLessThan(1)
  })
})

describe('merge', () => {
  test('each cell is the sum over the reports', () => {
    fc.assert(
      fc.property(fc.array(anyReadings, { minLength: 1, maxLength: 4 }), (many) => {
        const reports = many.map((readings, i) => named(`单位${i}`, { ...sample(), readings }))
        const merged = merge(reports)
        for (const cell of merged.cells) {
          expect(cell.partial).toBe(false)
          expect(cell.known).toBe(many.reduce((all, readings) => all + figureAt(readings, cell.key)!, 0))
          expect(cell.from).toHaveLength(many.length)
        }
        expect(Object.keys(merged.readings)).toHaveLength(keys.length)
      }),
      { numRuns: 30 },
    )
  })

  test('consistent reports add up to a consistent one', () => {
    const { readings } = merge([named('甲局', sample()), named('乙局', sample()), named('丙局', sample())])
    const report = { ...sample(), readings }
    expect(summarise(report, checkAll(report))).toMatchObject({ exitCode: 0, verdicts: { undecidable: 0 } })
  })

  test('a blank is not a zero: the sum is partial and says who is wanting', () => {
    const merged = merge([
      named('甲局', sample()),
      named('乙局', sample({ 'requests/received@natural': blank })),
    ])
    expect(merged.cells.find(({ key }) => key === 'requests/received@natural')).toEqual({
      key: 'requests/received@natural',
      known: 120,
      partial: true,
      from: [{ organ: '甲局', value: 120 }],
      missing: [{ organ: '乙局', shows: 'blank' }],
    })
    expect(merged.readings['requests/received@natural']).toBeUndefined()
  })

  test('a report on the older form comes in by the crosswalk, and what it lacks is named with the reason', () => {
    const merged = merge([named('甲局', sample()), named('乙局', asReport(baseline(), { requests: '2019' }))])
    const at = (key: string) => merged.cells.find((cell) => cell.key === key)!
    expect(at('requests/received@natural')).toMatchObject({ known: 240, partial: false })
    expect(at('requests/outcome.other.rest@natural').missing).toMatchObject([
      { organ: '乙局', shows: 'absent' },
    ])
    expect(at('requests/outcome.other.rest@natural').missing[0]!.reason).toContain('格式不同')
    const back = merge(
      [named('甲局', sample()), named('乙局', asReport(baseline(), { requests: '2019' }))],
      '2019',
    )
    expect(back.cells.find(({ key }) => key === 'requests/outcome.other@natural')).toMatchObject({
      known: 12,
      partial: false,
    })
  })

  test('reports that cannot be counted are refused with the reason', () => {
    const { refused } = merge([
      named('甲局', sample()),
      named('甲局', sample()),
      named('乙局', { ...sample(), year: 2024 }),
      named('丙局', { ...sample(), forms: {}, readings: {} }),
    ])
    expect(refused.map(({ organ }) => organ)).toEqual(['甲局', '乙局', '丙局'])
  })

  test('年报填报函 共同被告的案件只由原行为机关填报：两家都填的提示核对', () => {
    const { notes } = merge([named('甲局', sample()), named('乙局', sample())])
    expect(notes[0]).toMatchObject({ cites: ['年报填报函'] })
    expect(merge([named('甲局', sample())]).notes).toEqual([])
  })
})

describe('checkHierarchy', () => {
  const children = [named('甲局', sample()), named('乙局', sample())]
  const parent = (readings: Readings = {}): Report => {
    const whole = merge(children).readings
    return { ...named('某县人民政府', sample()), readings: { ...whole, ...readings } }
  }

  test('条例§49¶2 政府报告等于各单位之和', () => {
    expect(checkHierarchy(parent(), children)).toEqual([])
  })

  test('不等的逐格指出', () => {
    const findings = checkHierarchy(parent({ 'requests/received@natural': entered(239) }), children)
    expect(findings).toMatchObject([
      {
        rule: 'HIERARCHY',
        verdict: 'broken',
        cells: ['requests/received@natural'],
        left: { value: 239 },
        right: { value: 240 },
      },
    ])
    expect(findings[0]!.message).toContain('相差 1')
  })

  test('缺数的不判断；已知部分已经超过的仍是不符', () => {
    const some = [children[0]!, named('乙局', sample({ 'requests/received@natural': blank }))]
    expect(checkHierarchy(parent(), some)).toMatchObject([
      { verdict: 'undecidable', cells: ['requests/received@natural'] },
    ])
    expect(checkHierarchy(parent({ 'requests/received@natural': entered(100) }), some)).toMatchObject([
      { verdict: 'broken', right: { value: null } },
    ])
  })

  test('不能计入的报告视为缺数', () => {
    const findings = checkHierarchy(parent(), [children[0]!, { ...children[1]!, year: 2023 }])
    expect(findings.map(({ verdict }) => verdict)).toEqual(['undecidable'])
    expect(findings[0]!.message).toContain('乙局')
  })
})

describe('summarise', () => {
  const ended = (report: Report) => summarise(report, checkAll(report))

  test('nothing wrong: 0; something broken: 1; only undecidable: 2; notes change nothing', () => {
    expect(ended(sample())).toMatchObject({ exitCode: 0, broken: { error: 0, warning: 0, note: 0 } })
    expect(ended(sample({ 'requests/received@total': 148 }))).toMatchObject({
      exitCode: 1,
      broken: { error: 2 },
    })
    expect(ended(sample({ 'requests/received@natural': { kind: 'illegible', raw: '▇' } }))).toMatchObject({
      exitCode: 2,
    })
    const long = { ...sample(), sections: sections({ 1: '主动公开。考核、评议、追究。'.repeat(100) }) }
    expect(ended(long)).toMatchObject({ exitCode: 0, broken: { note: 1 } })
  })

  test('coverage counts the cells in which a figure was read', () => {
    expect(ended(sample({ 'requests/received@natural': blank })).coverage).toEqual({ read: 199, total: 200 })
  })
})
