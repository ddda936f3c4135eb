/** Titles that answer to what somebody has typed so far. */
import type { OrganId, PublishedItem, Search } from '../ports.ts'
import { folded } from './folding.ts'
import { byCharacters, mostQuestion } from './question.ts'
import { runsOf, unitsOf } from './words.ts'

const shown = 8
/** Titles that are looked at, the newest. */
const looked = 60

/** The titles that answer best; none to less than two characters. */
export async function suggest(
  search: Pick<Search, 'items'>,
  typed: string,
  organs: readonly OrganId[] | null,
): Promise<readonly PublishedItem[]> {
  const plain = folded([...typed].slice(0, mostQuestion).join(''))
  const runs = runsOf(plain)
  const last = runs.at(-1)
  if (last === undefined || runs.join('').length < 2) return []
  const isHan = /^\p{Script=Han}/u.test(last)
  const units = (isHan ? runs : runs.slice(0, -1)).flatMap(unitsOf)
  // The word being typed is perhaps the beginning of another.
  const unsettled = isHan ? units.at(-1)! : ''
  const clauses = [
    ...(isHan ? units.slice(0, -1) : units).map(byCharacters),
    ...Array.from(unsettled, (character) => [character]),
  ]
  const items = await search.items({
    clauses,
    ...(!isHan && { prefix: last }),
    ...{ of: 'heads', organs, limit: looked },
  })
  const whole = runs.join('')
  const rank = ({ title, docNo }: PublishedItem): number => {
    const said = runsOf(folded(`${title} ${docNo ?? ''}`)).join('')
    return said.startsWith(whole) ? 0 : said.includes(whole) ? 1 : 2
  }
  const first = new Map(items.map((item) => [item.title, item] as const).toReversed())
  return [...first.values()]
    .toReversed()
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, shown)
}
