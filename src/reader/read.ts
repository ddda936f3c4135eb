/** The whole pipeline: bytes, observed blocks, sections and cells, a report. Nothing read is ever changed. */

import { type Claim, claimsIn } from '../report/claims.ts'
import { editions } from '../report/editions/index.ts'
import type { Table } from '../report/form.ts'
import { looksPre2019, statisticsIn } from '../report/pre2019.ts'
import type { Finding, Report } from '../report/report.ts'
import { tableName } from '../report/table-name.ts'
import { type Alignment, align } from './align/align.ts'
import { isPacked, pieces } from './align/pieces.ts'
import { bearsPinyin, fold, type Script, scriptOf, stripPinyin } from './fold.ts'
import { isRefusal, type Observed, type Refusal } from './formats/observed.ts'
import { open } from './formats/open.ts'
import { isFurniture, type TextLine, textLines } from './lines.ts'
import { recogniseOrgan, recognisePublication } from './recognise.ts'
import { findSections, type SectionTitle, sectionTexts, sectionTitles } from './sections.ts'

/** A report as read, with what the reading itself has to report and the source it came from. */
export interface ReadReport {
  /** File name, or name inside the archive. */
  readonly name: string
  readonly report: Report
  /** Findings of the reading: rows that lost their columns, tables that belong to several reports. */
  readonly findings: readonly Finding[]
  readonly source: Observed
}

/** A source that could not be read, and why. */
export interface Unread {
  readonly name: string
  readonly refusal: Refusal
}

export type ReadResult = ReadReport | Unread

export const isUnread = (result: ReadResult): result is Unread => 'refusal' in result

const allText = (source: Observed): string =>
  source.blocks
    .map((block) => (block.kind === 'line' ? block.text : block.cells.map((cell) => cell.text).join('\n')))
    .join('\n')

const depinyin = (source: Observed, text: string): Observed => {
  // Whether the page bears injected pinyin is seen on the whole; each cell is then cleaned by itself.
  if (!bearsPinyin(text)) return source
  return {
    ...source,
    blocks: source.blocks.map((block) =>
      block.kind === 'line'
        ? { ...block, text: stripPinyin(block.text) }
        : { ...block, cells: block.cells.map((cell) => ({ ...cell, text: stripPinyin(cell.text) })) },
    ),
  }
}

const editionOf = ({ forms }: Alignment, year: number | null, text: string): Report['edition'] => {
  const seen = forms.documents ?? forms.licensing ?? forms.enforcement ?? forms.requests ?? forms.disputes
  if (seen) return seen
  if (looksPre2019(text, year)) return 'pre2019'
  if (year === null) return null
  return year >= 2021 ? '2021' : year >= 2019 ? '2019' : 'pre2019'
}

/** Rows that lost their columns, one finding for each table and outcome. */
const lostFindings = ({ lost, forms }: Alignment): readonly Finding[] =>
  [...Map.groupBy(lost, ({ table, settled }) => `${table} ${settled}`).values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { table: key, settled, place } = first
    const tables: readonly Table[] = editions[forms[key] ?? '2021'].tables
    const name = tableName(tables.find((table) => table.key === key)!)
    const rows = group.slice(0, 3).map(({ row, raw }) => `${row ? `“${row}”` : '数据行'}印“${raw}”`)
    const told = rows.join('，') + (group.length > rows.length ? `等 ${group.length} 行` : '')
    return [
      {
        rule: 'LOST-COLUMNS' as const,
        severity: settled ? ('note' as const) : ('warning' as const),
        verdict: settled ? ('holds' as const) : ('undecidable' as const),
        cells: group.flatMap(({ cells }) => cells),
        ...(place && { place }),
        cites: ['条例§50' as const],
        message: settled
          ? `${name}有的行空格在原文中丢失：${told}；仍可定位的已按首列、末列取值，请对照原件核实。`
          : `${name}有的行空格在原文中丢失：${told}；无法确定各数属于哪一列，按未能读出处理，请对照原件填写。`,
      },
    ]
  })

const severalFinding: Finding = {
  rule: 'UNREAD',
  severity: 'warning',
  verdict: 'undecidable',
  cells: [],
  cites: ['条例§50'],
  message:
    '这份材料里有不止一份年度报告的表格（例如两年对照稿），为免张冠李戴，表内数据一律未读；请拆成单份报告再读。',
}

