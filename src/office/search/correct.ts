/** One wrong character put right, by the titles there are and by no list of errors (您要找的是不是). */
import type { OrganId, Search } from '../ports.ts'
import { folded } from './folding.ts'
import { atLeast } from './question.ts'
import { runsOf } from './words.ts'

/** Of a shorter run too little is left without a character; a longer one is a sentence. */
const shortest = 3
const longest = 16
/** Titles that are looked at, the newest. */
const looked = 200

/** The question with each run as a title has it that differs in one character; null where none does. */
export async function corrected(
  search: Pick<Search, 'items'>,
  plain: string,
  organ?: OrganId,
): Promise<string | null> {
  let text = plain
  for (const run of runsOf(plain)) {
    const meant = await meantBy(search, run, organ)
    if (meant !== null) text = text.replace(run, meant)
  }
  return text === plain ? null : text
}

async function meantBy(search: Pick<Search, 'items'>, run: string, organ?: OrganId): Promise<string | null> {
  const characters = [...new Set(run)]
  if (run.length < shortest || run.length > longest || !/^\p{Script=Han}+$/u.test(run)) return null
  const clauses = atLeast(
    characters.map((character) => [character]),
    Math.max(2, characters.length - 1),
  )
  const organs = organ === undefined ? null : [organ]
  const items = await search.items({ clauses, of: 'heads', organs, limit: looked })
  const counts = new Map<string, number>()
  for (const { title } of items) {
    const near = nearest(folded(title), run)
    if (near === run) return null
    if (near !== null) counts.set(near, (counts.get(near) ?? 0) + 1)
  }
  const [best] = [...counts].toSorted(([a, n], [b, m]) => nearness(b, run) - nearness(a, run) || m - n)
  return best?.[0] ?? null
}

/** A character exchanged is likelier than one lost. */
const nearness = (text: string, run: string): number => (text.length === run.length ? 1 : 0)

/**
 * The part of a text that is the run but for one character exchanged, lost or too many; the run itself where it stands
 * there; null where none does. Pure.
 */
export function nearest(text: string, run: string): string | null {
  if (text.includes(run)) return run
  const near: string[] = []
  for (const length of [run.length, run.length + 1, run.length - 1])
    for (let at = 0; at + length <= text.length; at++) {
      const part = text.slice(at, at + length)
      if (/^\p{Script=Han}+$/u.test(part) && isOneApart(part, run)) near.push(part)
    }
  // What begins and ends alike is likelier meant than what lies a character beside it.
  return near.find((part) => part[0] === run[0] && part.at(-1) === run.at(-1)) ?? near[0] ?? null
}

/** Whether two texts are the same but for one character. */
function isOneApart(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  let [front, back] = [0, 0]
  while (front < shorter && a[front] === b[front]) front++
  while (back < shorter - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++
  // What is lost at an end is no slip: the run itself would stand there with a neighbour.
  if (a.length !== b.length && (front === 0 || back === 0)) return false
  return Math.max(a.length, b.length) - front - back === 1
}
