/** The figures that reports are compared by. */
import { describe, expect, test } from 'vitest'
import { totalFigures } from '../../../src/office/reports/sum/total-figures.ts'
import { editions } from '../../../src/report/editions/index.ts'
import { cells } from '../../../src/report/form.ts'
import { entered } from '../../../src/report/reading.ts'

const ones = (edition: '2019' | '2021') =>
  Object.fromEntries(cells(editions[edition].tables).map(({ key }) => [key, entered(1)]))

describe('条例§50 各项合计用于比较', () => {
  test('表中没有合计格的项，由各分项相加', () => {
    const figures = totalFigures({ year: 2025, readings: ones('2021') })
    expect(figures['requests/outcome.denied@total']).toBe(8)
    expect(figures['requests/outcome.other@total']).toBe(3)
    expect(figures['requests/received@total']).toBe(1)
    expect(figures['disputes/cases@litigation.direct.total']).toBe(1)
  })

  test('2020年度用当年的表式，其他处理是一格', () => {
    expect(totalFigures({ year: 2020, readings: ones('2019') })['requests/outcome.other@total']).toBe(1)
  })

  test('缺一个分项的，合计不知道，不作零', () => {
    const { 'requests/outcome.denied.thirdParty@total': _, ...wanting } = ones('2021')
    expect(totalFigures({ year: 2025, readings: wanting })['requests/outcome.denied@total']).toBeNull()
    expect(totalFigures({ year: 2018, readings: wanting })).toEqual({})
  })
})
