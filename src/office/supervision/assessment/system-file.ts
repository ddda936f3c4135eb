/** A system of indicators as a file: JSON as it stands, or a workbook of rows that an office can change. */

import { headedRows, tidy } from '../../lists/headed-rows.ts'
import { type Grid, type ListKind, type ListRefusal, readList, writeListXlsx } from '../../lists/list-file.ts'
import {
  type Absence,
  allLeaves,
  type CompositePart,
  faultsOf,
  type Indicator,
  type IndicatorSystem,
  isBranch,
  type Leaf,
  type Limit,
  type Origin,
  type Rule,
  type TreeKind,
} from './system.ts'
import { systemSchemaFault } from './system-shape.ts'

/** Kinds of rows. What a row is decides what its cells mean. */
const kinds = {
  system: '体系',
  class: '类别',
  indicator: '指标',
  fault: '问题',
  level: '档次',
  merit: '加分事项',
  limit: '限制',
  reading: '读取数据',
  veto: '否决',
  bonus: '加分指标',
  grade: '等次',
  composite: '综合得分',
} as const

const heads = [
  '类型',
  '编号',
  '上级',
  '名称',
  '分值',
  '上限',
  '方法',
  '适用类别',
  '依据',
  '采样方式',
  '佐证材料',
  '来源',
] as const
type Head = (typeof heads)[number]
type Cells = Partial<Record<Head, string>>

const list: ListKind = { what: '指标体系', heads }

const methods: Readonly<Record<Rule['kind'], string>> = {
  deduct: '扣分',
  levels: '分档',
  ratio: '按比例',
  earn: '加分',
}
const origins: Readonly<Record<Origin, string>> = { source: '原文', filledIn: '补足' }

const numberText = (value: number | undefined): string => (value === undefined ? '' : String(value))

const ownRow = (type: string, indicator: Indicator, parent: string): Cells => ({
  类型: type,
  编号: indicator.id,
  上级: parent,
  名称: indicator.caption,
  分值: String(indicator.weight),
  方法: isBranch(indicator) ? '' : methods[indicator.rule.kind],
  适用类别: (indicator.classes ?? []).join('、'),
  来源: indicator.origin === undefined ? '' : origins[indicator.origin],
  ...(!isBranch(indicator) && { 采样方式: indicator.sampling ?? '', 佐证材料: indicator.evidence ?? '' }),
})

function ruleRows({ id, rule, reads = [] }: Leaf): readonly Cells[] {
  const items: readonly Cells[] =
    rule.kind === 'deduct'
      ? rule.faults.map((fault) => ({
          类型: kinds.fault,
          编号: fault.id,
          上级: id,
          名称: fault.caption,
          分值: String(fault.each),
          上限: numberText(fault.most),
          依据: fault.basis ?? '',
          来源: fault.origin === undefined ? '' : origins[fault.origin],
        }))
      : rule.kind === 'levels'
        ? rule.levels.map((level) => ({
            ...{ 类型: kinds.level, 编号: level.id, 上级: id, 名称: level.caption },
            分值: String(level.share),
          }))
        : rule.kind === 'earn'
          ? rule.merits.map((merit) => ({
              ...{ 类型: kinds.merit, 编号: merit.id, 上级: id, 名称: merit.caption },
              分值: String(merit.each),
            }))
          : []
  return [
    ...items,
    ...reads.map(({ check, fault }) => ({ 类型: kinds.reading, 编号: fault, 上级: id, 名称: check })),
  ]
}

const rowsOf = (indicators: readonly Indicator[], parent: string, type: string): readonly Cells[] =>
  indicators.flatMap((each) => [
    ownRow(type, each, parent),
    ...(each.limits ?? []).map(({ fault, effect, share }) => ({
      ...{ 类型: kinds.limit, 编号: fault, 上级: each.id, 分值: String(share) },
      方法: effect === 'times' ? '乘以' : '最多',
    })),
    ...(isBranch(each) ? rowsOf(each.children, each.id, type) : ruleRows(each)),
  ])

