/**
 * What one cell prints. A figure is taken only when the whole cell is that figure; anything else is kept as it
 * stands and called what it is. Letters are never taken for digits.
 */

/** Units that reports print behind a figure inside the cell. */
const units = [
  '万元',
  '亿元',
  '元',
  '件次',
  '人次',
  '件',
  '条',
  '项',
  '个',
  '次',
  '宗',
  '份',
  '起',
  '部',
  '篇',
]
const figure = new RegExp(
  `^([+\\-]?)((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)\\s*(${units.join('|')})?(?:整)?$`,
)
const dash = /^(?:[/\\]+|[-–—―─－_]{1,4}|\*|无|没有|不适用|N\/?A)$/i
const han = '〇零一二三四五六七八九十百千万两'
const hanFigure = new RegExp(`^[${han}]+$`)

/** What a cell prints, by itself. `run` is a string of digits that is no proper figure (007, 0000023). */
export type Numeral =
  | { readonly kind: 'number'; readonly value: number; readonly unit?: string }
  | { readonly kind: 'run'; readonly digits: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'dash' }

const hanDigits: Record<string, number> = { 〇: 0, 零: 0, 两: 2 }
for (const [i, c] of [...'一二三四五六七八九'].entries()) hanDigits[c] = i + 1
const hanUnits: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** Value of a figure written in Han numerals (二百零五), or null where it is none. */
export const fromHan = (text: string): number | null => {
  // A bare unit (万, 百) is no figure; 十 is.
  if (!hanFigure.test(text) || !/[〇零一二三四五六七八九十两]/.test(text)) return null
  let all = 0
  let section = 0
  let digit: number | null = null
  for (const c of text) {
    const unit = hanUnits[c]
    if (c === '万') {
      all += (section + (digit ?? 0)) * 10_000
      section = 0
      digit = null
    } else if (unit !== undefined) {
      if (digit === null && section > 0) return null
      section += (digit ?? 1) * unit
      digit = null
    } else {
      if (digit !== null && digit !== 0) return null
      digit = hanDigits[c] ?? null
    }
  }
  return all + section + (digit ?? 0)
}

/**
 * Reads one folded cell.
 *
 * @returns what it prints, or null where it is text. An improper string of digits is a `run`: it may be several
 *   figures without a space between them.
 */
export const numeral = (folded: string): Numeral | null => {
  const text = folded.trim()
  if (text === '') return { kind: 'blank' }
  if (dash.test(text)) return { kind: 'dash' }
  // Some pages turn a no-break space into a question mark: `? 0`.
  const found = figure.exec(text.replace(/^\?\s+/, ''))
  if (found) {
    const [, sign = '', digits = '', unit] = found
    if (/^0\d/.test(digits)) return sign || unit ? null : { kind: 'run', digits }
    // Beyond fifteen digits a number is no longer exact; a row of figures without spaces may be that long.
    if (digits.replace(/\D/g, '').length > 15)
      return sign || unit || !/^\d+$/.test(digits) ? null : { kind: 'run', digits }
    const value = Number(digits.replaceAll(',', ''))
    return { kind: 'number', value: sign === '-' && value !== 0 ? -value : value, ...(unit && { unit }) }
  }
  const value = fromHan(text)
  return value === null ? null : { kind: 'number', value }
}
