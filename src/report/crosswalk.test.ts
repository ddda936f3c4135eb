import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carriedOver, crosswalk, reasonAlone } from './crosswalk.ts'
import { type CellKey, editions } from './editions/index.ts'
import { cells, type EditionId } from './form.ts'
import { entered, type Readings } from './reading.ts'

const keys = (edition: EditionId) => cells(editions[edition].tables).map(({ key }) => key)

describe('crosswalk', () => {
  test('every cell of either form has a counterpart or a reason why not, never both', () => {
    for (const edition of ['2019', '2021'] as const)
      for (const key of keys(edition)) {
        const found = crosswalk.filter((pair) => pair[edition].includes(key))
        expect(found.length).toBe(reasonAlone(key as CellKey) === null ? 1 : 0)
        expect(reasonAlone(key as CellKey)).not.toBe('另一格式没有这一格')
      }
  })

  test('every cell it names is in its form', () => {
    for (const edition of ['2019', '2021'] as const) {
      const known = new Set(keys(edition))
      for (const pair of crosswalk) for (const key of pair[edition]) expect(known).toContain(key)
    }
  })

  test('section three and four answer to each other, but for 其他处理', () => {
    expect(crosswalk.filter((pair) => pair['2021'][0]!.startsWith('requests/'))).toHaveLength(23 * 7)
    expect(crosswalk.filter((pair) => pair['2021'][0]!.startsWith('disputes/'))).toHaveLength(15)
  })
})

describe('carriedOver', () => {
  test('the three rows of 其他处理 become one; one does not become three', () => {
    const three: Readings = {
      'requests/outcome.other.notCorrected@natural': entered(3),
      'requests/outcome.other.feeUnpaid@natural': entered(1),
      'requests/outcome.other.rest@natural': entered(2),
    }
    expect(carriedOver(three, '2021', '2019').readings).toEqual({
      'requests/outcome.other@natural': entered(6),
    })
    const back = carriedOver({ 'requests/outcome.other@natural': entered(6) }, '2019', '2021')
    expect(back.readings).toEqual({})
    expect(back.lost).toMatchObject([{ key: 'requests/outcome.other@natural' }])
  })

  test('a part that is not read is not taken for zero', () => {
    const { readings } = carriedOver(
      {
        'requests/outcome.other.notCorrected@natural': entered(3),
        'requests/outcome.other.feeUnpaid@natural': { kind: 'blank', raw: '' },
        'requests/outcome.other.rest@natural': entered(2),
      },
      '2021',
      '2019',
    )
    expect(readings['requests/outcome.other@natural']).toEqual({ kind: 'absent' })
  })

  test('there and back, what the other form has comes back unchanged and the rest is named', () => {
    fc.assert(
      fc.property(fc.constantFrom('2019' as const, '2021' as const), fc.nat(), (from, seed) => {
        const to = from === '2019' ? '2021' : '2019'
        const readings = Object.fromEntries(keys(from).map((key, i) => [key, entered((seed + i * 7) % 1000)]))
        const there = carriedOver(readings, from, to)
        const back = carriedOver(there.readings, to, from).readings
        const lost = new Set(there.lost.map(({ key }) => key))
        for (const key of keys(from)) {
          if (key in back) expect(back[key]).toEqual(readings[key])
          else expect(lost.has(key) || key.includes('outcome.other.')).toBe(true)
        }
        expect(Object.keys(back).length).toBeGreaterThan(165)
      }),
      { numRuns: 20 },
    )
  })
})
