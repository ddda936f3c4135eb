import type { RecordKind } from '../../../../office/documents/records/record.ts'
import type { DocumentAction } from '../../../../office/requests/document-actions.ts'
import { documentPageHref } from '../documents/document-href.ts'

/** What is done after publication, and kept beside it. */
export const disclosureHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/disclosure`

export type DisclosurePage = 'columns' | 'register' | 'catalogue' | 'channels' | 'transfer' | 'organs'

export const disclosurePageHref = (organ: string, page: DisclosurePage): string =>
  `${disclosureHref(organ)}/${page}`

export const recordsHref = (organ: string, kind: RecordKind): string =>
  `${disclosureHref(organ)}/records/${kind}`

export const recordHref = (organ: string, kind: RecordKind, record: string): string =>
  `${recordsHref(organ, kind)}/${encodeURIComponent(record)}`

/** Findings narrowed down. */
export const findingsHref = (organ: string, by: { check?: string; gravity?: string }): string =>
  `${disclosureHref(organ)}?${new URLSearchParams(by)}`

/** Steps that have a page of another name. */
const pages: Partial<Readonly<Record<DocumentAction, string>>> = {
  draftDocument: 'edit',
  amendDocument: 'edit',
  publishDocument: 'publish',
  linkDocument: 'links',
  unlinkDocument: 'links',
}

/** Where a step of a document is done. */
export const documentStepHref = (organ: string, document: string, action: DocumentAction): string =>
  documentPageHref(organ, document, pages[action] ?? action)
