/** Corrections and matches, as pure functions. */
import { describe, expect, test } from 'vitest'
import type { OrganRow } from '../../../src/office/ports.ts'
import { correctedReading } from '../../../src/office/reports/examined/correct-cells.ts'
import { onlyMatch, proposals } from '../../../src/office/reports/examined/propose-match.ts'
import {
  checked,
  findingsOf,
  type KeptReading,
  keptBlocks,
} from '../../../src/office/reports/examined/reading.ts'
import { figureAt } from '../../../src/report/reading.ts'
import type { Finding, Report } from '../../../src/report/report.ts'
import { reportOf } from '../../writer/reports.ts'

/** All zeros: every sum holds. */
const sound = reportOf('2021', () => ({ kind: 'number', value: 0, raw: '0', place: { line: 3 } }))
const key = 'requests/received@natural'

const corrected = (reading: KeptReading, cells: Parameters<typeof correctedReading>[1], year = 2025) => {
  const outcome = correctedReading(reading, cells, year)
  if ('refused' in outcome) throw new Error(outcome.code)
  return outcome
}

const rulesOf = (reading: KeptReading) => new Set(findingsOf(reading).map(({ rule }) => rule))

describe('年报格式（国办公开办函〔2021〕30号）人工更正', () => {
  test('更正后重新核对：改错了就不平，改回来就平了', () => {
    const before = checked(sound, [])
    expect(rulesOf(before)).not.toContain('T3-ID')
    const wrong = corrected(before, { [key]: 5 })
    expect(rulesOf(wrong)).toContain('T3-ID')
    expect(rulesOf(corrected(wrong, { [key]: 0 }))).not.toContain('T3-ID')
  })

  test('空白、划线不是零；位置仍是原来的', () => {
    const { report } = corrected(checked(sound, []), { [key]: 'blank', 'requests/received@total': 'dash' })
    expect(figureAt(report.readings, key)).toBeNull()
    expect(report.readings[key]).toEqual({ kind: 'blank', raw: '', place: { line: 3 } })
    expect(report.readings['requests/received@total']).toMatchObject({ kind: 'dash', place: { line: 3 } })
    expect(rulesOf(corrected(checked(sound, []), { [key]: 'blank' }))).toContain('BLANK')
  })

  test('没有读出的表，由人读出后就在了，按年度的表式', () => {
    const nothing: Report = { ...sound, edition: null, forms: {}, readings: {} }
    const { report } = corrected(checked(nothing, []), { [key]: 3 }, 2025)
    expect(report.forms).toEqual({ requests: '2021' })
    expect(report.edition).toBe('2021')
    const old = corrected(checked(nothing, []), { 'documents/normative@made': 3 }, 2020)
    expect([old.report.forms.documents, old.report.edition]).toEqual(['2019', '2019'])
  })

  test('读取程序对一格的疑问，经人读过即告解决；对其他格的仍在', () => {
    const doubt = (cells: string[]): Finding => ({
      ...{
        rule: 'LOST-COLUMNS',
        severity: 'warning',
        verdict: 'undecidable',
        cites: [],
        message: '空格丢失。',
      },
      cells,
    })
    const reading = checked(sound, [doubt([key]), doubt([key, 'requests/carriedIn@natural'])])
    expect(corrected(reading, { [key]: 1 }).ofReader).toHaveLength(1)
  })

  test('不在表式内的、没有变化的、空的更正，一概不收', () => {
    const codeOf = (cells: Parameters<typeof correctedReading>[1]) => {
      const outcome = correctedReading(checked(sound, []), cells, 2025)
      return 'refused' in outcome ? outcome.code : null
    }
    expect(codeOf({})).toBe('noCells')
    expect(codeOf({ __proto__x: 1 })).toBe('unknownCell')
    expect(codeOf({ 'documents/normative@made': 1 })).toBe('unknownCell')
    expect(codeOf({ [key]: 0 })).toBe('sameCells')
  })
})

const row = (id: string, name: string, code = `1133010000000000${id}`): OrganRow => ({
  ...{ id, code, name, kind: 'localDepartment', level: 'county', parent: null, details: {} },
})

describe('认定是哪个机关的报告', () => {
  const tree = [
    row('county', '示例县人民政府'),
    row('water', '示例县水利局'),
    row('school', '示例县教育局'),
    row('town', '示例县东河镇人民政府'),
  ]
  const found = (organName: string | null, codes = '') =>
    proposals({ organName, codes }, tree).map(({ organ, certainty }) => [organ, certainty])

  test('名称相同的在前；少“人民政府”“办公室”的次之；只是相近的在后', () => {
    expect(found('示例县水利局')[0]).toEqual(['water', 'name'])
    expect(found('示例县 水利局')[0]).toEqual(['water', 'name'])
    expect(found('示例县东河镇')[0]).toEqual(['town', 'nearName'])
    expect(found('示例县人民政府办公室')[0]).toEqual(['county', 'nearName'])
    expect(found('示例县水利水务局')[0]).toEqual(['water', 'similar'])
    expect(found('邻市财政局')).toEqual([])
    expect(found(null)).toEqual([])
  })

  test('统一社会信用代码胜过名称', () => {
    expect(found('示例县水利局', '1133010000000000SCHOOL-2025.pdf')[0]).toEqual(['school', 'code'])
  })

  test('只有没有疑问的才自动对应，而且只有一个', () => {
    const only = (organName: string, organs = tree) => onlyMatch(proposals({ organName, codes: '' }, organs))
    expect(only('示例县水利局')).toBe('water')
    expect(only('示例县东河镇')).toBeNull()
    expect(only('示例县水利局', [...tree, row('water2', '示例县水利局')])).toBeNull()
  })
})

test('过长的原文只留开头，并且说明', () => {
  const block = { kind: 'line', text: '文'.repeat(1000), place: { line: 1 } } as const
  const observed = { format: 'text', meta: [], notices: [], blocks: Array(2000).fill(block) } as const
  const { blocks, truncated } = keptBlocks(observed)
  expect([blocks.length, truncated]).toEqual([500, true])
  expect(keptBlocks({ ...observed, blocks: [block] }).truncated).toBe(false)
})
