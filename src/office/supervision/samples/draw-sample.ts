/** 案卷评查: closed cases drawn for a lawyer's eye, by a seed, so that whoever draws again draws the same. */
import { createHash } from 'node:crypto'
import { everyCase } from '../../handling/every-case.ts'
import type { CaseId, DayRange, Office, OrganId } from '../../ports.ts'
import type { DrawnCase } from './drawn-case.ts'

/**
 * As many closed cases of each organ as asked, answered within the days. The order of a case in the draw is the hash
 * of seed and id: nobody can tell it beforehand, and everybody can check it afterwards. Test requests are not drawn.
 */
export async function drawSample(
  office: Pick<Office, 'board'>,
  organs: readonly OrganId[],
  { seed, each, closed }: { readonly seed: string; readonly each: number; readonly closed: DayRange },
): Promise<readonly DrawnCase[]> {
  const drawn: DrawnCase[] = []
  for (const organ of organs) {
    const cases: (DrawnCase & { readonly place: string })[] = []
    for await (const { id, number, disposition } of everyCase(office, {
      organs: [organ],
      closed,
      counted: true,
    }))
      if (disposition !== null) cases.push({ organ, request: id, number, place: placeOf(seed, id) })
    const first = cases.toSorted((a, b) => (a.place < b.place ? -1 : 1)).slice(0, each)
    drawn.push(...first.map(({ place: _, ...one }) => one))
  }
  return drawn
}

const placeOf = (seed: string, id: CaseId): string =>
  createHash('sha256').update(`${seed} ${id}`).digest('hex')
