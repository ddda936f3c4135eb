import { isLetterNumber } from './letter-number.ts'

/** 发文字号 in its parts: 示政发〔2026〕12号. */
export interface DocNumber {
  /** 机关代字, type included. */
  readonly prefix: string
  readonly year: number
  readonly number: number
}

const written =
  /^(?<prefix>\S{1,30}?)[〔[（(［【〈<](?<year>(?:19|2\d)\d{2})[〕\]）)］】〉>]第?0*(?<number>[1-9]\d{0,5})号$/

/**
 * The parts of a 发文字号, however its brackets are written; null where the text is none. Full-width figures, spaces,
 * 第 and leading noughts, which the standard does not know, are read past.
 */
export function parseDocNumber(text: string): DocNumber | null {
  const groups = written.exec(text.normalize('NFKC').replace(/\s+/g, ''))?.groups
  if (groups === undefined || /第$/.test(groups.prefix!)) return null
  return { prefix: groups.prefix!, year: Number(groups.year), number: Number(groups.number) }
}

/** As GB/T 9704-2012, 7.2.5 has it: the year in 〔〕, no 第, no leading nought. */
export function formatDocNumber({ prefix, year, number }: DocNumber): string {
  return `${prefix}〔${year}〕${number}号`
}

/** The number as the standard writes it; null where the text is no number. */
export function soundDocNumber(text: string): string | null {
  const parsed = parseDocNumber(text)
  if (parsed === null) return null
  const formatted = formatDocNumber(parsed)
  return isLetterNumber(formatted) ? formatted : null
}

const quoted = /[\p{Script=Han}A-Za-z]{1,14}[〔[［](?:19|2\d)\d{2}[〕\]］]\s?\d{1,5}\s?号/gu

/** Words before a number that are none of it: 根据示政发〔2026〕1号. */
const before =
  /^.*(?:根据|依据|按照|依照|贯彻|落实|转发|印发|执行|废止|以及|和|与|及|的|见|即|由|对|经|以)(?=.)/u

/** The 发文字号 that a text speaks of, each once, as the standard writes them. */
export function docNumbersIn(text: string): readonly string[] {
  const found = [...text.matchAll(quoted)].map(([whole]) => soundDocNumber(whole.replace(before, '')))
  return [...new Set(found.filter((number) => number !== null))]
}
