const DIGITS = '零一二三四五六七八九'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'
const TRADITIONAL_LEGAL = '零壹貳參肆伍陸柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

/** 1 to 9999 in Chinese: 十一, 一百零五; with 壹拾 for legal digits. */
function chinese(value: number, digits: string, units: readonly string[]): string {
  const places = String(value).split('').map(Number)
  let text = ''
  for (const [i, digit] of places.entries()) {
    const unit = units[places.length - 1 - i]!
    if (digit !== 0) text += digits[digit]! + unit
    else if (!text.endsWith(digits[0]!) && places.slice(i).some((next) => next !== 0)) text += digits[0]!
  }
  return units[1] === '十' && value >= 10 && value < 20 ? text.slice(1) : text
}

function roman(value: number): string {
  const steps: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let text = ''
  for (const [step, letters] of steps) {
    while (value >= step) {
      text += letters
      value -= step
    }
  }
  return text
}

const letters = (value: number): string =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)

const from = (first: number, most: number) => (value: number) =>
  value <= most ? String.fromCodePoint(first + value - 1) : String(value)

const SIMPLE = ['', '十', '百', '千']
const FORMAL = ['', '拾', '佰', '仟']
const counting = (value: number): string => chinese(value, DIGITS, SIMPLE)

const FORMATS: Record<string, (value: number) => string> = {
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  ideographDigital: (value) => String(value).replaceAll(/\d/g, (digit) => DIGITS[Number(digit)]!),
  japaneseDigitalTenThousand: (value) => String(value).replaceAll(/\d/g, (digit) => DIGITS[Number(digit)]!),
  chineseLegalSimplified: (value) => chinese(value, LEGAL, FORMAL),
  ideographLegalTraditional: (value) => chinese(value, TRADITIONAL_LEGAL, FORMAL),
  ideographTraditional: (value) => STEMS[value - 1] ?? String(value),
  ideographZodiac: (value) => BRANCHES[value - 1] ?? String(value),
  decimalEnclosedCircle: from(0x2460, 20),
  decimalEnclosedCircleChinese: from(0x2460, 20),
  decimalEnclosedParen: from(0x2474, 20),
  decimalEnclosedFullstop: from(0x2488, 20),
  ideographEnclosedCircle: from(0x3220, 10),
  decimalFullWidth: (value) =>
    String(value).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  none: () => '',
}

/**
 * A number as word processing prints it in a list. `format` is the name of ECMA-376 (`w:numFmt`), such as
 * 'chineseCounting'; an unknown one, and a value outside 1 to 9999, prints as a decimal.
 */
export function formatNumber(format: string, value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9_999) return String(value)
  return FORMATS[format]?.(value) ?? String(value)
}

export interface Level {
  readonly start: number
  readonly format: string
  /** Text with '%1' to '%9' where the numbers of the levels go. */
  readonly text: string
  readonly suffix: 'tab' | 'space' | 'nothing'
  /** Print the numbers of all levels as decimals. */
  readonly legal: boolean
  /** This level goes on counting when a higher one advances. */
  readonly endless: boolean
}

/** The running numbers of one list. */
export class Counter {
  private readonly levels: readonly (Level | undefined)[]
  private readonly counts: (number | undefined)[] = []

  constructor(levels: readonly (Level | undefined)[]) {
    this.levels = levels
  }

  /** Begins a level anew, so that its next number is `start`. */
  restart(depth: number, start: number): void {
    this.counts[depth] = start - 1
  }

  /** The printed label of the next paragraph on a level (from 0): '三、', '（一）', '1.2'; '' for a bullet. */
  next(depth: number, own?: Level): string {
    const level = own ?? this.levels[depth]
    if (level === undefined) return ''
    this.counts[depth] = (this.counts[depth] ?? level.start - 1) + 1
    for (let below = depth + 1; below < 9; below++) {
      if (!this.levels[below]?.endless) this.counts[below] = undefined
    }
    if (level.format === 'bullet') return ''
    const label = level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const other = at === depth ? level : this.levels[at]
      const value = this.counts[at] ?? other?.start ?? 1
      this.counts[at] = value
      return formatNumber(level.legal ? 'decimal' : (other?.format ?? 'decimal'), value)
    })
    // A Chinese mark needs no gap after it; after '1.' a gap keeps '1.' and '5 件' from reading as 1.5.
    return label === '' || level.suffix === 'nothing' || /[、）】〉．。]$/.test(label) ? label : `${label} `
  }
}