function headRows(system: IndicatorSystem): readonly Cells[] {
  const { id, name, year, tree, full, absent, pass, bonus, source } = system
  const facts: Readonly<Record<string, string>> = {
    ...{ id, name, year: String(year), tree, full: String(full), absent },
    ...{ pass: numberText(pass ?? undefined), gate: numberText(bonus?.gate), most: numberText(bonus?.most) },
    ...{ source: source.title, note: source.note },
  }
  return Object.entries(facts).map(([key, value]) => ({ 类型: kinds.system, 编号: key, 名称: value }))
}

export async function writeSystem(system: IndicatorSystem, format: 'json' | 'xlsx'): Promise<Uint8Array> {
  if (format === 'json') return new TextEncoder().encode(`${JSON.stringify(system, null, 2)}\n`)
  const rows: readonly Cells[] = [
    ...headRows(system),
    ...system.classes.map(({ key, caption }) => ({ 类型: kinds.class, 编号: key, 名称: caption })),
    ...rowsOf(system.indicators, '', kinds.indicator),
    ...rowsOf(system.bonus?.indicators ?? [], '', kinds.bonus),
    ...system.vetoes.map((veto) => ({
      ...{ 类型: kinds.veto, 编号: veto.id, 名称: veto.caption, 上限: numberText(veto.from) },
      ...{
        依据: veto.basis ?? '',
        上级: veto.check ?? '',
        来源: veto.origin === undefined ? '' : origins[veto.origin],
      },
    })),
    ...system.grades.map(({ from, caption }) => ({ 类型: kinds.grade, 名称: caption, 分值: String(from) })),
    ...system.composite.map(({ of, caption, weight }) => ({
      ...{ 类型: kinds.composite, 编号: of, 名称: caption, 分值: String(weight) },
    })),
  ]
  return writeListXlsx(
    list,
    rows.map((row) => heads.map((head) => row[head] ?? '')),
  )
}

interface Line extends Cells {
  readonly line: number
}

/** Reads a system from a file by what the bytes are. What it says is checked afterwards, by `checkSystem`. */
export async function readSystem(bytes: Uint8Array): Promise<IndicatorSystem | ListRefusal> {
  if (bytes[0] === 0x7b || (bytes[0] === 0xef && bytes[3] === 0x7b)) {
    try {
      const read: unknown = JSON.parse(new TextDecoder().decode(bytes).replace(/^\ufeff/, ''))
      const fault = systemSchemaFault(read)
      return fault === null ? (read as IndicatorSystem) : refuse(fault)
    } catch {
      return refuse('文件不是完整的 JSON，读不下去；请重新导出后再改。')
    }
  }
  const grid = await readList(bytes, list)
  return 'refused' in grid ? grid : fromGrid(grid)
}

function fromGrid(grid: Grid): IndicatorSystem | ListRefusal {
  const found = headedRows(grid, list)
  if ('refused' in found) return found
  const lines = found.rows.map(
    ({ line, at }): Line => ({
      line,
      ...Object.fromEntries(heads.map((head) => [head, tidy(at(head))])),
    }),
  )
  const bad = lines.find((each) => each.分值 !== '' && !Number.isFinite(Number(each.分值)))
  if (bad !== undefined) return refuse(`第 ${bad.line} 行“分值”：不是数字。`)
  const of = (type: string) => lines.filter((each) => each.类型 === type)
  const facts = new Map(of(kinds.system).map((each) => [each.编号, each.名称 ?? '']))
  const known = new Set(of(kinds.indicator).map((each) => each.编号))
  const lost = of(kinds.indicator).find((each) => each.上级 !== '' && !known.has(each.上级))
  if (lost !== undefined) return refuse(`第 ${lost.line} 行“上级”：没有编号为“${lost.上级}”的指标。`)
  const bonus = of(kinds.bonus)
  const system = {
    format: 'gongkai-indicators/1',
    id: facts.get('id') ?? '',
    name: facts.get('name') ?? '',
    year: Number(facts.get('year')),
    tree: (facts.get('tree') ?? 'points') as TreeKind,
    full: Number(facts.get('full') ?? 100),
    absent: (facts.get('absent') ?? 'siblings') as Absence,
    classes: of(kinds.class).map((each) => ({ key: each.编号!, caption: each.名称! })),
    indicators: childrenOf(lines, '', kinds.indicator, 0),
    vetoes: of(kinds.veto).map((each) => ({
      ...{ id: each.编号!, caption: each.名称! },
      ...(each.上限 !== '' && { from: Number(each.上限) }),
      ...(each.依据 !== '' && { basis: each.依据! }),
      ...(each.上级 !== '' && { check: each.上级! }),
      ...originIn(each),
    })),
    bonus:
      bonus.length === 0
        ? null
        : {
            gate: Number(facts.get('gate') ?? 0),
            most: Number(facts.get('most') ?? 0),
            indicators: childrenOf(lines, '', kinds.bonus, 0) as readonly Leaf[],
          },
    pass: facts.get('pass') ? Number(facts.get('pass')) : null,
    grades: of(kinds.grade).map((each) => ({ from: Number(each.分值), caption: each.名称! })),
    composite: of(kinds.composite).map((each) => ({
      ...{ of: each.编号 as CompositePart['of'], caption: each.名称!, weight: Number(each.分值) },
    })),
    source: { title: facts.get('source') ?? '', note: facts.get('note') ?? '' },
  } as const satisfies IndicatorSystem
  const fault = systemSchemaFault(system)
  return fault === null ? system : refuse(fault)
}

