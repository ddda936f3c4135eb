/** The forms of the API as a page lays them out: plain data made of the schemas, so that nothing is said twice. */

import type { Filled } from './fill-fields.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

interface Named {
  /** Path of the field, as problems of the API name it: items.0.what. */
  readonly name: string
  readonly label: string
  readonly hint: string | null
  readonly required: boolean
}

export type FormField = Named &
  (
    | { readonly kind: 'text'; readonly limit: number | null }
    /** `moment`: a day with hour and minute, in Beijing. */
    | { readonly kind: 'day' | 'moment' | 'number' }
    /** `given`: what holds where nothing is said. */
    | { readonly kind: 'yesNo'; readonly given: boolean | null }
    /** `nullable`: nothing chosen is an answer of its own. */
    | { readonly kind: 'choice'; readonly options: readonly Choice[]; readonly nullable: boolean }
    | { readonly kind: 'choices'; readonly options: readonly Choice[] }
    /** Texts, one a line. */
    | { readonly kind: 'lines' }
    | { readonly kind: 'group'; readonly fields: readonly FormField[] }
    /** Any number of the same; names of `fields` are within a row. */
    | { readonly kind: 'rows'; readonly fields: readonly FormField[] }
  )

export interface FormsDesk {
  /**
   * Fields of what a route is sent; null where it is sent nothing that a form could hold. Of a reply `ending` says
   * which letter is written, and with it what it has to be told.
   */
  fieldsOf(route: string, ending?: string): readonly FormField[] | null
  /** Fields of a record of supervision: those that open it, or those of one of its steps; null where none are filled in. */
  supervisionFields(kind: string, step: string | null): readonly FormField[] | null
  /** What stands in the fields where that is known already: the way back of `read`. */
  fill(fields: readonly FormField[], value: object): Filled
  /** What was filled in, as the API takes it. What it cannot mean is left as it was typed: the API says what is wrong. */
  read(fields: readonly FormField[], form: FormData): object
}
