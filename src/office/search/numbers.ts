/** 发文字号 in whatever way somebody types them, in folded text. */

/** Opening and closing signs of the year, and what people type in their place. */
const number =
  /(?<prefix>\p{Script=Han}{0,14}?)\s*(?:[〔[(【〈<{「]\s*)?(?<year>(?:19|20|21)\d{2})\s*(?:[〕\])】〉>}」]|年|[-－—_.])?\s*第?\s*0*(?<number>[1-9]\d{0,5})\s*号/gu

/** Words that stand before a number and are none of it. */
const before =
  /^.*(?:根据|依据|按照|依照|贯彻|落实|转发|印发|执行|废止|修改|以及|关于|和|与|及|的|见|即|由|对|经|以)/u

export interface NumberSought {
  /** As it was typed, folded. */
  readonly typed: string
  /** 机关代字; empty where none was typed. */
  readonly prefix: string
  readonly year: string
  readonly number: string
}

/** The numbers in folded text. */
export function numbersIn(plain: string): readonly NumberSought[] {
  return [...plain.matchAll(number)].map(({ 0: typed, groups }) => ({
    typed: typed.trim(),
    prefix: (groups!.prefix ?? '').replace(before, ''),
    year: groups!.year!,
    number: groups!.number!,
  }))
}

/** By what a number is found: whole where its 机关代字 is told, else by year and number. */
export const keyOfNumber = ({ prefix, year, number }: NumberSought): string => `${prefix}${year}-${number}`
