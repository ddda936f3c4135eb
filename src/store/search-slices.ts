/** The time that is looked through for hits, in slices, the newest first. Pure. */
import { chosen } from '../office/search/lexemes.ts'

/** The months of the first and the last entry that has a day, as `monthOf` counts them. */
export interface Span {
  readonly oldest: number
  readonly newest: number
}

/**
 * What an entry of each slice has one of: the newest month, the one before, two months, four, eight … and last what has
 * no day. Each slice is as long as all before it: of a word that stands everywhere a month is looked at and no more, of
 * a rare one all there is in few looks, and whoever goes on until there are enough hits looks at about twice as many as
 * that. Whole years go by their own word.
 */
export function slicesOf(span: Span | null, year?: number): readonly (readonly string[])[] {
  if (year === 0) return [[chosen.year(0)]]
  if (year !== undefined) return monthsBack({ oldest: year * 12, newest: year * 12 + 11 })
  return [...(span === null ? [] : monthsBack(span)), [chosen.year(0)]]
}

function monthsBack({ oldest, newest }: Span): readonly (readonly string[])[] {
  const slices: (readonly string[])[] = []
  for (let to = newest, length = 1; to >= oldest; to -= length, length = newest - to)
    slices.push(wordsOf({ oldest: Math.max(oldest, to - length + 1), newest: to }))
  return slices
}

function wordsOf({ oldest, newest }: Span): readonly string[] {
  const words: string[] = []
  for (let month = newest; month >= oldest; month--)
    if (month % 12 === 11 && month - 11 >= oldest) {
      words.push(chosen.year((month - 11) / 12))
      month -= 11
    } else words.push(chosen.month(month))
  return words
}
