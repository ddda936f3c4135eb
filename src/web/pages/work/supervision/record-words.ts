import type { AnsweredBy } from '../../../desk/api.ts'
import type { FormField } from '../../../desk/forms-desk.ts'

export type SupervisionRecord = AnsweredBy<'listSupervision'>['rows'][number]

/** What stands for a record in a list. `names`: of organs and staff by id. */
export function titleOf({ kind, data }: SupervisionRecord, names: Readonly<Record<string, string>>): string {
  const told =
    data.title ?? data.what ?? data.matter ?? data.office ?? data.because ?? data.caption ?? data.code
  if (kind === 'liaison') return names[String(data.staff)] ?? '已离开'
  return String(told ?? '')
}

/** The urgency that a list shows at its edge. */
export const urgencyOf = ({ overdue, state }: SupervisionRecord): 'late' | 'soon' | null =>
  overdue ? 'late' : state === 'reported' || state === 'mended' || state === 'sentBack' ? 'soon' : null

/** What was told, by the captions of the fields that asked for it. */
export const toldBy = (
  fields: readonly FormField[],
  data: SupervisionRecord['data'],
): readonly { readonly label: string; readonly value: string }[] =>
  fields.flatMap((field) => {
    const value = data[field.name]
    if (value === undefined || value === null || value === '' || typeof value === 'object') return []
    const option = field.kind === 'choice' ? field.options.find((each) => each.value === value) : undefined
    return [{ label: field.label, value: option?.label ?? String(value) }]
  })
