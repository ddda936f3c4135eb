/** The example reports, each with the fault it was written to show: found, and nothing else. */

import { spawnSync } from 'node:child_process'
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

describe('命令行', () => {
  const bin = fileURLToPath(new URL('../bin/gongkai.js', import.meta.url))
  const gongkai = (...args: readonly string[]) =>
    spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' })

  test.each([
    { file: '10-bureau-2025-clean.md', code: 0, says: '各项核对均相符' },
    { file: '08-city-2024-layout.txt', code: 1, says: 'T3-SUM' },
    { file: '04-county-2020-no-tables.txt', code: 2, says: 'ABSENT' },
  ])('核对 $file 的退出码是 $code', ({ file, code, says }) => {
    const { status, stdout, stderr } = gongkai('check', file)
    expect({ status, stderr }).toEqual({ status: code, stderr: '' })
    expect(stdout).toContain(says)
  })

  test('命令写错的退出码是 64，并给出用法', () => {
    const { status, stderr } = gongkai('check')
    expect(status).toBe(64)
    expect(stderr).toContain('用法')
  })

  test('成批核对按文件次序给出，与逐份核对相同', () => {
    const { stdout, status } = gongkai('check', '--json', '.')
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; organ: string })
    expect(lines.map(({ file }) => file)).toEqual(expected.map(({ file }) => file))
    expect(lines.map(({ organ }) => organ)).toEqual(expected.map(({ organ }) => organ))
    expect(status).toBe(1)
  })
})
