/** Whether the report is on the form prescribed for its year, with all its tables and sections. */

import { chineseNumeral } from '../../law/chinese-numeral.ts'
import { editionFor, editions } from '../editions/index.ts'
import {
  briefly,
  cellsOf,
  type Edition,
  leaves,
  type Section,
  type SectionNumber,
  type Table,
} from '../form.ts'
import { readingAt } from '../reading.ts'
import { similarity } from '../similarity.ts'
import { tableName } from '../table-name.ts'
import { bare, byRow, formOf, foundTables, listed, type Remark, type Rule } from './rule.ts'

const names = (table: Table, side: 'rows' | 'columns', not: Table): readonly string[] => {
  const other = new Set(leaves(not[side]).map(({ path }) => path))
  return leaves(table[side])
    .filter(({ path }) => !other.has(path))
    .map(({ trail }) => trail.slice(-2).map(briefly).join('·'))
}

const difference = (printed: Table, due: Table): string => {
  const told = (side: 'rows' | 'columns', word: string): readonly string[] => {
    const missing = names(due, side, printed)
    const extra = names(printed, side, due)
    return [
      ...(missing.length > 0 ? [`缺${word}${listed(missing)}`] : []),
      ...(extra.length > 0 ? [`多${word}${listed(extra)}`] : []),
    ]
  }
  const rows = leaves(due.rows).length
  const found = leaves(printed.rows).length
  return [
    ...(rows === found ? [] : [`应有 ${rows} 行，实有 ${found} 行`]),
    ...told('rows', '行：'),
    ...told('columns', '列：'),
  ].join('；')
}

const dueTable = (edition: Edition, table: Table): Table | undefined =>
  edition.tables.find(({ key }) => key === table.key)

const prescribedForm: Rule = {
  id: 'EDITION',
  title: '按报告年度适用的格式填报',
  severity: 'error',
  cites: ['条例§50¶2', '年报格式'],
  run: (subject) => {
    const { report, edition } = subject
    const due = (report.year === null ? null : editionFor(report.year)) ?? edition
    if (due === null) return []
    const cites = ['条例§50¶2', due.instrument] as const
    const found = foundTables(subject)
    const year = report.year === null ? '本报告' : `${report.year} 年度报告`
    const wrong = found.filter((table) => {
      const should = dueTable(due, table)
      return should !== table
    })
    // Tables both editions print alike tell nothing; all others on the other form: the report as a whole is.
    const telling = found.filter((table) => Object.values(editions).some((e) => dueTable(e, table) !== table))
    if (wrong.length > 0 && wrong.length === telling.length && edition !== null && edition.id !== due.id)
      return [
        {
          verdict: 'broken',
          cites,
          cells: [],
          message: `${year}应当使用《${due.title}》，各表所用的是《${edition.title}》。`,
        },
      ]
    return wrong.map((table): Remark => {
      const should = dueTable(due, table)
      const what = should ? difference(table, should) : '该格式没有这一表'
      return {
        verdict: 'broken',
        cites,
        cells: [],
        message: `${year}的${tableName(table)}与《${due.title}》不符：${what}。`,
      }
    })
  },
}

const tablesFound: Rule = {
  id: 'ABSENT',
  title: '法定表格和格子齐全',
  severity: 'warning',
  cites: ['条例§50¶2', '年报格式'],
  run: ({ report, tables }) => {
    const sections = [...Map.groupBy(tables, ({ section }) => section)]
    return sections.flatMap(([number, all]): readonly Remark[] => {
      const lost = all.filter(({ key }) => formOf(report, key) === null)
      const whole = lost.length === all.length
      const cells = lost.flatMap(cellsOf).map(({ key }) => key)
      const title = `第${chineseNumeral(number)}部分`
      const tablesLost: readonly Remark[] =
        lost.length === 0
          ? []
          : whole
            ? [{ verdict: 'undecidable', cells, message: `未见${title}的表格，其中各数不明，不作零计。` }]
            : lost.map((table) => ({
                verdict: 'undecidable',
                cells: cellsOf(table).map(({ key }) => key),
                message: `未见${tableName(table)}，其中各数不明，不作零计。`,
              }))
      const gaps = all
        .filter((table) => !lost.includes(table))
        .flatMap((table): readonly Remark[] => {
          const gone = cellsOf(table).filter(({ key }) => readingAt(report.readings, key).kind === 'absent')
          if (gone.length === 0) return []
          return [
            {
              verdict: 'undecidable',
              cells: gone.map(({ key }) => key),
              message: `${tableName(table)}中未见 ${gone.length} 格，其中各数不明，不作零计：${byRow(gone)}。`,
            },
          ]
        })
      return [...tablesLost, ...gaps]
    })
  },
}

/** Titles at least so alike are taken for the same. */
const alike = 0.6

const nearestSection = (title: string): { number: SectionNumber; likeness: number } =>
  editions['2021'].sections
    .map(({ number, title: own, also }) => ({
      number,
      likeness: Math.max(...[own, ...also].map((known) => similarity(bare(title), known))),
    }))
    .reduce((best, next) => (next.likeness > best.likeness ? next : best))

const absentSections = (missing: readonly Section[]): Remark => ({
  verdict: 'broken',
  message: `未见${missing.map(({ number, title }) => `“${chineseNumeral(number)}、${title}”`).join('、')}。`,
})

const sectionTitles: Rule = {
  id: 'SECTIONS',
  title: '六个部分齐全，标题和序号依格式',
  severity: 'warning',
  cites: ['条例§50', '年报格式'],
  run: ({ report }) => {
    if (report.sections.length === 0) return []
    const present = report.sections.map(({ number }) => number)
    const missing = editions['2021'].sections.filter(({ number }) => !present.includes(number))
    const misnumbered = report.sections.flatMap(({ number, title, place }): readonly Remark[] => {
      const nearest = nearestSection(title)
      if (nearest.number === number || nearest.likeness < alike) return []
      return [
        {
          verdict: 'broken',
          sentence: title,
          ...(place && { place }),
          message: `标题“${title}”编为第${chineseNumeral(number)}部分，按格式应为第${chineseNumeral(nearest.number)}部分。`,
        },
      ]
    })
    const turned = report.sections.filter(
      ({ number }, i) => i > 0 && number <= report.sections[i - 1]!.number,
    )
    return [
      ...(missing.length === 0 ? [] : [absentSections(missing)]),
      ...misnumbered,
      ...turned.map(
        ({ number, title, place }): Remark => ({
          verdict: 'broken',
          sentence: title,
          ...(place && { place }),
          message: `第${chineseNumeral(number)}部分“${title}”的次序不对或序号重复。`,
        }),
      ),
    ]
  },
}

export const formRules: readonly Rule[] = [prescribedForm, tablesFound, sectionTitles]
