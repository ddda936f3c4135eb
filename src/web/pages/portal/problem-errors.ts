import type { ProblemDocument } from '../../http/problem.ts'
import type { FormErrors } from '../../ui/error-summary.tsx'

/** Name under which a fault stands that belongs to no field; the form itself has its id. */
export const wholeForm = 'form'

/** A problem as faults of a form. `fields`: those that the form shows; what is said of others is said of the whole. */
export function errorsOf({ detail, errors = [] }: ProblemDocument, fields: readonly string[]): FormErrors {
  const found: Record<string, string> = {}
  for (const { field, caption, message } of errors) {
    const known = fields.find((name) => name === field || field.startsWith(`${name}.`))
    const says = known === undefined && caption !== '' ? `${caption}：${message}` : message
    const at = known ?? wholeForm
    found[at] = found[at] === undefined ? says : `${found[at]} ${says}`
  }
  return errors.length === 0 ? { [wholeForm]: detail } : found
}
