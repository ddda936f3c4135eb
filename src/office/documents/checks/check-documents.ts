/** The checks after publication over the documents of organs, and what each finds. */

import type { Day } from '../../../law/day.ts'
import { calendarOf } from '../../handling/calendar-of.ts'
import type { DocumentRow, Office, OrganId, RelatedRow } from '../../ports.ts'
import { everyDocument } from '../every-document.ts'
import type { Around, DocumentCheck } from './check.ts'
import { contentChecks } from './content-checks.ts'
import { timeChecks } from './time-checks.ts'
import { validityChecks } from './validity-checks.ts'

/** Every check by its name. */
export const documentChecks = {
  ...validityChecks,
  ...timeChecks,
  ...contentChecks,
} as const satisfies Readonly<Record<string, DocumentCheck>>

export type DocumentCheckId = keyof typeof documentChecks

export interface DocumentFinding {
  readonly check: DocumentCheckId
  readonly organ: OrganId
  readonly id: string
  readonly title: string
  readonly message: string
}

/** What the checks say of one document. Pure. */
export function findingsOf(document: DocumentRow, around: Around): readonly DocumentFinding[] {
  const { organ, id, title } = document
  return (Object.keys(documentChecks) as DocumentCheckId[]).flatMap((check) => {
    const message = (documentChecks[check] as DocumentCheck).find(document, around)
    return message === null ? [] : [{ check, organ, id, title, message }]
  })
}

/** Looks at every document of an organ. Links and numbers are looked up once for all. */
export async function checkDocuments(
  office: Office,
  organ: OrganId,
  today: Day,
): Promise<readonly DocumentFinding[]> {
  const calendar = await calendarOf(office, organ)
  const rows: DocumentRow[] = []
  for await (const row of everyDocument(office, { organs: [organ] })) rows.push(row)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const numbers = [...new Set(rows.flatMap(({ quotes }) => quotes))]
  const byNumber = Map.groupBy(
    numbers.length === 0 ? [] : await office.documents.withNumbers(numbers),
    ({ docNo }) => docNo,
  )
  const related = await relatedOf(office, rows)
  const around: Omit<Around, 'related'> = {
    today,
    calendar,
    numbered: (docNo) => byNumber.get(docNo) ?? [],
    // A page of another organ is not looked for here; it is that organ's to keep.
    document: (of, id) => (of === organ ? (byId.get(id) ?? null) : anyPage),
  }
  return rows.flatMap((row) => findingsOf(row, { ...around, related: related.get(row.id) ?? [] }))
}

/** Stands for a page that is not ours to judge. */
const anyPage = { shown: 'whole' } as DocumentRow

/** What is bound to each, found from the links that the rows bear; of other organs where a link leads there. */
async function relatedOf(
  office: Office,
  rows: readonly DocumentRow[],
): Promise<ReadonlyMap<string, readonly RelatedRow[]>> {
  const known = new Map(rows.map((row) => [row.id, row]))
  const found = new Map<string, RelatedRow[]>()
  const add = (id: string, related: RelatedRow) => found.set(id, [...(found.get(id) ?? []), related])
  for (const row of rows)
    for (const { relation, target } of row.links) {
      const other = known.get(target)
      if (other === undefined) continue
      add(row.id, { relation, inverse: false, row: other })
      add(target, { relation, inverse: true, row })
    }
  const leadsAway = rows.filter(({ links }) => links.some(({ target }) => !known.has(target)))
  for (const { organ, id } of leadsAway)
    for (const related of await office.documents.related(organ, id))
      if (!known.has(related.row.id)) add(id, related)
  return found
}
