/** Reads 政府信息公开情况统计表, the statistics of the reports before 2019, by its captions. */

import { type Indicator, type IndicatorId, indicators } from './pre2019/indicators.ts'
import { absent, type Place, type Reading } from './reading.ts'

export { type Indicator, type IndicatorId, type IndicatorUnit, indicators } from './pre2019/indicators.ts'

/** One line of text, or one row of a table with its cells joined. */
export interface Line {
  readonly text: string
  readonly place?: Place
}

/** What a report before 2019 prints of each indicator. */
export type Statistics = Readonly<Record<IndicatorId, Reading>>

/** Captions that no other form prints. */
const telling = [
  '主动公开规范性文件数',
  '政府公报公开政府信息数',
  '政务微博公开政府信息数',
  '回应公众关注热点或重大舆情数',
  '参加或举办新闻发布会总次数',
  '申请办结数',
  '属于已主动公开范围数',
  '不属于本行政机关公开数',
  '从事政府信息公开工作人员数',
  '接受培训人员数',
]
const enough = 4

const half = (c: string): string => {
  const code = c.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : c
}
const isHan = (c: string) => c >= '\u4e00' && c <= '\u9fff'
const han = (text: string) => [...text].filter(isHan).join('')

/**
 * Whether a report is of the years before the uniform form: it prints the old statistics and not the new tables,
 * or it prints neither and its year says so.
 */
export const looksPre2019 = (text: string, year: number | null): boolean => {
  const plain = han(text)
  if (plain.includes('本年新收政府信息公开申请数量')) return false
  const found = telling.filter((caption) => plain.includes(caption)).length
  return found >= enough || (year !== null && year < 2019)
}

/** The lines as one text, and as its Chinese characters alone, by which captions are found. */
interface Stream {
  readonly text: string
  readonly characters: string
  /** For each of `characters` its index in `text`. */
  readonly origin: readonly number[]
  readonly lineStarts: readonly number[]
}

const streamOf = (lines: readonly Line[]): Stream => {
  const out: string[] = []
  const characters: string[] = []
  const origin: number[] = []
  const lineStarts: number[] = []
  for (const { text } of lines) {
    lineStarts.push(out.length)
    for (const raw of text) {
      const c = half(raw)
      if (isHan(c)) {
        characters.push(c)
        origin.push(out.length)
      }
      out.push(c.length === 1 ? c : ' ')
    }
    out.push('\n')
  }
  return { text: out.join(''), characters: characters.join(''), origin, lineStarts }
}

const stem = (caption: string) => han(caption).replace(/(?:总)?数$/, '')

/** Where an indicator stands between two places of the characters; null where it does not. */
const find = (
  { characters }: Stream,
  indicator: Indicator,
  from: number,
  to: number,
): readonly [number, number] | null => {
  for (const caption of [indicator.caption, ...(indicator.also ?? [])]) {
    const words = stem(caption)
    for (let i = characters.indexOf(words, from); i >= 0 && i + words.length <= to; ) {
      // 同意公开 within 不同意公开 is another indicator.
      if (words.startsWith('不') || characters[i - 1] !== '不') return [i, i + words.length]
      i = characters.indexOf(words, i + 1)
    }
  }
  return null
}

interface Found {
  readonly indicator: Indicator
  readonly start: number
  readonly end: number
}

const flatten = (list: readonly Indicator[]): readonly Indicator[] =>
  list.flatMap((one) => [one, ...flatten(one.below)])

/**
 * Finds the indicators in their order. Sections first: captions such as 其他情形数 stand in more than one.
 */
const locate = (stream: Stream): readonly Found[] => {
  const end = stream.characters.length
  const title = stream.characters.lastIndexOf('情况统计表')
  let at = Math.max(0, title)
  const sections: Found[] = []
  for (const indicator of indicators as readonly Indicator[]) {
    const place = find(stream, indicator, at, end)
    if (!place) continue
    sections.push({ indicator, start: place[0], end: place[1] })
    at = place[1]
  }
  return sections.flatMap((section, k) => {
    const limit = sections[k + 1]?.start ?? end
    let from = section.end
    const below = flatten(section.indicator.below).flatMap((indicator) => {
      const place = find(stream, indicator, from, limit)
      if (!place) return []
      from = place[1]
      return [{ indicator, start: place[0], end: place[1] }]
    })
    return [section, ...below]
  })
}

const remark = /^\s*数?\s*\([^()]{0,60}\)/
const units = /条次|件次|人次|万元|条|件|次|篇|个|人|元/g
const figure = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
const dash = /^[-–—―─/]+$/

/** How far behind the last indicator its value may stand. */
const lastReach = 40

/** What stands between a caption and the next, without the ordinal of the next, its unit and the ruling lines. */
const valueText = (between: string, next: Indicator | undefined): string => {
  const plain = between
    .replace(remark, '')
    .replace(/^\s*(?:总)?数/, '')
    .trimEnd()
  const ordinal = [...(next?.ordinal ?? '')].map(half).join('')
  const loose = ordinal.replace(/[.:、]$/, '')
  const cut = [ordinal, ordinal.replace('.', '、'), loose].find((o) => o !== '' && plain.endsWith(o))
  const own = cut === undefined ? plain : plain.slice(0, -cut.length)
  return own
    .replace(units, ' ')
    .replace(/其中:?|[|:\s]+/g, ' ')
    .trim()
}

const readingOf = (raw: string, place: Place | undefined): Reading => {
  const seen = { raw, ...(place && { place }) }
  if (raw === '') return { kind: 'blank', ...seen }
  if (dash.test(raw)) return { kind: 'dash', ...seen }
  if (!figure.test(raw)) return { kind: 'illegible', ...seen }
  return { kind: 'number', value: Number(raw.replaceAll(',', '')), ...seen }
}

const emptyReadings = (): Record<IndicatorId, Reading> =>
  Object.fromEntries(flatten(indicators).map(({ id }) => [id, absent])) as Record<IndicatorId, Reading>

/**
 * The readings of the statistics, by indicator. An indicator whose caption is not found is absent; headings are
 * absent always. Nothing is added up or filled in.
 *
 * @param lines the lines of the report, or the rows of the table with their cells joined, in printed order.
 */
export const statisticsIn = (lines: readonly Line[]): Statistics => {
  const readings = emptyReadings()
  const stream = streamOf(lines)
  const found = locate(stream)
  for (const [k, { indicator, end }] of found.entries()) {
    if (!indicator.unit) continue
    const next = found[k + 1]
    const from = (stream.origin[end - 1] ?? 0) + 1
    const to = next ? stream.origin[next.start] : from + lastReach
    const between = stream.text.slice(from, to)
    const all = valueText(between, next?.indicator)
    // Behind the last indicator the report goes on: only the first word can be its value.
    const raw = next ? all : (all.split(' ')[0] as string)
    const at = raw === '' ? from : from + Math.max(0, between.indexOf(raw))
    const line = stream.lineStarts.findLastIndex((start) => start <= at)
    readings[indicator.id as IndicatorId] = readingOf(raw, lines[line]?.place)
  }
  return readings
}
