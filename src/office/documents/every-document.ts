import type { DocumentFilter, DocumentRow, Shared } from '../ports.ts'

/** Rows asked for at once. */
const step = 500

/** Every document under the filter, page by page. */
export async function* everyDocument(
  { documents }: Pick<Shared, 'documents'>,
  filter: DocumentFilter,
): AsyncGenerator<DocumentRow> {
  for (let after: string | undefined; ; ) {
    const { rows, next } = await documents.list(filter, { limit: step, after })
    yield* rows
    if (next === null) return
    after = next
  }
}
