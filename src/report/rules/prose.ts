/** Figures told in the prose, held against the tables and against each other. */

import { type Claim, comparedWith, type MetricEntry, metrics } from '../claims.ts'
import { difference, sum } from '../decimal.ts'
import { equations } from '../equations.ts'
import { cellAt, type EditionId, spokenCell, type Table } from '../form.ts'
import { alternatives, type Extent, extent, isEmpty, onlyEmpty, shown } from '../judge.ts'
import { figureOf, type Readings, readingAt } from '../reading.ts'
import type { Verdict } from '../report.ts'
import { formOf, listed, nothingPrinted, type Remark, type Rule, type Subject } from './rule.ts'
import { toldWithoutRoom } from './told.ts'

/** The figures a claim may stand for: one where it is exact; where it is rounded, up to one in its last place. */
const span = ({ value, approximate }: Claim): readonly [number, number] => {
  if (!approximate || value === 0) return [value, value]
  let place = 1
  while (Number.isInteger(value) && value % (place * 10) === 0) place *= 10
  return [value - place, value + place]
}

/**
 * Where a total is left empty in print, as the form of 2019 often has it, its parts speak for it.
 */
const spelledOut = (table: Table, key: string, readings: Readings): readonly string[] => {
  if (!isEmpty(readingAt(readings, key))) return [key]
  const parts = equations(table).find(
    ({ rule, left }) => rule === table.sums?.columns && left[0] === key,
  )?.right
  return parts?.some((part) => figureOf(readingAt(readings, part)) !== null) ? parts : [key]
}

interface Counterpart {
  readonly cells: readonly string[]
  readonly table: Table
  readonly extent: Extent
}

/** The sums of cells a claim may agree with, on the form the tables are really printed on. */
const counterparts = (claim: Claim, { report, tables }: Subject): readonly Counterpart[] => {
  const forms: readonly EditionId[] = ['2019', '2021']
  const seen = new Set<string>()
  return forms.flatMap((form) =>
    comparedWith(claim, form).flatMap((cells): readonly Counterpart[] => {
      const table = tables.find((t) => cells[0] !== undefined && cellAt(t, cells[0]) !== undefined)
      if (table === undefined || formOf(report, table.key) === null || seen.has(cells.join())) return []
      if (cells.some((key) => cellAt(table, key) === undefined)) return []
      seen.add(cells.join())
      const spelled = cells.flatMap((key) => spelledOut(table, key, report.readings))
      return [{ cells, table, extent: extent(table, spelled, report.readings) }]
    }),
  )
}

const disputed: ReadonlySet<string> = new Set(['reconsideration', 'litigation', 'disputes'])

const compare = (claim: Claim, { cells, extent: at }: Counterpart, readings: Readings): Verdict => {
  const [least, most] = span(claim)
  if (at.low > most || at.high < least) return 'broken'
  const within = at.known >= least && at.known <= most
  if (at.low === at.high) return within ? 'holds' : 'broken'
  const possible = alternatives(at.unknown)?.map((figure) => sum([at.known, figure]))
  if (possible && !possible.some((figure) => figure >= least && figure <= most)) return 'broken'
  // 原告撤诉一件 told in the prose, and not one figure in the table: the case is in no cell.
  if (disputed.has(claim.metric) && least > 0 && nothingPrinted(readings, cells)) return 'broken'
  return within && at.some && onlyEmpty(at) ? 'holds' : 'undecidable'
}

const caption = (claim: Claim): string => {
  const entry: MetricEntry = metrics[claim.metric]
  return entry.caption
}

const cellWords = ({ cells, table }: Counterpart): string =>
  cells
    .map((key) => cellAt(table, key))
    .map((cell) => (cell ? spokenCell(cell) : ''))
    .join(' + ')

