/**
 * An official letter as plain data, ready to be set: what GB/T 9704-2012 calls 信函格式. It holds no law and no
 * markup; the office composes it, `letter-docx.ts` and `letter-pdf.ts` set it in type.
 */

import type { Day } from '../law/day.ts'
import { clean } from './prose.ts'

export interface Letter {
  /** 发文机关标志: full or accepted short name of the organ, printed in red. */
  readonly head: string
  /** 发文字号, such as 示公开〔2026〕12号. */
  readonly number: string
  readonly title: string
  /** 主送: name only, without the colon; empty where it is for everybody. */
  readonly addressee: string
  readonly paragraphs: readonly string[]
  /** 附件说明: names of what is enclosed. */
  readonly attachments: readonly string[]
  /** 发文机关署名, over which the seal stands. */
  readonly signature: string
  /** 成文日期, printed 2026年3月6日. */
  readonly date: Day
  /** 附注: whom to ask, without the brackets; empty where nothing is said. */
  readonly note: string
  /** 抄送. */
  readonly copies: readonly string[]
}

/** Lines and characters of the type area (版心): 22 lines of 28 characters. */
export const charactersPerLine = 28
/** Distance in points from one character of the text to the next: 156 mm for 28 of them. */
export const characterPitch = ((156 / 25.4) * 72) / charactersPerLine
/** Characters of the title's size (22 pt) that a line holds. */
const titleCharacters = 20

/** Signs that show as nothing or turn the direction of writing: in a letter they could only mislead. */
const unseen = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** A text on one line, with only signs that can be seen. */
export const oneLine = (text: string): string => clean(text).replace(unseen, '').replace(/\s+/g, ' ').trim()

/** Width of a text in characters of full width; Latin letters and figures take half. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character.codePointAt(0)! < 0x2000 ? 0.5 : 1), 0)

const segments = (text: string): readonly string[] =>
  [...new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(text)].map(({ segment }) => segment)

/**
 * A title in as few lines as hold it, each a little shorter than the one above (梯形) and none broken within a
 * word, as the standard asks.
 */
export const titleLines = (title: string): readonly string[] => {
  const words = segments(title).flatMap((word) => (widthOf(word) > titleCharacters ? [...word] : [word]))
  const total = widthOf(title)
  if (total <= titleCharacters) return [title]
  for (let count = Math.ceil(total / titleCharacters); ; count++) {
    const lines = filled(words, Math.min(titleCharacters, Math.ceil(total / count) + 1))
    if (lines.length <= count) return lines
  }
}

const filled = (words: readonly string[], room: number): readonly string[] => {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last + word) <= room) lines[lines.length - 1] = last + word
    else lines.push(word)
  }
  return lines
}

/** Size in points of the red name: as large as the line allows, within what looks right above a letter. */
export const headSize = (head: string): number =>
  Math.max(22, Math.min(40, Math.floor((characterPitch * charactersPerLine) / Math.max(1, widthOf(head)))))

/** 抄送 as it is printed behind its colon. */
export const copiesText = (copies: readonly string[]): string => `${copies.join('，')}。`
