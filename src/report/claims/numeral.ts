/** Figures as prose prints them: 1,136 · 1.8万余 · 10余万 · 两. */

export interface ProseNumeral {
  /** End of the numeral in the text, before the unit. */
  readonly end: number
  readonly value: number
  /** 余、多 behind the figure. */
  readonly approximate: boolean
  readonly script: 'digits' | 'han'
}

const isDigit = (c: string | undefined) => c !== undefined && c >= '0' && c <= '9'

const multipliers: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }
const hanDigits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const hanUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const roughly = '余多'

/** Longest run of digits that is still taken for a figure: identity numbers and telephone numbers are longer. */
const longest = 10

const first = new Set([...'0123456789十', ...Object.keys(hanDigits)])

/** Whether a character can begin a numeral. */
export const beginsNumeral = (c: string): boolean => first.has(c)

const digitRun = (text: string, start: number): { digits: string; end: number } | null => {
  let end = start
  while (isDigit(text[end])) end++
  let digits = text.slice(start, end)
  // 1,136: a comma is a separator only before exactly three digits, and after one to three.
  if (digits.length <= 3)
    while (
      text[end] === ',' &&
      isDigit(text[end + 1]) &&
      isDigit(text[end + 2]) &&
      isDigit(text[end + 3]) &&
      !isDigit(text[end + 4])
    ) {
      digits += text.slice(end + 1, end + 4)
      end += 4
    }
  if (text[end] === '.' && isDigit(text[end + 1])) {
    const from = end++
    while (isDigit(text[end])) end++
    digits += text.slice(from, end)
  }
  return digits.length > longest ? null : { digits, end }
}

/** 1.8 × 10000 is 18000, not 18000.000000000004. */
const exact = (value: number) => (Number.isInteger(value) ? value : Number(value.toPrecision(12)))

const fromDigits = (text: string, start: number): ProseNumeral | null => {
  const run = digitRun(text, start)
  if (!run) return null
  let { end } = run
  let value = Number(run.digits)
  let approximate = false
  for (let steps = 0; steps < 4; steps++) {
    const c = text[end] ?? ''
    if (roughly.includes(c) && c !== '') approximate = true
    else if (c in multipliers) value *= multipliers[c] as number
    else break
    end++
  }
  // 2万3千: too rare to be worth a guess.
  if (isDigit(text[end]) && end > run.end) return null
  return { end, value: exact(value), approximate, script: 'digits' }
}

const fromHan = (text: string, start: number): ProseNumeral | null => {
  let end = start
  let all = 0
  let section = 0
  let digit: number | null = null
  let approximate = false
  while (end - start < 12) {
    const c = text[end] ?? ''
    if (c in hanDigits) {
      if (digit !== null && digit !== 0) return null
      digit = hanDigits[c] as number
    } else if (c in hanUnits) {
      section += (digit ?? 1) * (hanUnits[c] as number)
      digit = null
    } else if (c === '万') {
      all = (section + (digit ?? 0)) * 10_000
      section = 0
      digit = null
    } else if (c !== '' && roughly.includes(c)) approximate = true
    else break
    end++
  }
  return { end, value: all + section + (digit ?? 0), approximate, script: 'han' }
}

/** The numeral that begins at `start`, or null where there is none that can be read with certainty. */
export const numeralAt = (text: string, start: number): ProseNumeral | null => {
  const c = text[start] ?? ''
  if (isDigit(c)) return fromDigits(text, start)
  return beginsNumeral(c) ? fromHan(text, start) : null
}
