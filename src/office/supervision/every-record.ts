import type { Shared, SupervisionFilter, SupervisionRow } from '../ports.ts'

/** Rows asked for at once. */
const step = 500

/** All records under the filter, the newest first. */
export async function everyRecord(
  { supervision }: Pick<Shared, 'supervision'>,
  filter: SupervisionFilter,
): Promise<readonly SupervisionRow[]> {
  const found: SupervisionRow[] = []
  for (let after: string | undefined; ; ) {
    const { rows, next } = await supervision.list(filter, { limit: step, after })
    found.push(...rows)
    if (next === null) return found
    after = next
  }
}
