import type { FormErrors } from '../../../ui/error-summary.tsx'
import type { PlacedFinding } from '../reports/findings-order.ts'

/** Rows for reasons in one's own words. */
export const ownRows = 3

/** A return that was not taken, with everything that was typed. */
export interface ReturnAttempt {
  readonly rows: readonly { readonly about: string; readonly text: string }[]
  readonly reasons: readonly { readonly about: string | null; readonly text: string }[]
  readonly errors?: FormErrors
}

/** The reasons that a form gives: findings that were ticked, and own words with their places. */
export function reasonsIn(form: FormData, findings: readonly PlacedFinding[]): ReturnAttempt {
  const ticked = form.getAll('finding').map(Number)
  const rows = Array.from({ length: ownRows }, (_, at) => ({
    about: String(form.get(`about.${at}`) ?? ''),
    text: String(form.get(`text.${at}`) ?? '').trim(),
  }))
  return {
    rows,
    reasons: [
      ...findings
        .filter(({ number }) => ticked.includes(number))
        .map(({ cell, finding }) => ({ about: cell, text: finding.message.slice(0, 1000) })),
      ...rows.filter(({ text }) => text !== '').map(({ about, text }) => ({ about: about || null, text })),
    ],
  }
}