/** Lines and table rows in which the statistics before 2019 may stand: the cells of a row joined. */
const statisticLines = (source: Observed, script: Script) =>
  source.blocks.flatMap((block) =>
    block.kind === 'line'
      ? [{ text: fold(block.text, script), place: block.place }]
      : [...Map.groupBy(block.cells, (cell) => cell.row).values()].map((row) => ({
          text: fold(row.map((cell) => cell.text.replace(/\s+/g, ' ')).join(' | '), script),
          ...(row[0] && { place: row[0].place }),
        })),
  )

/** Words with which the tables of sections two to four begin. */
const tableBegins = /第二十条第|信息内容|本列数据|申请人情况|行政复议\s*行政诉讼|结果\s*维[持护]/

/** The prose of a section: in sources that are plain text, tables stand in the middle of it. */
const beforeTable = (folded: string, number: number): string => {
  const at = number >= 2 && number <= 4 ? folded.search(tableBegins) : -1
  return at === -1 ? folded : folded.slice(0, at)
}

/** Gives sentences of a folded text as the source prints them, where folding kept every character in its place. */
const printer = (folded: string, text: string) => {
  // Prose is cut off where a table begins, so that the folded text may be shorter, but not otherwise different.
  const opening = text.slice(0, folded.length)
  const same =
    opening.length === folded.length && (opening === folded || fold(opening, scriptOf(text)) === folded)
  return (claim: Claim): Claim => {
    const at = same ? folded.indexOf(claim.sentence) : -1
    return at === -1 ? claim : { ...claim, sentence: text.slice(at, at + claim.sentence.length) }
  }
}

/** What stands before the first section, where the report names its period and its author. */
const preambleOf = (lines: readonly TextLine[], titles: readonly SectionTitle[]): string => {
  const [first] = titles
  if (!first) return ''
  const own = lines.slice(0, first.line).filter((line) => !isFurniture(line.folded))
  const opening = lines[first.line]?.folded.slice(0, first.from) ?? ''
  return [...own.map((line) => line.folded), opening].join('\n').trim()
}

/** Reads an observed source as a report. Pure. */
export const readObserved = (observed: Observed, name: string): ReadReport => {
  const text = allText(observed)
  const script: Script = scriptOf(text)
  const source = depinyin(observed, text)
  const titled = textLines(source, script)
  const own = findSections(titled)
  const lines = own.length > 0 ? titled : textLines(source, script, true)
  const titles = own.length > 0 ? own : findSections(lines)
  const sections = sectionTexts(lines, titles)
  const preamble = preambleOf(lines, titles)
  const aligned = align(pieces(source, script), sectionTitles, isPacked(source))
  const publication = recognisePublication(lines, observed.meta)
  const { organ, year } = recogniseOrgan(lines, observed.title, publication.publisher)
  const edition = editionOf(aligned, year, lines.map((line) => line.folded).join('\n'))
  const prose =
    sections.length > 0
      ? sections.map(({ section, folded }) => ({ section, folded: beforeTable(folded, section.number) }))
      : [
          {
            section: { number: 1 as const, title: '', text: '' },
            folded: lines.map((l) => l.folded).join('\n'),
          },
        ]
  return {
    name,
    source,
    report: {
      organ,
      year,
      edition,
      script,
      sections: sections.map(({ section }) => section),
      ...(preamble && { preamble }),
      forms: aligned.forms,
      readings: aligned.readings,
      claims: prose.flatMap(({ section, folded }) =>
        claimsIn(
          { number: section.number, text: folded, ...(section.place && { place: section.place }) },
          { year, organ: organ?.name ?? null },
        ).map(printer(folded, section.text)),
      ),
      ...(edition === 'pre2019' && { statistics: statisticsIn(statisticLines(source, script)) }),
      publication,
    },
    findings: [...lostFindings(aligned), ...(aligned.several ? [severalFinding] : [])],
  }
}

/**
 * Reads every report found in the bytes: one, or those of an archive.
 *
 * @param name file name; it names the result and is no source of facts
 * @returns never throws for what the bytes hold: what cannot be read is an `Unread` that says why
 */
export const read = async (bytes: Uint8Array, name: string): Promise<readonly ReadResult[]> => {
  const found = await open(bytes, name)
  return found.map(({ name: inside, result }) =>
    isRefusal(result) ? { name: inside, refusal: result } : readObserved(result, inside),
  )
}
