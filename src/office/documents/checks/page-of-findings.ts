import type { Page, PageRequest } from '../../ports.ts'
import { type DocumentCheckId, type DocumentFinding, documentChecks } from './check-documents.ts'

type Place = Pick<DocumentFinding, 'check' | 'organ' | 'id'>

const order = new Map(Object.keys(documentChecks).map((check, at) => [check as DocumentCheckId, at]))

const compare = (one: Place, other: Place): number =>
  (order.get(one.check) ?? 0) - (order.get(other.check) ?? 0) ||
  compareTexts(one.organ, other.organ) ||
  compareTexts(one.id, other.id)

const compareTexts = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

/**
 * A page of findings, check by check in the order of the table. The next page begins behind the last one shown, whatever
 * was mended in between. Pure.
 */
export function pageOfFindings(
  found: readonly DocumentFinding[],
  { limit, after }: PageRequest,
): Page<DocumentFinding> {
  const sorted = found.toSorted(compare)
  const last: Place | null = after === undefined ? null : JSON.parse(after)
  const behind = last === null ? sorted : sorted.filter((finding) => compare(finding, last) > 0)
  const rows = behind.slice(0, limit)
  const end = rows.at(-1)
  const next = end === undefined || behind.length <= limit ? null : markOf(end)
  return { rows, next }
}

const markOf = ({ check, organ, id }: Place): string => JSON.stringify({ check, organ, id })

/** At most so many of each check, as an overview shows them. Pure. */
export const firstOfEach = (found: readonly DocumentFinding[], most: number): readonly DocumentFinding[] =>
  [...Map.groupBy(found.toSorted(compare), ({ check }) => check).values()].flatMap((each) =>
    each.slice(0, most),
  )
