/** What stands in the index of documents, annual reports and organs: what everybody may read, and nothing else. */
import { printedTitle } from '../../writer/printed.ts'
import { maskPersonalData } from '../attachments/personal-data.ts'
import { addressOfDocument } from '../documents/address.ts'
import type { DocumentFacts } from '../documents/facts.ts'
import { textOfHtml } from '../documents/html-text.ts'
import { closureOf, recordOf } from '../organs/organ.ts'
import type { AnnualFiling, OrganId, OrganRow } from '../ports.ts'
import type { Snapshot } from '../reports/annual/snapshot.ts'
import { mayRead, type Viewer } from '../visibility.ts'
import type { SearchEntry } from './entry.ts'

const everybody: Viewer = { kind: 'public' }

const plain = {
  docNo: null,
  publishedOn: null,
  theme: null,
  genre: null,
  field: null,
  validity: null,
  keywords: [],
  summary: '',
  text: '',
} as const satisfies Partial<SearchEntry>

/** Hash of the text that is indexed with a document; null where it has none, or is not for everybody. */
export const textHashOf = (organ: OrganId, facts: DocumentFacts, hash: string | null): string | null =>
  isOpen(organ, facts) ? hash : null

const isOpen = (organ: OrganId, { shown }: Pick<DocumentFacts, 'shown'>): boolean =>
  mayRead(everybody, { kind: 'document', organ, part: 'content', shown })

/** A document as it is read now; null where not everybody may read it. Pure. */
export function entryOfDocument(
  organ: OrganId,
  id: string,
  facts: DocumentFacts,
  html: string | null,
): SearchEntry | null {
  if (!isOpen(organ, facts)) return null
  const { title, docNo, publishedOn, theme, genre, field, keywords } = facts
  return {
    ...{ organ, source: 'document', id, title, docNo, publishedOn, theme, genre, field },
    kind: facts.class === 'interpretation' ? 'interpretation' : 'document',
    address: addressOfDocument({ organ, id, ...facts }),
    validity: facts,
    keywords: [...keywords, facts.indexNo ?? '', facts.issuer],
    summary: maskPersonalData(facts.abstract || facts.excerpt),
    text: maskPersonalData(html === null ? '' : textOfHtml(html)),
  }
}

/** An annual report in the version published last; null where none is. Pure. */
export function entryOfReport(
  { organ, year, publications }: AnnualFiling,
  snapshot: Snapshot | null,
): SearchEntry | null {
  const last = publications.at(-1)
  if (last === undefined || snapshot === null) return null
  const { preamble, sections } = snapshot
  return {
    ...plain,
    ...{ organ, source: 'report', id: `${year}`, kind: 'report' },
    title: printedTitle({ organ: { name: snapshot.organ.name, kind: null }, year }),
    address: `/organs/${encodeURIComponent(organ)}/annual-reports/${year}`,
    publishedOn: last.publishedOn,
    text: maskPersonalData([preamble, ...sections.map(({ title, text }) => `${title}\n${text}`)].join('\n')),
  }
}

/** An organ with what its guide says of whom to turn to; null where it is closed. Pure. */
export function entryOfOrgan(row: OrganRow): SearchEntry | null {
  if (closureOf(row) !== null) return null
  const { office, docPrefix } = recordOf(row, () => undefined)
  const told = [office.name, office.address, office.phone && `电话 ${office.phone}`, office.hours]
  return {
    ...plain,
    ...{ organ: row.id, source: 'organ', id: row.id, kind: 'organ', title: row.name },
    address: `/organs/${encodeURIComponent(row.id)}`,
    keywords: docPrefix === '' ? [] : [docPrefix],
    summary: told.filter(Boolean).join('，'),
  }
}
