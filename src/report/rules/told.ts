/**
 * Cases told in the prose that the table of section four has no room for. A kind of case that occurred takes two
 * figures at least, its result and its total; where fewer figures are printed than the cases told need, some case
 * stands in no cell, even where the columns of the printed figures were lost.
 */

import type { Claim } from '../claims.ts'
import { cellsOf } from '../form.ts'
import { figureOf, readingAt } from '../reading.ts'
import { formOf, type Remark, type Subject } from './rule.ts'

const kinds = ['reconsideration', 'litigation'] as const
const words = { reconsideration: '行政复议', litigation: '行政诉讼' } as const

/** How many figures other than zero the table prints; null where nothing was found of it. */
const printedFigures = ({ report, tables }: Subject): number | null => {
  const table = tables.find(({ key }) => key === 'disputes')
  if (!table || formOf(report, 'disputes') === null) return null
  const readings = cellsOf(table).map(({ key }) => readingAt(report.readings, key))
  const read = readings.filter((reading) => (figureOf(reading) ?? 0) !== 0).length
  // Figures that lost their columns stand together in the raw text of every cell they may belong to.
  const open = new Set(
    readings.flatMap((r) => (r.kind === 'ambiguous' || r.kind === 'illegible' ? [r.raw] : [])),
  )
  const figures = [...open].flatMap((raw) => raw.split(/\s+/)).filter((part) => /^[1-9]\d*$/.test(part))
  const runs = [...open].some((raw) => /\d{6,}/.test(raw))
  return runs ? null : read + figures.length
}

/** What the prose tells and the table cannot hold; nothing where the cells themselves were read. */
export const toldWithoutRoom = (subject: Subject): readonly Remark[] => {
  const { report } = subject
  const told = kinds.flatMap((metric): readonly Claim[] => {
    const claim = report.claims.find((c) => c.metric === metric && c.scope === undefined && c.value > 0)
    return claim ? [claim] : []
  })
  const printed = printedFigures(subject)
  const needed = told.length * 2
  const lost = Object.values(report.readings).some(({ kind }) => kind === 'ambiguous')
  const last = told.at(-1)
  if (!last || told.length < 2 || printed === null || !lost || printed >= needed) return []
  const each = told
    .map(({ metric, value }) => `${words[metric as keyof typeof words]} ${value} 件`)
    .join('、')
  return [
    {
      verdict: 'broken',
      left: { text: `正文：${each}，至少应填数字`, value: needed },
      right: { text: '表格：印出数字', value: printed },
      cells: Object.keys(report.readings).filter((key) => key.startsWith('disputes/')),
      sentence: last.sentence,
      ...(last.place && { place: last.place }),
      message: `正文称${each}，每类至少应填结果和总计两个数，第四部分的表只印出 ${printed} 个数，必有案件没有填入表中。`,
    },
  ]
}
