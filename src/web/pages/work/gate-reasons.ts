/** The reasons for which what was found in a file may go out all the same, as a form has them. */
import type { ProblemDocument } from '../../http/problem.ts'

export interface Finding {
  readonly id: string
}

/** Field of the reason for the finding at a place. */
export const reasonField = (place: number): string => `acknowledgements.${place}.reason`

/** The reason for each finding, as the API takes it. */
export const acknowledgementsIn = (form: FormData, findings: readonly Finding[]) =>
  findings.map(({ id: finding }, place) => ({ finding, reason: String(form.get(reasonField(place)) ?? '') }))

/** What is wrong with the reasons, each at its field; the message where it is none of them. */
export function gateFaults(
  { detail, errors: faults = [] }: Pick<ProblemDocument, 'detail' | 'errors'>,
  findings: readonly Finding[],
) {
  const placeOf = (field: string) => {
    const place = findings.findIndex(({ id }) => id === field)
    return place === -1 ? field : reasonField(place)
  }
  const errors: Readonly<Record<string, string>> = Object.fromEntries(
    faults.map(({ field, caption, message }) => [
      placeOf(field),
      caption === field ? message : `${caption}${message}`,
    ]),
  )
  return { errors, message: faults.length > 0 ? null : detail }
}