/** Levels of a tree; deeper ones go in a circle. */
const deepest = 12

function childrenOf(
  lines: readonly Line[],
  parent: string,
  type: string,
  depth: number,
): readonly Indicator[] {
  if (depth > deepest) return []
  return lines
    .filter((each) => each.类型 === type && each.上级 === parent)
    .map((each): Indicator => {
      const id = each.编号!
      const children = type === kinds.bonus ? [] : childrenOf(lines, id, type, depth + 1)
      const beside = (kind: string) => lines.filter((other) => other.类型 === kind && other.上级 === id)
      const limits = beside(kinds.limit).map(
        (limit): Limit => ({
          ...{
            fault: limit.编号!,
            effect: limit.方法 === '乘以' ? 'times' : 'atMost',
            share: Number(limit.分值),
          },
        }),
      )
      const classes = (each.适用类别 ?? '').split('、').filter((key) => key !== '')
      const own = {
        ...{ id, caption: each.名称!, weight: Number(each.分值) },
        ...(classes.length > 0 && { classes }),
        ...(limits.length > 0 && { limits }),
        ...originIn(each),
      }
      if (children.length > 0) return { ...own, children }
      const reads = beside(kinds.reading).map((reading) => ({ check: reading.名称!, fault: reading.编号! }))
      return {
        ...own,
        rule: ruleIn(each, beside),
        ...(each.采样方式 !== '' && { sampling: each.采样方式! }),
        ...(each.佐证材料 !== '' && { evidence: each.佐证材料! }),
        ...(reads.length > 0 && { reads }),
      }
    })
}

function ruleIn({ 方法 }: Line, beside: (kind: string) => readonly Line[]): Rule {
  const items = (kind: string) =>
    beside(kind).map((each) => ({
      line: each,
      id: each.编号!,
      caption: each.名称!,
      value: Number(each.分值),
    }))
  if (方法 === methods.ratio) return { kind: 'ratio' }
  if (方法 === methods.levels)
    return {
      kind: 'levels',
      levels: items(kinds.level).map(({ id, caption, value }) => ({ id, caption, share: value })),
    }
  if (方法 === methods.earn)
    return {
      kind: 'earn',
      merits: items(kinds.merit).map(({ id, caption, value }) => ({ id, caption, each: value })),
    }
  return {
    kind: 'deduct',
    faults: items(kinds.fault).map(({ line, id, caption, value }) => ({
      ...{ id, caption, each: value },
      ...(line.上限 !== '' && { most: Number(line.上限) }),
      ...(line.依据 !== '' && { basis: line.依据! }),
      ...originIn(line),
    })),
  }
}

const originIn = ({ 来源 }: Cells) =>
  来源 === origins.filledIn
    ? { origin: 'filledIn' as const }
    : 来源 === origins.source
      ? { origin: 'source' as const }
      : {}

const refuse = (message: string): ListRefusal => ({ refused: true, message })

/** Leaves and faults, for saying how large a system is. */
export const sizeOf = (system: IndicatorSystem): { readonly leaves: number; readonly faults: number } => {
  const leaves = allLeaves(system)
  return { leaves: leaves.length, faults: leaves.flatMap((leaf) => faultsOf(leaf)).length }
}
