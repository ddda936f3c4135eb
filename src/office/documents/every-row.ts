import type { Page, PageRequest } from '../ports.ts'

/** Rows asked for at once. */
const step = 500

/** Every row of a list, page by page. */
export async function* everyRow<Row>(list: (page: PageRequest) => Promise<Page<Row>>): AsyncGenerator<Row> {
  for (let after: string | undefined; ; ) {
    const { rows, next } = await list({ limit: step, after })
    yield* rows
    if (next === null) return
    after = next
  }
}
