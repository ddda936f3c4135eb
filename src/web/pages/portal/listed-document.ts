import type { Day } from '../../../law/day.ts'
import { documentClasses } from '../../../office/documents/classes.ts'
import { type Validity, validities } from '../../../office/documents/validity.ts'
import type { AnsweredBy } from '../../desk/api.ts'

/** A published document as a list shows it. */
export interface ListedDocument {
  readonly title: string
  readonly href: string
  readonly publishedOn: Day | null
  readonly column: string
  /** 文号, where it has one. */
  readonly number: string | null
  /** Whose it is, where the list has those of several organs. */
  readonly publisher: string | null
  /** Its interpretation (解读), where there is one. */
  readonly interpretation: string | null
  /** That it no longer binds, in a word; null where it does, or never did. */
  readonly ended: string | null
}

export type PublishedRow = AnsweredBy<'listPublished'>['rows'][number]

const over: ReadonlySet<Validity> = new Set(['expired', 'repealed', 'superseded'])

export const hasEnded = (validity: Validity | null): boolean => validity !== null && over.has(validity)

/** Whose it is, and what became of the organ. */
export const withNote = ({
  publisher,
  publisherClosed,
}: Pick<PublishedRow, 'publisher' | 'publisherClosed'>): string =>
  publisherClosed === null ? publisher : `${publisher}（${publisherClosed}）`

/** `several`: whether the list has documents of more than one organ. */
export const listedOf = (row: PublishedRow, several = false): ListedDocument => ({
  title: row.title,
  href: row.path,
  publishedOn: row.publishedOn,
  column: documentClasses[row.class].caption,
  number: row.docNo,
  publisher: several ? withNote(row) : null,
  interpretation: row.interpretation,
  ended: hasEnded(row.validity) ? validities[row.validity!] : null,
})
