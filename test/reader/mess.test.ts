/** Whatever the shape: what is read is what was printed, and nothing is read that was not. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isUnread, read } from '../../src/reader/read.ts'
import { editions } from '../../src/report/editions/index.ts'
import { cells, type Edition, type EditionId } from '../../src/report/form.ts'
import { type Reading, readingAt } from '../../src/report/reading.ts'
import * as mess from './mess.ts'

const editionIds: fc.Arbitrary<EditionId> = fc.constantFrom('2019', '2021')
const zeros: fc.Arbitrary<mess.Zero> = fc.constantFrom('0', '', '/', '—')

const readText = async (text: string, name: string) => {
  const [result] = await read(new TextEncoder().encode(text), name)
  if (!result || isUnread(result)) throw new Error('readable text expected')
  return result.report
}

const asPrinted = (reading: Reading): string | number => ('value' in reading ? reading.value : reading.kind)

const meant = (printed: string): string | number =>
  printed === '' ? 'blank' : /^[/—]$/.test(printed) ? 'dash' : Number(printed)

/** Cells of which something else was read than was printed. */
const differences = (edition: Edition, printed: mess.Printed, readings: Record<string, Reading>) =>
  cells(edition.tables)
    .map(({ key }) => ({ key, meant: meant(printed[key] ?? ''), got: asPrinted(readingAt(readings, key)) }))
    .filter(({ meant, got }) => meant !== got)

type Shape = (edition: Edition, printed: mess.Printed, style: mess.Style) => string

/** A property over random reports in a shape that keeps every cell. */
const lossless = (shape: fc.Arbitrary<Shape>, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(
      editionIds.chain((id) => fc.tuple(fc.constant(id), mess.figures(id))),
      zeros,
      mess.styles,
      shape,
      async ([id, values], zero, style, print) => {
        const printed = mess.print(values, zero)
        const report = await readText(print(editions[id], printed, style), 'report')
        expect(differences(editions[id], printed, report.readings)).toEqual([])
        expect(report.edition).toBe(id)
        expect(report.year).toBe(2022)
      },
    ),
    { numRuns },
  )

/** A property over random reports in a shape that loses cells: some are not read, none is read wrongly. */
const lossy = (shape: Shape, numRuns: number, zero: fc.Arbitrary<mess.Zero>) =>
  fc.assert(
    fc.asyncProperty(
      editionIds.chain((id) => fc.tuple(fc.constant(id), mess.figures(id))),
      zero,
      mess.styles,
      async ([id, values], z, style) => {
        const printed = mess.print(values, z)
        const report = await readText(shape(editions[id], printed, style), 'report')
        const wrong = differences(editions[id], printed, report.readings).filter(
          ({ got }) => typeof got === 'number',
        )
        expect(wrong).toEqual([])
      },
    ),
    { numRuns },
  )

describe('保留全部单元格的写法：照印照读', () => {
  test('网页，跨行跨列正确、缺失或有误，整表或一行一表，表格或 div', async () => {
    const shape = fc
      .record({
        spans: fc.constantFrom<mess.Spans>('right', 'none', 'lying'),
        split: fc.boolean(),
        divs: fc.boolean(),
      })
      .map(
        ({ spans, split, divs }): Shape =>
          (edition, printed, style) =>
            mess.asHtml(edition, printed, style, spans, split, divs),
      )
    await lossless(shape, 60)
  })
  test('竖线分隔的文本', () => lossless(fc.constant(mess.asPipes), 30))
  test('一格一行的文本', () => lossless(fc.constant(mess.asLines), 30))
  test('制表符分隔的文本', () => lossless(fc.constant(mess.asTabs), 30))
})

describe('会丢失单元格的写法：可以读不出，不可以读错', () => {
  test('竖线分隔，空格被丢掉', () => lossy(mess.asCollapsedPipes, 60, fc.constantFrom('0', '')))
  test('整份报告连成一行，数字不分', () => lossy(mess.asRun, 40, fc.constant('0')))
  test('单个空格分隔，中间夹页码、重复表头', () => lossy(mess.asPages, 40, zeros))
  test('按空格对齐的版面文本', () => lossy(mess.asColumns, 40, zeros))
})

