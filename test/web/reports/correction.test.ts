import { describe, expect, test } from 'vitest'
import { editions } from '../../../src/report/editions/index.ts'
import { cells } from '../../../src/report/form.ts'
import { entered, type Readings } from '../../../src/report/reading.ts'
import { previewOf, sumNotes } from '../../../src/web/pages/work/reports/correction-preview.ts'
import {
  correctionsIn,
  readingOfCorrected,
  readTyped,
  typedFor,
} from '../../../src/web/pages/work/reports/correction-values.ts'

const printed = { edition: '2021', forms: { requests: '2021' } } as const

/** A form filled with zeros, but for the cells given. */
const filled = (figures: Readonly<Record<string, number>>): Readings =>
  Object.fromEntries(cells(editions['2021'].tables).map(({ key }) => [key, entered(figures[key] ?? 0)]))

const row = 'requests/outcome.granted'
const wrong = filled({
  [`${row}@natural`]: 50,
  [`${row}@legal.business`]: 6,
  [`${row}@total`]: 66,
  'requests/received@natural': 50,
  'requests/received@legal.business': 6,
  'requests/received@total': 56,
  'requests/outcome.total@natural': 50,
  'requests/outcome.total@legal.business': 6,
  'requests/outcome.total@total': 56,
})
const right = { ...wrong, [`${row}@total`]: entered(56) }

describe('what is typed for a cell', () => {
  test.each([
    ['62', 62],
    [' 5,216 ', 5216],
    ['６２', 62],
    ['-3', -3],
    ['12.5', 12.5],
    ['空', 'blank'],
    ['—', 'dash'],
    ['/', 'dash'],
    ['', null],
  ])('%s', (typed, meant) => {
    expect(readTyped(typed)).toEqual(meant)
  })

  test.each(['六十二', '62件', '1 2x', '5O'])('%s is none', (typed) => {
    expect(readTyped(typed)).toHaveProperty('fault')
  })

  test('what was read, typed again, changes nothing; an emptied field is a fault where something was read', () => {
    const readings: Readings = {
      number: entered(62),
      proved: { kind: 'inferred', value: 3, raw: '3', proof: '' },
      blank: { kind: 'blank', raw: '' },
      dash: { kind: 'dash', raw: '/' },
      open: { kind: 'illegible', raw: '■' },
    }
    const same = Object.fromEntries(
      Object.entries(readings).map(([key, reading]) => [key, typedFor(reading)]),
    )
    expect(correctionsIn(same, readings)).toEqual({ cells: {}, faults: {} })
    const { cells: changed, faults } = correctionsIn(
      { number: '', blank: '0', dash: '空', open: '7' },
      readings,
    )
    expect(changed).toEqual({ blank: 0, dash: 'blank', open: 7 })
    expect(Object.keys(faults)).toEqual(['number'])
  })

  test('blank, dash and zero are three readings', () => {
    expect([0, 'blank', 'dash'].map((cell) => readingOfCorrected(cell as never).kind)).toEqual([
      'number',
      'blank',
      'dash',
    ])
  })
})

describe('年报格式：更正前先看后果', () => {
  test('合计与各项之和不符的，旁边写出算得的数', () => {
    expect([...sumNotes(printed, wrong)]).toEqual([
      [`${row}@total`, '算得 56'],
      ['requests/outcome.total@total', '算得 66'],
    ])
    expect([...sumNotes(printed, right)]).toEqual([])
  })

  test('更正读错的合计，消除与它有关的发现；改坏的，新增发现', () => {
    const mended = previewOf(printed, wrong, right)
    expect(mended.gone.map(({ rule }) => rule).toSorted()).toEqual(['T3-ROW', 'T3-SUM'])
    expect(mended.come).toEqual([])
    const spoilt = previewOf(printed, right, wrong)
    expect(spoilt.come.map(({ rule }) => rule).toSorted()).toEqual(['T3-ROW', 'T3-SUM'])
    expect(spoilt.gone).toEqual([])
  })

  test('改成空白的，空白不当作零，另有发现', () => {
    const blank: Readings = { ...right, [`${row}@legal.other`]: { kind: 'blank', raw: '' } }
    expect(previewOf(printed, right, blank).come.map(({ rule }) => rule)).toContain('BLANK')
  })
})