const heldAgainstTables = (claim: Claim, subject: Subject): readonly Remark[] => {
  const { readings } = subject.report
  const against = counterparts(claim, subject).filter(
    ({ cells }) => !cells.every((key) => readingAt(readings, key).kind === 'absent'),
  )
  if (against.length === 0) return []
  const judged = against.map((it) => ({ it, verdict: compare(claim, it, readings) }))
  const gap = (it: Counterpart) => Math.abs(difference(claim.value, it.extent.known))
  const best =
    judged.find(({ verdict }) => verdict === 'holds') ??
    judged.find(({ verdict }) => verdict === 'undecidable') ??
    judged.reduce((a, b) => (gap(b.it) < gap(a.it) ? b : a))
  const { it, verdict } = best
  const exact = it.extent.low === it.extent.high
  const told = `${caption(claim)} ${claim.value}`
  const { some, known, unknown } = it.extent
  const unread = unknown.find(({ reading }) => !isEmpty(reading))
  const none = unread ? `不能确定（${shown(unread.reading)}）` : '没有数字'
  const inTable = exact ? String(known) : some ? `已填部分合计 ${known}` : none
  const unequal = exact ? `，相差 ${gap(it)}` : some || unread ? '，不可能相符' : ''
  const end = { holds: '，相符', broken: unequal, undecidable: '，无法判断' }[verdict]
  return [
    {
      verdict,
      ...(verdict === 'undecidable' && { severity: 'note' as const }),
      left: { text: `正文：${told}`, value: claim.value },
      right: { text: `表格：${cellWords(it)}`, value: exact ? it.extent.known : null },
      cells: it.cells,
      sentence: claim.sentence,
      ...(claim.place && { place: claim.place }),
      message: `正文称${told}，表中“${cellWords(it)}”${inTable}${end}。`,
    },
  ]
}

/** Claims that cannot be compared make one remark: the cells they speak of were not read. */
const together = (open: readonly Remark[]): Remark => {
  const told = open.map(({ left }) => left?.text.replace('正文：', '') ?? '')
  return {
    verdict: 'undecidable',
    severity: 'note',
    cells: [...new Set(open.flatMap(({ cells }) => cells ?? []))],
    message: `正文有 ${open.length} 处数字，因表中相应各格没有数字或不能确定而无法核对：${listed(told)}。`,
  }
}

const proseAgainstTables: Rule = {
  id: 'TXT',
  title: '正文所述数字与表格一致',
  severity: 'warning',
  cites: ['条例§50', '年报格式'],
  run: (subject) => {
    const remarks = subject.report.claims.flatMap((claim) => heldAgainstTables(claim, subject))
    const open = remarks.filter(({ verdict }) => verdict === 'undecidable')
    const rest = remarks.filter(({ verdict }) => verdict !== 'undecidable')
    const compared = open.length > 1 ? [...rest, together(open)] : remarks
    return [...compared, ...toldWithoutRoom(subject)]
  },
}

const held = (whole: Claim, parts: readonly Claim[]): Remark => {
  const [least, most] = span(whole)
  const ranges = parts.map(span)
  const low = sum(ranges.map(([from]) => from))
  const high = sum(ranges.map(([, to]) => to))
  const all = sum(parts.map(({ value }) => value))
  const covers = parts[0]?.part?.covers ?? 'some'
  const tooMany = low > most
  const tooFew = high < least && covers !== 'some'
  const verdict = tooMany || tooFew ? 'broken' : 'holds'
  const terms = parts.map((part) => `${part.label ?? caption(part)} ${part.value}`).join(' + ')
  const end = verdict === 'holds' ? '相符' : `相差 ${Math.abs(difference(all, whole.value))}`
  return {
    verdict,
    // A list that only looks complete may lack a part.
    ...(tooFew && covers === 'likely' && { severity: 'note' as const }),
    left: { text: terms, value: all },
    right: { text: `${caption(whole)} ${whole.value}`, value: whole.value },
    sentence: whole.sentence,
    ...(whole.place && { place: whole.place }),
    message: `正文所列 ${parts.length} 项之和 ${all}，${caption(whole)} ${whole.value}，${covers === 'some' && !tooMany ? '不超过' : end}。`,
  }
}

const partsAddUp: Rule = {
  id: 'TXT-PARTS',
  title: '正文分项之和等于所述总数',
  severity: 'warning',
  cites: ['条例§50'],
  run: ({ report }) => {
    const lists = Map.groupBy(
      report.claims.filter(({ part, scope }) => part !== undefined && scope === undefined),
      ({ part }) => `${part!.of} ${part!.list}`,
    )
    return [...lists.values()].flatMap((parts) => {
      const whole = report.claims.find(({ id }) => id === parts[0]?.part?.of)
      const sameUnit = whole && parts.every(({ unit }) => (unit === '%') === (whole.unit === '%'))
      return sameUnit ? [held(whole, parts)] : []
    })
  },
}

export const proseRules: readonly Rule[] = [proseAgainstTables, partsAddUp]
