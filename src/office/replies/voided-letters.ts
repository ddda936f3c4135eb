import type { Unit } from '../ports.ts'
import type { RequestState } from '../requests/index.ts'
import { takenBy } from './sealed-letter.ts'

/** Why the numbers of letters of a request are void, by the ids of the letters. */
export async function voidedLetters(
  { vault, numbers }: Pick<Unit, 'vault' | 'numbers'>,
  { letters }: Pick<RequestState, 'letters'>,
): Promise<ReadonlyMap<string, string>> {
  const voided = new Map<string, string>()
  const entries = await vault.openMany(letters.map(({ letter }) => letter))
  for (const [id, entry] of entries) {
    const taken = 'failure' in entry ? null : takenBy(entry)
    const issued = taken && (await numbers.issued(taken.series, taken.number))
    if (issued?.voided) voided.set(id, issued.voided.reason)
  }
  return voided
}
