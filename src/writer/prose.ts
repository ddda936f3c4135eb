/** The prose of a report as paragraphs that can be printed. */

import type { PrintedBox } from './printed.ts'

/**
 * Text that every format can hold: characters that XML forbids and halves of surrogate pairs become U+FFFD, so
 * that it is seen that something stood there; line ends become `\n`.
 */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')

/** A line at least this long that ends without a stop was broken by the width of the page, not by its author. */
const fullLine = 20
const ends = /[。！？；：…:;!?.”’」』）)】\]]$/
const begins = /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|第[一二三四五六七八九十]+[条章节])/

/** The paragraphs of a text: its lines, those broken in the middle of a sentence joined again. */
export const paragraphs = (text: string): readonly string[] => {
  const found: string[] = []
  for (const line of clean(text).split('\n')) {
    const words = line.trim()
    const last = found.at(-1)
    if (words === '') continue
    if (last !== undefined && last.length >= fullLine && !ends.test(last) && !begins.test(words)) {
      const apart = /[A-Za-z,]$/.test(last) && /^[A-Za-z]/.test(words) ? ' ' : ''
      found[found.length - 1] = last + apart + words
    } else found.push(words)
  }
  return found
}

const sentence = /[。！？；：:!?;]$/

const comparable = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/**
 * The sentences with which a section opens before its table. Sources that are plain text hold the table in the
 * section's text; its lines are no sentences, or have captions in them, and end the opening.
 */
export const sentencesBefore = (text: string, boxes: readonly PrintedBox[]): readonly string[] => {
  const captions = boxes.map((box) => comparable(box.text)).filter((caption) => caption.length >= 4)
  const all = paragraphs(text)
  const end = all.findIndex(
    (line) => !sentence.test(line) || captions.some((caption) => comparable(line).includes(caption)),
  )
  return end === -1 ? all : all.slice(0, end)
}

/** The title, rules drawn with signs, and particulars of publication (发布日期：2026-01-14): no part of the prose. */
const isParticular = (line: string): boolean =>
  /年度报告$|^[=*_~-]{3}/.test(line) || (/^[^，。；]{2,10}[:：]/.test(line) && !/[。；]$/.test(line))

/** What a preamble says: its sentences, without the title and the particulars that stand there too. */
export const preambleSentences = (text: string): readonly string[] =>
  paragraphs(
    clean(text)
      .split('\n')
      .filter((line) => !isParticular(line.trim()))
      .join('\n'),
  ).filter((line) => /[。！？；：]$/.test(line))

/** A heading of the second level, （一）主动公开, alone on its line. */
export const isSecondHeading = (text: string): boolean =>
  text.length <= 30 && /^（[一二三四五六七八九十]+）/.test(text) && !/[。；，]/.test(text)
