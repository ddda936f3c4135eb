/** Patterns of numbers, as 机关代字 and custom have them: of letters, and of the register of requests. */
import { isLetterNumber, letterNumberForm } from '../../law/letter-number.ts'

export const placeholders = ['代字', '类型', '年', '序号'] as const
export type Placeholder = (typeof placeholders)[number]

/** By GB/T 9704-2012, 7.2.5: 示公开〔2026〕12号. */
export const defaultNumbering = '{代字}{类型}〔{年}〕{序号}号'

export interface Numbered {
  /** 机关代字. */
  readonly prefix: string
  /** What is numbered, such as 公开. */
  readonly type: string
  readonly year: number
  /** Null leaves it open. */
  readonly number: number | null
}

/** What is wrong with a pattern, in Chinese; null when sound. */
export function checkNumbering(pattern: string): string | null {
  const names = [...pattern.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1]!)
  const unknown = names.find((name) => !(placeholders as readonly string[]).includes(name))
  if (unknown !== undefined)
    return `编号规则中的 {${unknown}} 不认识，可以使用：${placeholders.map((name) => `{${name}}`).join('、')}`
  if (/[{}]/.test(pattern.replace(/\{[^{}]*\}/g, ''))) return '编号规则的大括号不成对'
  for (const needed of ['年', '序号'])
    if (names.filter((name) => name === needed).length !== 1)
      return `编号规则中 {${needed}} 应当出现且只出现一次，否则不同文书会重号`
  return null
}

/** The same for letters: what the pattern gives has to be a letter's number, or no reply could be sealed by it. */
export function checkLetterNumbering(pattern: string, { prefix = '示', type = '公开' } = {}): string | null {
  const fault = checkNumbering(pattern)
  if (fault !== null) return fault
  const sample = numberBy(pattern, { prefix, type, year: 2026, number: 1 })
  return isLetterNumber(sample)
    ? null
    : `按编号规则得到“${sample}”，应为“${letterNumberForm}”，请修改编号规则、机关代字或者类型用语`
}

/** A number by a sound pattern. */
export function numberBy(pattern: string, { prefix, type, year, number }: Numbered): string {
  const filled: Readonly<Record<string, string>> = {
    代字: prefix,
    类型: type,
    年: String(year),
    序号: number === null ? ' ' : String(number),
  }
  return pattern.replace(/\{([^{}]*)\}/g, (whole, name: string) => filled[name] ?? whole)
}
