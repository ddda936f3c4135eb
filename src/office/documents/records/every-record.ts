import type { RecordFilter, RecordRow, Shared } from '../../ports.ts'
import { everyRow } from '../every-row.ts'

/** Every record under the filter, page by page. */
export const everyRecord = (
  { records }: Pick<Shared, 'records'>,
  filter: RecordFilter,
): AsyncGenerator<RecordRow> => everyRow((page) => records.list(filter, page))
