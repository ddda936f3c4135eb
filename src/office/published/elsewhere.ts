/**
 * Other organs that perhaps have what somebody asks for: by their name, or by what they have published. A hint before
 * an application, so that fewer are told afterwards to turn elsewhere (条例§36(5)); nobody is kept from applying here.
 */
import type { OrganId, PublishedItem, Shared } from '../ports.ts'
import { alike } from '../search/alike.ts'
import { piecesOf, piecesSought } from './pieces.ts'

export interface Elsewhere {
  readonly organ: OrganId
  readonly name: string
  /** Whether the words name it. */
  readonly named: boolean
  readonly items: readonly PublishedItem[]
}

/** Organs told, and items looked at: more would be no help. */
const most = 3
const looked = 6

export async function elsewhere(
  { organs, search }: Pick<Shared, 'organs' | 'search'>,
  organ: OrganId,
  words: string,
): Promise<readonly Elsewhere[]> {
  const all = await organs.all()
  const others = all.filter(({ id }) => id !== organ)
  if (others.length === 0) return []
  const named = new Set(organsNamed(all, words))
  const items = await alike(
    search,
    others.map(({ id }) => id),
    words,
    looked,
  )
  return others
    .map(({ id, name }) => ({
      organ: id,
      name,
      named: named.has(id),
      items: items.filter((item) => item.organ === id),
    }))
    .filter((each) => each.named || each.items.length > 0)
    .toSorted((a, b) => Number(b.named) - Number(a.named) || b.items.length - a.items.length)
    .slice(0, most)
}

/** Organs of whose names the words have a piece that no other name has. Pure. */
export function organsNamed(
  organs: readonly { readonly id: OrganId; readonly name: string }[],
  words: string,
): readonly OrganId[] {
  const holders = new Map<string, OrganId[]>()
  for (const { id, name } of organs)
    for (const piece of piecesOf(name)) holders.set(piece, [...(holders.get(piece) ?? []), id])
  const found = piecesSought(words).flatMap((piece) => {
    const [only, ...more] = holders.get(piece) ?? []
    return only === undefined || more.length > 0 ? [] : [only]
  })
  return [...new Set(found)]
}
