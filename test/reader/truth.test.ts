import { expect, test } from 'vitest'
import { entered } from '../../src/report/reading.ts'
import { score, type Truth } from './truth.ts'

const truth: Truth = {
  agency: '示范县人民政府',
  year: 2023,
  edition: '2021',
  script: 'simplified',
  section2: { 规章: [0, 0, 0], 行政规范性文件: [3, null, 8] },
  section3: null,
  section4: null,
  problems: [],
  narrative: {},
}

test('读错、编造、漏读分得开', () => {
  const { wrong, invented, missed, read } = score(truth, {
    'documents/rules@issued': entered(0),
    'documents/rules@repealed': entered(1),
    'documents/normative@repealed': entered(0),
    'requests/received@natural': entered(5),
  })
  expect(wrong).toEqual(['documents/rules@repealed: 1, printed 0'])
  expect(invented).toEqual(['documents/normative@repealed: 0', 'requests/received@natural: not in the form'])
  expect(missed).toHaveLength(3)
  expect(read).toBe(1)
})
