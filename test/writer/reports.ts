/** Reports to be written: whole, mixed, random and hostile. */

import fc from 'fast-check'
import { editions } from '../../src/report/editions/index.ts'
import { cells, type EditionId, type TableKey } from '../../src/report/form.ts'
import type { Reading, Readings } from '../../src/report/reading.ts'
import { type Report, tablesOf } from '../../src/report/report.ts'

export const editionIds = ['2019', '2021'] as const

/** Every table on the edition named, or on another where `others` says so. */
export const formsOf = (
  edition: EditionId,
  others: Partial<Record<TableKey, EditionId>> = {},
): Report['forms'] => ({
  ...Object.fromEntries(editions[edition].tables.map(({ key }) => [key, edition])),
  ...others,
})

/** A report with the readings that `at` gives for each cell of its tables. */
export const reportOf = (
  edition: EditionId,
  at: (key: string, index: number) => Reading,
  forms = formsOf(edition),
): Report => {
  const readings: Readings = Object.fromEntries(
    cells(tablesOf({ edition, forms })).map(({ key }, i) => [key, at(key, i)]),
  )
  return {
    organ: { name: '示范市交通运输局', kind: 'department' },
    year: edition === '2019' ? 2020 : 2024,
    edition,
    script: 'simplified',
    preamble: '本报告所列数据的统计期限自1月1日起至12月31日止。',
    sections: editions[edition].sections.map(({ number, title, content }) => ({
      number,
      title,
      text: content === 'prose' ? `本部分说明第${number}项工作。\n（一）做好公开。全年公开信息若干条。` : '',
    })),
    forms,
    readings,
    claims: [],
    publication: {},
  }
}

export const number = (value: number, unit?: string): Reading => ({
  kind: 'number',
  value,
  raw: `${value}${unit ?? ''}`,
  ...(unit !== undefined && { unit }),
})

/** Every cell with a figure of its own, so that one in a wrong place is seen. */
export const numbered = (edition: EditionId): Report => reportOf(edition, (_, i) => number(1000 + i))

export const dashes = ['/', '—', '-', '--', '无'] as const

/** Readings that must be recovered exactly from what is written. */
export const exactReading: fc.Arbitrary<Reading> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(99_999).map((value) => number(value)) },
  { weight: 1, arbitrary: fc.nat(9_999_999).map((value) => number(value / 100)) },
  { weight: 2, arbitrary: fc.constant<Reading>({ kind: 'blank', raw: '' }) },
  { weight: 1, arbitrary: fc.constantFrom(...dashes).map((raw): Reading => ({ kind: 'dash', raw })) },
)

/** Whole reports with any mixture of figures, blanks and dashes. */
export const anyReport: fc.Arbitrary<Report> = fc
  .constantFrom(...editionIds)
  .chain((edition) =>
    fc
      .array(exactReading, { minLength: 300, maxLength: 300 })
      .map((readings) => reportOf(edition, (_, i) => readings[i] as Reading)),
  )

/** Texts that are markup, code or a formula to some program. */
export const hostileTexts = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;&#60;',
  '=HYPERLINK("http://example.invalid","点")',
  '+1+1',
  '@SUM(A1:A9)',
  '#let x = read("/etc/passwd"); #x #eval("1") $x^2$ @ref <label> *粗* _斜_ `码`',
  '](javascript:alert(1)) | 竖线 | [链接](http://example.invalid) **粗** ~~删~~ \\| ',
  ']]>--><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '表情😀🏳️‍🌈与生僻字𠮷𰻞',
  '控制符\u0000\u0001\u0008\u001f\uffff与半个代理\ud800结束',
  '_x0041_ 与 \u202e倒写\u202c',
  `长段${'一'.repeat(10_000)}完`,
] as const

/** A report whose every text is hostile, in cells too. */
export const hostile = (edition: EditionId): Report => ({
  ...reportOf(edition, (_, i) => {
    const raw = hostileTexts[i % (hostileTexts.length - 1)] as string
    return i % 3 === 0 ? { kind: 'illegible', raw } : number(i)
  }),
  organ: { name: hostileTexts.slice(0, 6).join(''), kind: null },
  sections: [1, 5, 6].map((n) => ({ number: n as 1 | 5 | 6, title: '', text: hostileTexts.join('\n') })),
})

/** What the text of a document keeps of a hostile one: spaces and line ends are the formats' own. */
export const bare = (text: string): string => text.replace(/\s+/g, '')
