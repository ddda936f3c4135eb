/**
 * One way of writing for what is searched and what it is searched for: simplified, half width, small. Character by
 * character, so that a part of a text folds to a part of what the text folds to.
 */
import { fold } from '../../reader/fold.ts'

/**
 * What each character that was met folds to: mostly one, of ㎡ two, of what shows as nothing none. By itself 么 is taken
 * for the traditional 幺; in what people write it is that of 什么.
 */
const known = new Map([['么', '么']])
/** A hostile text has every character there is; beyond these a character is folded each time it is met. */
const mostKnown = 50_000

function foldedCharacter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const made = fold(character.normalize('NFKC'), 'traditional').toLowerCase().normalize('NFKC')
  if (known.size < mostKnown) known.set(character, made)
  return made
}

/** The text for comparing, never for showing. */
export const folded = (text: string): string => Array.from(text.toWellFormed(), foldedCharacter).join('')

/** A folded text, and of each of its code units the place in the text where it comes from; one more for the end. */
export interface Folded {
  readonly plain: string
  readonly places: readonly number[]
}

export function foldedWithPlaces(text: string): Folded {
  const places: number[] = []
  let [plain, at] = ['', 0]
  for (const character of text.toWellFormed()) {
    const made = foldedCharacter(character)
    for (let n = 0; n < made.length; n++) places.push(at)
    plain += made
    at += character.length
  }
  places.push(at)
  return { plain, places }
}
