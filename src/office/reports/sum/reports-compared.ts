/** Reports beside each other: the years of one organ, or the organs of one year. */
import { type Day, yearOf } from '../../../law/day.ts'
import type { Office, OrganId, OrganRow } from '../../ports.ts'
import { type Found, partsBelow } from './sum-reports.ts'

/** The first year that has a form. */
const firstYear = 2019

/** A report that counts, with its year. */
export type FoundOfYear = Found & { readonly year: number }

/**
 * The reports of an organ, from the first year that one is known of to last year; years between without one among them.
 * Where the organ has filed none, the one that an organ above it, or itself, has had read counts.
 */
export async function yearsOfOrgan(
  office: Office,
  organ: OrganRow,
  today: Day,
): Promise<readonly FoundOfYear[]> {
  const line: readonly OrganId[] = (await office.organs.withSuperiors(organ.id)).map(({ id }) => id)
  const found: FoundOfYear[] = []
  for (let year = firstYear; year < yearOf(today); year++) {
    let part: Found | undefined
    for (const at of line) {
      const [here] = await partsBelow(office, at, [organ], year)
      part = here
      if (here?.report) break
    }
    if (part !== undefined && (part.report !== null || found.length > 0)) found.push({ ...part, year })
  }
  return found
}
