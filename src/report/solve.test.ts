import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edition2019, edition2021 } from './editions/index.ts'
import { cellKey, leaves, type Table } from './form.ts'
import { entered, type Readings } from './reading.ts'
import { type RowChoice, solve } from './solve.ts'
import { placements, splits } from './splits.ts'

const requests = edition2021.tables.find((t) => t.key === 'requests')!
const disputes = edition2021.tables.find((t) => t.key === 'disputes')!

const rowCells = (table: Table, row: string) =>
  leaves(table.columns).map((column) => cellKey(table, row, column.path))

const run = (table: Table, row: string, digits: string): RowChoice => {
  const cells = rowCells(table, row)
  return { cells, options: splits(digits, cells.length)!, raw: digits }
}

const read = (table: Table, row: string, values: readonly number[]): Readings =>
  Object.fromEntries(rowCells(table, row).map((key, i) => [key, entered(values[i]!)]))

/** A true table three: counts per row and column of entered cells, totals and balance computed. */
const trueTable = (table: Table, counts: readonly (readonly number[])[]): Map<string, number[]> => {
  const rows = leaves(table.rows)
  const result = new Map<string, number[]>()
  const outcomes = rows.filter(({ path }) => path.startsWith('outcome.') && path !== 'outcome.total')
  const sumUp = (six: readonly number[]) => [...six, six.reduce((a, b) => a + b, 0)]
  outcomes.forEach(({ path }, i) => {
    result.set(path, sumUp(counts[i]!.slice(0, 6)))
  })
  const total = Array.from({ length: 6 }, (_, c) => outcomes.reduce((all, _r, i) => all + counts[i]![c]!, 0))
  const carriedOut = counts.at(-1)!.slice(0, 6)
  const carriedIn = counts
    .at(-2)!
    .slice(0, 6)
    .map((n, c) => Math.min(n, total[c]! + carriedOut[c]!))
  result.set('outcome.total', sumUp(total))
  result.set('carriedOut', sumUp(carriedOut))
  result.set('carriedIn', sumUp(carriedIn))
  result.set('received', sumUp(total.map((n, c) => n + carriedOut[c]! - carriedIn[c]!)))
  return result
}

const count = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(9) },
  fc.nat(120),
)
const counts = fc.array(fc.array(count, { minLength: 6, maxLength: 6 }), { minLength: 24, maxLength: 24 })

describe('a row alone', () => {
  test('a run that only one split satisfies is proved', () => {
    const { readings, resolutions } = solve([requests], {}, [run(requests, 'received', '15130000154')])
    expect(resolutions[0]).toMatchObject({ state: 'unique', options: [[151, 3, 0, 0, 0, 0, 154]] })
    expect(readings['requests/received@natural']).toMatchObject({ kind: 'inferred', value: 151 })
    expect(resolutions[0]!.proof).toContain(
      '总计 = 自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他',
    )
  })

  test('section four of 平潭 2023 has one split only', () => {
    const { resolutions } = solve([disputes], {}, [run(disputes, 'cases', '110024001510102')])
    expect(resolutions[0]).toMatchObject({
      state: 'unique',
      options: [[1, 1, 0, 0, 2, 4, 0, 0, 1, 5, 1, 0, 1, 0, 2]],
    })
  })

  test('where several splits satisfy the row, all stay', () => {
    const open = solve([requests], {}, [
      { cells: rowCells(requests, 'received'), options: placements([2, 2], 7, 100, [6])! },
    ])
    expect(open.resolutions[0]!.options).toHaveLength(6)
    expect(open.readings['requests/received@total']).toMatchObject({ kind: 'inferred', value: 2 })
    expect(open.readings['requests/received@natural']).toMatchObject({
      kind: 'ambiguous',
      candidates: [2, null],
    })
  })

  test('an empty total claims nothing', () => {
    const { resolutions } = solve([requests], {}, [
      { cells: rowCells(requests, 'received'), options: placements([1, 1], 7)! },
    ])
    expect(resolutions[0]!.options).toContainEqual([1, 1, null, null, null, null, null])
  })

  test('no split satisfies the row: all are kept and nothing is inferred', () => {
    const { readings, resolutions } = solve([requests], {}, [run(requests, 'received', '1210000025')])
    expect(resolutions[0]!.state).toBe('contradicted')
    expect(resolutions[0]!.options.length).toBe(resolutions[0]!.choice.options.length)
    expect(Object.values(readings).every((reading) => reading.kind !== 'inferred')).toBe(true)
  })

  test('a run with one way to cut it is read so, whether it adds up or not', () => {
    const { readings } = solve([requests], {}, [run(requests, 'received', '1000002')])
    expect(readings['requests/received@total']).toMatchObject({ kind: 'inferred', value: 2 })
  })
})

