import type { DocumentFilter, DocumentRow, Shared } from '../ports.ts'
import { everyRow } from './every-row.ts'

/** Every document under the filter, page by page. */
export const everyDocument = (
  { documents }: Pick<Shared, 'documents'>,
  filter: DocumentFilter,
): AsyncGenerator<DocumentRow> => everyRow((page) => documents.list(filter, page))
