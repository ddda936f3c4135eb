/** The editions of the form, and which of them a year's report is written on. */

import type { Edition, EditionId } from '../form.ts'
import { edition2019, type Key2019 } from './2019.ts'
import { edition2021, type Key2021 } from './2021.ts'

export type { Key2019, Key2021 }
export { edition2019, edition2021 }

/** A cell of any edition, e.g. `requests/outcome.unavailable.notHeld@natural`. */
export type CellKey = Key2019 | Key2021

export const editions = { '2019': edition2019, '2021': edition2021 } as const satisfies Record<
  EditionId,
  Edition
>

const inOrder: readonly Edition[] = Object.values(editions)

/**
 * The edition prescribed for a report year; null before 2019, when there was no uniform form.
 * What a report was really written on is seen in its rows, not in its year.
 */
export const editionFor = (year: number): Edition | null =>
  inOrder.find(({ years }) => year >= years.from && (years.to === null || year <= years.to)) ?? null
