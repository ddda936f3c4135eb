import type { CaseFilter, CaseRow, Shared } from '../ports.ts'

/** Rows asked for at once. */
const step = 500

/** The rows of all cases under the filter, page by page, in the order of `Board.list`. */
export async function* everyCase(
  { board }: Pick<Shared, 'board'>,
  filter: CaseFilter,
): AsyncGenerator<CaseRow> {
  for (let after: string | undefined; ; ) {
    const { rows, next } = await board.list(filter, { limit: step, after })
    yield* rows
    if (next === null) return
    after = next
  }
}
