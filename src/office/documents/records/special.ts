import type { RecordFacts } from './record.ts'

/** The documents of a special (专题) in the order in which they were listed; what was taken off again is not in it. Pure. */
export function documentsOfSpecial({ notes }: Pick<RecordFacts, 'notes'>): readonly string[] {
  const listed = new Set<string>()
  for (const { data } of notes) {
    const id = String(data.document)
    listed.delete(id)
    if (data.listed === true) listed.add(id)
  }
  return [...listed]
}