/** Ways in which captions are retyped; each keeps every cell. */
const retyped: readonly (readonly [string, (text: string) => string])[] = [
  ['序号后用顿号', (t) => t.replace(/(\d)\.(?=[\u4e00-\u9fff])/g, '$1、')],
  ['序号加括号', (t) => t.replace(/(\d)\.(?=[\u4e00-\u9fff])/g, '（$1）')],
  [
    '没有序号',
    (t) =>
      t
        .replace(/\d\.(?=[\u4e00-\u9fff])/g, '')
        .replace(/（[一二三四五六七]）/g, '')
        .replace(/[一二三四]、(?=本年|上年|结转)/g, ''),
  ],
  [
    '中文序号写成阿拉伯数字',
    (t) => t.replace(/（([一二三四五六七])）/g, (_, c: string) => `${'一二三四五六七'.indexOf(c) + 1}.`),
  ],
  ['总计写成合计', (t) => t.replaceAll('总计', '合计')],
  [
    '标题简写',
    (t) =>
      t
        .replaceAll('政府信息公开申请数量', '申请数量')
        .replaceAll('（区分处理的，只计这一情形，不计其他情形）', ''),
  ],
  [
    '字间加空格',
    (t) => t.replaceAll('总计', '总 计').replaceAll('规章', '规 章').replaceAll('其他处理', '其他 处理'),
  ],
  ['没有各部分标题', (t) => t.replace(/[一二三四五六]、[^<\n]{4,20}(?:情况|事项)(?=<|\n)/g, '')],
  ['格内套段落', (t) => t.replace(/<td([^>]*)>([^<]+)<\/td>/g, '<td$1><p><span>$2</span></p></td>')],
  ['数后带单位', (t) => t.replace(/<td([^>]*)>(\d+)<\/td>/g, '<td$1>$2件</td>')],
]

describe('标题怎么写都照印照读', () => {
  test.each(retyped)('%s', async (_title, retype) => {
    const html: Shape = (edition, printed, style) =>
      retype(mess.asHtml(edition, printed, style, 'right', false, false))
    const lines: Shape = (edition, printed, style) => retype(mess.asLines(edition, printed, style))
    const plain = fc.constant({ halfWidth: false, traditional: false, typos: false })
    await fc.assert(
      fc.asyncProperty(
        editionIds.chain((id) => fc.tuple(fc.constant(id), mess.figures(id))),
        fc.constantFrom<mess.Zero>('0', ''),
        plain,
        fc.constantFrom(html, lines),
        async ([id, values], zero, style, print) => {
          const printed = mess.print(values, zero)
          const report = await readText(print(editions[id], printed, style), 'report')
          expect(differences(editions[id], printed, report.readings)).toEqual([])
        },
      ),
      { numRuns: 12 },
    )
  })

  test('序号自成一格、又丢一格时，下一行的序号不充作本行的数', async () => {
    await fc.assert(
      fc.asyncProperty(mess.figures('2021'), fc.constantFrom<mess.Zero>('0', ''), async (values, zero) => {
        const printed = mess.print(values, zero)
        const html = mess
          .asHtml(
            editions['2021'],
            printed,
            { halfWidth: false, traditional: false, typos: false },
            'right',
            false,
            false,
          )
          .replace(/<td([^>]*)>(\d)\.([\u4e00-\u9fff])/g, '<td>$2</td><td$1>$3')
          .replace(/(<td[^>]*>[^<\d]+<\/td><td[^>]*>[^<]*<\/td>)<td[^>]*>0?<\/td>/g, '$1')
        const { readings } = await readText(html, 'report')
        const wrong = differences(editions['2021'], printed, readings).filter(
          ({ got }) => typeof got === 'number',
        )
        expect(wrong).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})

test('有一格写的不是数：那一格读不出，别的格不受牵连、不移位', async () => {
  const keys = cells(editions['2021'].tables).map(({ key }) => key)
  await fc.assert(
    fc.asyncProperty(
      mess.figures('2021'),
      fc.constantFrom<mess.Zero>('0', ''),
      fc.constantFrom(...keys),
      fc.constantFrom('？', '5031？', '见附件', '○', 'O', '12*', '无法统计'),
      fc.boolean(),
      async (values, zero, key, text, lines) => {
        const printed = { ...mess.print(values, zero), [key]: text }
        const plain = { halfWidth: false, traditional: false, typos: false }
        const source = lines
          ? mess.asLines(editions['2021'], printed, plain)
          : mess.asHtml(editions['2021'], printed, plain, 'right', false, false)
        const { readings } = await readText(source, 'report')
        const other = differences(editions['2021'], printed, readings).filter((d) => d.key !== key)
        expect(asPrinted(readingAt(readings, key))).not.toBeTypeOf('number')
        // In running text a word may end the row: what follows is then not read, but never read wrongly.
        expect(lines ? other.filter(({ got }) => typeof got === 'number') : other).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})
