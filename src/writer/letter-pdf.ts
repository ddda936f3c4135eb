/** A letter as PDF/A-2b, tagged, set by Typst. */

import { formatChinese, partsOf } from '../law/day.ts'
import { characterPitch, copiesText, headSize, type Letter, titleLines } from './letter.ts'
import { press } from './press.ts'

/** Size in points of the text, 3号. */
const textSize = 16

/** What `letter.typ` prints. */
const dataOf = (letter: Letter) => ({
  ...letter,
  on: partsOf(letter.date),
  date: formatChinese(letter.date),
  author: [letter.signature],
  titleLines: titleLines(letter.title),
  headSize: headSize(letter.head),
  tracking: characterPitch - textSize,
  copies: letter.copies.length > 0 ? copiesText(letter.copies) : null,
})

/** Sets letters; one at a time, others wait. */
export type LetterPress = (letter: Letter) => Promise<Uint8Array>

/**
 * A press of its own. `fontPaths` are folders with typefaces the organ has a licence for: 仿宋_GB2312 and
 * 方正小标宋 are used where they are found, else Noto Serif stands in for both.
 */
export const letterPress = (fontPaths: readonly string[] = []): LetterPress => {
  const toPdf = press({ template: 'letter.typ', input: 'letter', fontPaths })
  return (letter) => toPdf(dataOf(letter))
}

/** The letter as PDF, in the typefaces that come with the software. */
export const writeLetterPdf: LetterPress = letterPress()