describe('rows together', () => {
  test('a column decides between splits of a row', () => {
    const cells = rowCells(requests, 'received')
    const options = [
      [3, 0, 0, 0, 0, 0, 3],
      [0, 3, 0, 0, 0, 0, 3],
    ]
    const facts = {
      ...read(requests, 'carriedIn', [0, 0, 0, 0, 0, 0, 0]),
      ...read(requests, 'outcome.total', [0, 3, 0, 0, 0, 0, 3]),
      ...read(requests, 'carriedOut', [0, 0, 0, 0, 0, 0, 0]),
    }
    const { resolutions } = solve([requests], facts, [{ cells, options }])
    expect(resolutions[0]).toMatchObject({ state: 'unique', options: [options[1]] })
    expect(resolutions[0]!.proof).toContain('本年新收 + 上年结转 = 办理结果总计 + 结转下年度')
  })

  test('a row that adds up by accident is opened again when its columns contradict it', () => {
    const facts = {
      ...read(requests, 'carriedIn', [0, 0, 0, 0, 0, 0, 0]),
      ...read(requests, 'outcome.total', [12, 0, 0, 0, 0, 0, 12]),
      ...read(requests, 'carriedOut', [0, 0, 0, 0, 0, 0, 0]),
    }
    const { readings, resolutions } = solve([requests], facts, [run(requests, 'received', '120000021')])
    expect(resolutions[0]!.state).toBe('contradicted')
    expect(readings['requests/received@natural']).toMatchObject({ kind: 'ambiguous' })
  })

  test('an ambiguous digit is settled by its row', () => {
    const facts: Readings = {
      ...read(requests, 'outcome.granted', [3, 0, 0, 0, 0, 0, 8]),
      'requests/outcome.granted@natural': { kind: 'ambiguous', raw: '3?', candidates: [3, 8] },
    }
    const { readings } = solve([requests], facts)
    expect(readings['requests/outcome.granted@natural']).toMatchObject({ kind: 'inferred', value: 8 })
  })

  test('a figure read outright is never changed, though it contradicts', () => {
    const facts = read(requests, 'outcome.granted', [3, 0, 0, 0, 0, 0, 8])
    const { readings } = solve([requests], facts, [run(requests, 'received', '15130000154')])
    expect(readings).toMatchObject(facts)
  })

  test('inequalities prove nothing: published reports break them', () => {
    const documents = edition2019.tables.find((t) => t.key === 'documents')!
    const { resolutions } = solve([documents], {}, [run(documents, 'normative', '525248')])
    expect(resolutions[0]!.options.length).toBe(splits('525248', 3)!.length)
  })
})

describe('any true table', () => {
  test('run together and solved, is never read wrong', () => {
    fc.assert(
      fc.property(counts, (numbers) => {
        const truth = trueTable(requests, numbers)
        const choices = leaves(requests.rows).flatMap(({ path }) => {
          const options = splits(truth.get(path)!.join(''), 7)
          return options ? [{ cells: rowCells(requests, path), options, raw: truth.get(path)!.join('') }] : []
        })
        const { readings, resolutions } = solve([requests], {}, choices)
        for (const { choice, state, options } of resolutions) {
          const row = choice.cells[0]!.slice('requests/'.length).split('@')[0]!
          expect(options).toContainEqual(truth.get(row)!)
          expect(state).not.toBe('contradicted')
          choice.cells.forEach((key, i) => {
            const reading = readings[key]!
            if (reading.kind === 'inferred') expect(reading.value).toBe(truth.get(row)![i])
            expect(reading.kind).not.toBe('blank')
          })
        }
      }),
      { numRuns: 150 },
    )
  })

  test('with some rows read outright, these stay as they are and the rest is never read wrong', () => {
    fc.assert(
      fc.property(counts, fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }), (numbers, known) => {
        const truth = trueTable(requests, numbers)
        const rows = leaves(requests.rows)
        const facts = Object.assign(
          {},
          ...rows.map(({ path }, i) => known[i] && read(requests, path, truth.get(path)!)),
        )
        const choices = rows.flatMap(({ path }, i) =>
          known[i] ? [] : [run(requests, path, truth.get(path)!.join(''))].filter((c) => c.options),
        )
        const { readings } = solve([requests], facts, choices)
        expect(readings).toMatchObject(facts)
        for (const { path } of rows)
          rowCells(requests, path).forEach((key, i) => {
            const reading = readings[key]
            if (reading?.kind === 'inferred') expect(reading.value).toBe(truth.get(path)![i])
          })
      }),
      { numRuns: 100 },
    )
  })

  test('with empty cells lost, no figure is put in a wrong place', () => {
    fc.assert(
      fc.property(counts, (numbers) => {
        const truth = trueTable(requests, numbers)
        const shown = (row: string) => truth.get(row)!.map((n, c) => (n === 0 && c < 6 ? null : n))
        const choices = leaves(requests.rows).map(({ path }) => ({
          cells: rowCells(requests, path),
          options: placements(
            shown(path).filter((n) => n !== null),
            7,
            500,
            [6],
          )!,
        }))
        const { readings, resolutions } = solve([requests], {}, choices)
        for (const { choice, options } of resolutions) {
          const row = choice.cells[0]!.slice('requests/'.length).split('@')[0]!
          expect(options).toContainEqual(shown(row))
          choice.cells.forEach((key, i) => {
            const reading = readings[key]!
            if (reading.kind === 'inferred') expect(reading.value).toBe(truth.get(row)![i])
            if (reading.kind === 'blank') expect(truth.get(row)![i]).toBe(0)
          })
        }
      }),
      { numRuns: 100 },
    )
  })
})
