/**
 * 工作要点 broken down: each numbered point becomes a task, with whoever it names as responsible and the day it names,
 * as far as both can be read. What cannot is left open for a person; nothing is guessed. Pure.
 */
import { type Day, dayOf, daysInMonth, parseDay } from '../../../law/day.ts'
import { tidy } from '../../lists/headed-rows.ts'

/** A task as the plan has it, before a person has looked at it. */
export interface PlannedTask {
  /** Line of the plan. */
  readonly line: number
  readonly title: string
  /** The point in full. */
  readonly detail: string
  /** The heading that it stands under. */
  readonly heading: string
  /** Organs named as responsible, by id. */
  readonly organs: readonly string[]
  /** Names that are those of no organ below. */
  readonly strangers: readonly string[]
  readonly due: Day | null
}

export interface PlanOrgan {
  readonly id: string
  readonly name: string
}

const heading = /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章部])/
const point = /^(?:[（(][一二三四五六七八九十\d]+[）)]|\d+\s*[.．、]|[①-⑳])\s*/
const responsible =
  /(?:责任单位|责任部门|责任机关|牵头单位|牵头部门|配合单位|承办单位)[：:]\s*([^；;。）)\n]+)/g
const until = /(?:完成时限|完成时间|完成期限|时限要求|办理时限)[：:]\s*([^；;。）)\n]+)/

/** The points of a plan in lines of text. */
export function readPlan(
  lines: readonly string[],
  organs: readonly PlanOrgan[],
  year: number,
): readonly PlannedTask[] {
  const points: { line: number; heading: string; text: string }[] = []
  let under = ''
  for (const [at, raw] of lines.entries()) {
    const text = tidy(raw)
    if (text === '') continue
    if (point.test(text)) points.push({ line: at + 1, heading: under, text: text.replace(point, '') })
    else if (heading.test(text)) under = text.replace(heading, '').replace(/[。：:]$/, '')
    else if (points.length > 0 && points.at(-1)!.heading === under) points.at(-1)!.text += text
  }
  return points.map(({ line, heading: above, text }) => taskOf(line, above, text, organs, year))
}

/** Longest title that is told. */
const titleLength = 60

function taskOf(
  line: number,
  above: string,
  text: string,
  organs: readonly PlanOrgan[],
  year: number,
): PlannedTask {
  const named = [...text.matchAll(responsible)].flatMap(([, names]) => names!.split(/[、，,；;\s]+/))
  const { ids, strangers } = organsNamed(named, organs)
  const body = text.replace(/[（(][^（）()]*(?:责任|牵头|配合|承办|时限|时间)[^（）()]*[）)]/g, '').trim()
  const [first = body] = body.split(/[。；;]/)
  return {
    line,
    title: first.length > titleLength ? `${first.slice(0, titleLength - 1)}…` : first,
    detail: body,
    heading: above,
    organs: ids,
    strangers,
    due: dueIn(until.exec(text)?.[1] ?? '', year),
  }
}

const all = /^(?:各(?:有关)?(?:部门|单位|机关|乡镇|镇街|镇|街道)|全县各|县直各)/

/** The organs that names mean. A short name is that of the one organ whose name ends in it. */
export function organsNamed(
  names: readonly string[],
  organs: readonly PlanOrgan[],
): { readonly ids: readonly string[]; readonly strangers: readonly string[] } {
  const ids = new Set<string>()
  const strangers: string[] = []
  for (const name of names.map(tidy).filter((each) => each !== '')) {
    if (all.test(name)) {
      for (const { id } of organs) ids.add(id)
      continue
    }
    const short = name.replace(/^(?:省|市|县|区)/, '')
    const exact = organs.filter((organ) => organ.name === name)
    const like = exact.length > 0 ? exact : organs.filter((organ) => organ.name.includes(short))
    if (like.length === 1 && short.length >= 2) ids.add(like[0]!.id)
    else strangers.push(name)
  }
  return { ids: [...ids], strangers }
}

/** The last day that words of a plan name; null where they name none. */
export function dueIn(words: string, year: number): Day | null {
  const text = tidy(words)
  const whole = parseDay(text)
  if (whole !== null) return whole
  const numbers = /(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?/.exec(text)
  if (numbers !== null) {
    const [y, month] = [Number(numbers[1] ?? year), Number(numbers[2])]
    if (month < 1 || month > 12) return null
    const last = daysInMonth(y, month)
    const day = numbers[3] === undefined ? last : Number(numbers[3])
    return day >= 1 && day <= last ? dayOf(y, month, day) : null
  }
  const quarter = /第?([一二三四1-4])季度/.exec(text)?.[1]
  if (quarter !== undefined) {
    const month = 3 * (('一二三四'.indexOf(quarter) + 1 || Number(quarter)) as number)
    return dayOf(year, month, daysInMonth(year, month))
  }
  if (/上半年/.test(text)) return dayOf(year, 6, 30)
  return /年底|全年|持续|长期|年内|12月底/.test(text) ? dayOf(year, 12, 31) : null
}
