/** The example reports, each with the fault it was written to show: found, and nothing else. */

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { hasFailed, readJob } from '../src/cli/read-job.ts'
import { figureOf } from '../src/report/reading.ts'
import type { Finding, Verdict } from '../src/report/report.ts'

interface Expected {
  readonly file: string
  readonly organ: string
  readonly year: number
  readonly edition: string
  /** Rules with a finding that is no mere note. */
  readonly broken: readonly string[]
  readonly undecidable: readonly string[]
}

const folder = fileURLToPath(new URL('../examples/', import.meta.url))
const expected: readonly Expected[] = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8'))

const readOne = async (file: string) => {
  const [outcome, ...more] = await readJob(folder + file)
  if (outcome === undefined || more.length > 0 || hasFailed(outcome)) throw new Error(`${file} is not read`)
  return outcome
}

const rulesOf = (findings: readonly Finding[], verdict: Verdict): readonly string[] => {
  const found = findings.filter((f) => f.verdict === verdict && f.severity !== 'note')
  return [...new Set(found.map(({ rule }) => rule))].sort()
}

test('每份示例都有应有的结果', () => {
  const reports = readdirSync(folder).filter((name) => name !== 'README.md' && name !== 'expected.json')
  expect(expected.map(({ file }) => file)).toEqual(reports.sort())
})

describe.each(expected)('$file', ({ file, organ, year, edition, broken, undecidable }) => {
  test(`${organ} ${year} 年`, async () => {
    const { report, findings } = await readOne(file)
    expect({
      organ: report.organ?.name,
      year: report.year,
      edition: report.edition,
      broken: rulesOf(findings, 'broken'),
      undecidable: rulesOf(findings, 'undecidable'),
    }).toEqual({ organ, year, edition, broken, undecidable })
  })
})

describe('读数', () => {
  const figure = async (file: string, key: string) => {
    const { report } = await readOne(file)
    const reading = report.readings[key]
    return reading ? figureOf(reading) : null
  }

  test('空白不作零', async () => {
    const { report } = await readOne('02-district-bureau-2021-traditional.txt')
    expect(report.readings['requests/outcome.granted@natural']?.kind).toBe('blank')
  })

  test('没有抓下来的表一格也不填', async () => {
    const { report } = await readOne('04-county-2020-no-tables.txt')
    expect(report.readings).toEqual({})
  })

  test('连写的数字由勾稽关系断开', async () => {
    const file = '06-zone-2023-one-line.txt'
    expect(await figure(file, 'requests/received@natural')).toBe(46)
    expect(await figure(file, 'requests/outcome.total@total')).toBe(52)
  })

  test('有两种断法的不取其一', async () => {
    const { report } = await readOne('06-zone-2023-one-line.txt')
    expect(report.readings['documents/normative@issued']).toMatchObject({
      kind: 'ambiguous',
      candidates: [5, 50],
    })
  })

  test('跨行跨列全错的表按次序读', async () => {
    expect(
      await figure('09-county-2023-broken-spans.html', 'requests/outcome.declined.petition@natural'),
    ).toBe(2)
    expect(
      await figure('09-county-2023-broken-spans.html', 'requests/outcome.unavailable.notHeld@total'),
    ).toBe(8)
  })

  test('折行的行名、夹在表中的页码不移动数字', async () => {
    expect(await figure('08-city-2024-layout.txt', 'requests/outcome.other.notCorrected@natural')).toBe(9)
    expect(await figure('08-city-2024-layout.txt', 'requests/outcome.unavailable.stillUnclear@total')).toBe(3)
  })
})
