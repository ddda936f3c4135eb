import type { CaseId, Unit } from '../ports.ts'
import { takenBy } from '../replies/sealed-letter.ts'
import { requestOf } from '../streams.ts'

/** The case that has that number itself, or a letter under it; null where there is none. */
export async function findCase(
  { cases, vault, numbers }: Pick<Unit, 'cases' | 'vault' | 'numbers'>,
  number: string,
): Promise<CaseId | null> {
  const row = await cases.byNumber(number)
  if (row !== null) return row.id
  for (const id of await vault.find('letter', 'number', number)) {
    const entry = await vault.open(id)
    const taken = entry === null || 'failure' in entry ? null : takenBy(entry)
    const issued = taken && (await numbers.issued(taken.series, taken.number))
    if (issued) return requestOf(issued.stream)
  }
  return null
}
