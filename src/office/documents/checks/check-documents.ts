/** The checks after publication over the documents of organs, and what each finds. */

import type { Day } from '../../../law/day.ts'
import { calendarOf } from '../../handling/calendar-of.ts'
import type { DocumentRow, Office, OrganId } from '../../ports.ts'
import { everyDocument } from '../every-document.ts'
import { unreadBefore } from '../visits.ts'
import type { Around, DocumentCheck } from './check.ts'
import { contentChecks, documentAt } from './content-checks.ts'
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

/** Rows looked up at once. */
const step = 500

/**
 * Looks at every document of an organ in which something may be found. Links and numbers are looked up once for all.
 */
export async function checkDocuments(
  office: Office,
  organ: OrganId,
  today: Day,
): Promise<readonly DocumentFinding[]> {
  const calendar = await calendarOf(office, organ)
  const rows = await Array.fromAsync(everyDocument(office, { organs: [organ], suspectOn: today }))
  const numbers = [...new Set(rows.flatMap(({ quotes }) => quotes))]
  const byNumber = Map.groupBy(
    numbers.length === 0 ? [] : await office.documents.withNumbers(numbers),
    ({ docNo }) => docNo,
  )
  const pages = await pagesLinked(office, organ, rows)
  const related = Map.groupBy(
    await inSteps(
      rows.map(({ id }) => id),
      (ids) => office.documents.relatedTo(organ, ids),
    ),
    ({ of }) => of,
  )
  const around: Omit<Around, 'related'> = {
    today,
    calendar,
    numbered: (docNo) => byNumber.get(docNo) ?? [],
    // A page of another organ is not looked for here; it is that organ's to keep.
    document: (of, id) => (of === organ ? (pages.get(id) ?? null) : anyPage),
    broken: await brokenAt(office, organ),
    opened: await openedSince(office, organ, rows, unreadBefore(today)),
  }
  return rows.flatMap((row) => findingsOf(row, { ...around, related: related.get(row.id) ?? [] }))
}

/** Links elsewhere that were found broken. */
async function brokenAt({ links }: Pick<Office, 'links'>, organ: OrganId): Promise<Around['broken']> {
  const found = new Map((await links.broken(organ)).map((link) => [link.address, link]))
  return (address) => found.get(address) ?? null
}

/** Whether a document was opened since that day; null of all where counting began later. */
async function openedSince(
  office: Office,
  organ: OrganId,
  rows: readonly DocumentRow[],
  since: Day,
): Promise<Around['opened']> {
  const begun = await office.visits.begunOn(organ)
  if (begun === null || begun > since) return () => null
  const ids = rows.flatMap(({ id, publishedOn }) => (publishedOn !== null && publishedOn < since ? [id] : []))
  const found = await inSteps(ids, async (some) => [...(await office.visits.of([organ], some, since)).keys()])
  const opened = new Set(found)
  return (id) => opened.has(id)
}

/** Stands for a page that is not ours to judge. */
const anyPage = { shown: 'whole' } as DocumentRow

/** The organ's own documents that texts link to. */
async function pagesLinked(
  office: Office,
  organ: OrganId,
  rows: readonly DocumentRow[],
): Promise<ReadonlyMap<string, DocumentRow>> {
  const links = rows.flatMap(({ bodyLinks }) => bodyLinks.flatMap((link) => documentAt(link) ?? []))
  const ids = [...new Set(links.filter((link) => link.organ === organ).map(({ id }) => id))]
  const found = await inSteps(ids, async (some) =>
    Array.fromAsync(everyDocument(office, { organs: [organ], ids: some })),
  )
  return new Map(found.map((row) => [row.id, row]))
}

async function inSteps<Row>(
  ids: readonly string[],
  find: (some: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const found: Row[] = []
  for (let from = 0; from < ids.length; from += step)
    found.push(...(await find(ids.slice(from, from + step))))
  return found
}
