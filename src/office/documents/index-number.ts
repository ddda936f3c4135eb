/** 索引号: given once with the first publication, by the organ's scheme, and never changed (目录指引). */
import { type Day, partsOf } from '../../law/day.ts'
import { placeholders as letterPlaceholders } from '../organs/numbering.ts'
import type { Moment, NumberSeries, OrganRow, Unit } from '../ports.ts'

/** What a pattern may name. {序号5} has five places at least. */
const known = ['机构代码', '年', '月', '序号'] as const

export const indexNumbering = {
  setting: 'indexNumbering',
  /** 前段码/后段码: code of the organ, year and a running number of five places (目录指引). */
  pattern: '{机构代码}/{年}-{序号5}',
  check: checkIndexPattern,
} as const

const names = (pattern: string): readonly string[] =>
  [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!.replace(/\d$/, ''))

/** What is wrong with a pattern, in Chinese; null when sound. */
export function checkIndexPattern(pattern: string): string | null {
  if (pattern.length > 100) return '索引号规则过长，请不超过 100 字'
  const used = names(pattern)
  const unknown = used.find((name) => !(known as readonly string[]).includes(name))
  if (unknown !== undefined) {
    const elsewhere = (letterPlaceholders as readonly string[]).includes(unknown)
    return `索引号规则中的 {${unknown}} ${elsewhere ? '只用于文书编号' : '不认识'}，可以使用：${known.map((name) => `{${name}}`).join('、')}`
  }
  if (/[{}]/.test(pattern.replace(/\{[^{}]*\}/g, ''))) return '索引号规则的大括号不成对'
  for (const needed of ['年', '序号'])
    if (used.filter((name) => name === needed).length !== 1)
      return `索引号规则中 {${needed}} 应当出现且只出现一次，否则不同信息会重号`
  return null
}

/** A number by a sound pattern. */
export function indexNumberBy(
  pattern: string,
  { code, year, month, number }: { code: string; year: number; month: number; number: number },
): string {
  const filled: Readonly<Record<string, string>> = {
    机构代码: code,
    年: String(year),
    月: String(month).padStart(2, '0'),
    序号: String(number),
  }
  return pattern.replace(/\{([^{}\d]*)(\d?)\}/g, (_, name: string, places: string) =>
    (filled[name] ?? '').padStart(Number(places || 0), '0'),
  )
}

const series = (year: number): NumberSeries => ({ kind: 'index', year })

/** The next index number of the unit's organ. Spent only if the unit is kept, so that none is lost or double. */
export async function nextIndexNumber(
  unit: Unit,
  organ: Pick<OrganRow, 'code'>,
  stream: string,
  { today, at }: { readonly today: Day; readonly at: Moment },
): Promise<string> {
  const set = await unit.settings.get<string>(indexNumbering.setting)
  const pattern = set !== null && checkIndexPattern(set) === null ? set : indexNumbering.pattern
  const { year, month } = partsOf(today)
  for (;;) {
    const number = await unit.numbers.next(series(year), stream, at)
    const indexNo = indexNumberBy(pattern, { code: organ.code, year, month, number })
    const taken = await unit.documents.list({ organs: [unit.organ], indexNo }, { limit: 1 })
    if (taken.rows.length === 0) return indexNo
    // Numbers of an earlier scheme may look like this one's; the spent one stays on record as void.
    await unit.numbers.voided(series(year), number, '与已有信息的索引号相同', at)
  }
}
