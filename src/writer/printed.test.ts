import { expect, test } from 'vitest'
import type { Report } from '../report/report.ts'
import { digits, printed, printedPreamble, printedSections, printedTitleLines } from './printed.ts'

const report: Report = {
  organ: { name: '示范县', kind: 'countyGovernment' },
  year: 2024,
  edition: '2021',
  script: 'simplified',
  sections: [],
  forms: {},
  readings: {},
  claims: [],
  publication: {},
}

test('the digits of a figure are exact, large or small', () => {
  expect([0, -0, -12, 96.2, 1e21, 1.5e21, 1e-7, -2.5e-9, 1.7976931348623157e308].map(digits)).toEqual([
    '0',
    '0',
    '-12',
    '96.2',
    '1000000000000000000000',
    '1500000000000000000000',
    '0.0000001',
    '-0.0000000025',
    `17976931348623157${'0'.repeat(292)}`,
  ])
})

test('blank and absent print nothing, a dash prints as it was, what could not be told is marked', () => {
  expect(printed({ kind: 'blank', raw: ' ' })).toBe('')
  expect(printed({ kind: 'absent' })).toBe('')
  expect(printed({ kind: 'dash', raw: ' / ' })).toBe('/')
  expect(printed({ kind: 'number', value: 251000, raw: '251000 元', unit: '元' })).toBe('251000元')
  expect(printed({ kind: 'ambiguous', raw: '5031', candidates: [5, 50] })).toBe('5031？')
  expect(printed({ kind: 'illegible', raw: '' })).toBe('？')
})

test('a title too long for a line breaks behind the organ', () => {
  expect(printedTitleLines(report)).toEqual(['示范县2024年政府信息公开工作年度报告'])
  expect(printedTitleLines({ ...report, organ: { name: '示范县人民政府', kind: null } })).toEqual([
    '示范县人民政府',
    '2024年政府信息公开工作年度报告',
  ])
  expect(printedTitleLines({ ...report, organ: null, year: null })).toEqual(['政府信息公开工作年度报告'])
})

test('a report without tables says so three times and prints no figure', () => {
  const sections = printedSections(report)
  expect(sections.map(({ grid }) => grid)).toEqual(Array(6).fill(null))
  expect(sections.filter(({ remark }) => remark?.includes('不作零计'))).toHaveLength(3)
})

test('prose in the place of a table is printed', () => {
  const text = '本年度没有发生行政复议、行政诉讼。'
  const found = printedSections({ ...report, sections: [{ number: 4, title: '', text }] })[3]
  expect(found?.paragraphs).toEqual([text])
})

test('a report before 2019 prints its own sections and no table that it never had', () => {
  const old: Report = {
    ...report,
    edition: 'pre2019',
    sections: [{ number: 1, title: '概述', text: '2016年的工作。' }],
  }
  expect(printedSections(old).map(({ heading }) => heading)).toEqual(['一、概述'])
})

test('of the preamble only the sentences are printed', () => {
  const preamble =
    '示范县2024年政府信息公开工作年度报告\n发布日期：2025-01-14\n====\n本报告依据《条例》编制。'
  expect(printedPreamble({ ...report, preamble })).toEqual(['本报告依据《条例》编制。'])
})
