/**
 * Patterns of letter numbers, as 机关代字 and custom have them: {代字}{类型}〔{年}〕{序号}号. By GB/T 9704 the year
 * stands whole in 〔〕, and the number has neither 第 nor leading noughts; older patterns of an organ stay possible.
 */

export const placeholders = ['代字', '类型', '年', '序号'] as const
export type Placeholder = (typeof placeholders)[number]

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

/** A number by a sound pattern. */
export function numberBy(
  pattern: string,
  values: { readonly prefix: string; readonly type: string; readonly year: number; readonly number: number },
): string {
  const { prefix, type, year, number } = values
  const filled: Readonly<Record<string, string>> = {
    代字: prefix,
    类型: type,
    年: String(year),
    序号: String(number),
  }
  return pattern.replace(/\{([^{}]*)\}/g, (whole, name: string) => filled[name] ?? whole)
}
