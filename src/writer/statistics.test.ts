import { expect, test } from 'vitest'
import { type Statistics, statisticsIn } from '../report/pre2019.ts'
import { statisticsGrid } from './statistics.ts'

const statistics: Statistics = {
  ...statisticsIn([]),
  'disclosure.total': { kind: 'number', value: 345, raw: '345' },
  'disclosure.website': { kind: 'number', value: 300, raw: '300' },
  'disclosure.weibo': { kind: 'blank', raw: '' },
}

test('the old statistics print every indicator once, with the figures that were read and no other', () => {
  const grid = statisticsGrid(statistics)
  const figures = (grid?.boxes ?? []).flatMap(({ key, reading }) =>
    reading && 'value' in reading ? [[key, reading.value]] : [],
  )
  expect(figures).toEqual([
    ['disclosure.total', 345],
    ['disclosure.website', 300],
  ])
  const area = (grid?.boxes ?? []).reduce((all, { rowSpan, colSpan }) => all + rowSpan * colSpan, 0)
  expect(area).toBe((grid?.rows ?? 0) * 3)
})

test('where none was read there is no table', () => {
  expect(statisticsGrid(statisticsIn([]))).toBeNull()
})
