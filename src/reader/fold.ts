/**
 * One way of writing for every source, so that a caption is found however it was typed: simplified script,
 * half-width forms, no pinyin behind the characters. Folding serves matching only; what is shown to a person
 * stays as printed.
 */

import { Converter } from 'opencc-js/t2cn'

export type Script = 'simplified' | 'traditional'

/** Characters that occur in every report and are written differently in the two scripts. */
const traditionalOnly = /[國會號報發關處與為開務屬計項數據請無機構業條應實實務質]/g
const simplifiedOnly = /[国会号报发关处与为开务属计项数据请无机构业条应实质]/g

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Which script a text is written in, by the characters that every report contains. */
export const scriptOf = (text: string): Script =>
  count(text, traditionalOnly) > count(text, simplifiedOnly) ? 'traditional' : 'simplified'

// `tw`, never `twp`: the latter exchanges words (信息 for 資訊), and a report must keep its own.
// Made on first use: the dictionaries take longer to load than most reports to read, and most need none.
let converter: ReturnType<typeof Converter> | undefined
const simplify = (text: string): string => {
  const convert = converter ?? Converter({ from: 'tw', to: 'cn' })
  converter = convert
  return convert(text)
}

const toned = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ'
const pinyin = new RegExp(`(?<=[\\u4e00-\\u9fff])[(（][a-zü${toned}]{1,7}[)）]`, 'g')
const tonedPinyin = new RegExp(`[(（][a-zü]*[${toned}][a-zü]*[)）]`, 'g')

/**
 * Whether a page converter put pinyin behind the characters of this text (`數(shù)據(jù)`): three groups with a tone
 * mark at least, for `(a)` may be an item.
 */
export const bearsPinyin = (text: string): boolean => count(text, tonedPinyin) >= 3

/** Removes what may be such pinyin; only to be used on parts of a text that bears it. */
export const stripPinyin = (part: string): string => part.replace(pinyin, '')

export const withoutPinyin = (text: string): string => (bearsPinyin(text) ? stripPinyin(text) : text)

const odd = /[\uff01-\uff5e\u3000\u2f00-\u2fdf\uf900-\ufaff\u2212\u00a0\u2002-\u200a\u202f]/g
const zeroWidth = /[\u200b-\u200f\u2060\ufeff\u00ad]/g

/** Half-width forms and plain spaces; one character for one character. Superscripts stay what they are. */
const plainCharacter = (c: string): string => {
  const code = c.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (code === 0x2212) return '-'
  if ((code >= 0x2f00 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff)) return c.normalize('NFKC')
  return ' '
}

const ascii = /^[\x20-\x7e]*$/

/** Folds a text for matching. `script` is that of the whole source: one cell is too short to tell. */
export const fold = (text: string, script: Script): string => {
  // Most cells hold a figure: there is nothing to fold in them.
  if (ascii.test(text)) return text
  const plain = text.replace(zeroWidth, '').replace(odd, plainCharacter)
  return script === 'traditional' ? simplify(plain) : plain
}

/** Characters by which captions are compared: Han characters, digits and letters. */
export const isMatchable = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x3400 && code <= 0x4dbf)

const unmatchable = /[^\u4e00-\u9fff0-9a-zA-Z\u3400-\u4dbf]+/g

/** A caption or text reduced to the characters by which it is compared. */
export const matchable = (text: string): string => text.replace(unmatchable, '')
