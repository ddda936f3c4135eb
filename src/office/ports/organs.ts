import type { HolidayNotice, HolidayOverlay } from '../../law/holiday-notices.ts'
import type { Act, OrganId } from './events.ts'

export interface OrganRow {
  readonly id: OrganId
  /** Stable code, by which lists are imported and exported again. */
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly level: string
  readonly parent: OrganId | null
  /** 机关代字, contacts, reviewing organ and court … */
  readonly details: object
}

export interface Organs {
  get(id: OrganId): Promise<OrganRow | null>
  byCode(code: string): Promise<OrganRow | null>
  /** New, or in place of the organ of that id; null when done. `circle`: it would be its own superior. */
  put(organ: OrganRow): Promise<null | { readonly failure: 'codeTaken' | 'circle' }>
  /** The organ itself and all below it, superiors before subordinates, else by code. */
  withSubordinates(id: OrganId): Promise<readonly OrganRow[]>
  /** The organ itself and all above it, from the organ up. */
  withSuperiors(id: OrganId): Promise<readonly OrganRow[]>
  /** Of each of the organs the ids of all above it, from below up; of one that there is not, none. */
  superiorsOf(ids: readonly OrganId[]): Promise<ReadonlyMap<OrganId, readonly OrganId[]>>
  all(): Promise<readonly OrganRow[]>
}

/** A paper that makes days free or worked, entered by an administrator. */
export type CalendarPaper =
  | { readonly scope: 'national'; readonly paper: HolidayNotice }
  /** For the organ and all below it. */
  | { readonly scope: OrganId; readonly paper: HolidayOverlay }

export interface CalendarPapers {
  /** In the order of publication, which is the order they are to be applied in. */
  list(): Promise<readonly CalendarPaper[]>
  /** Those that count for the organ: national ones, its own and those of the organs above it; in the same order. */
  forOrgan(organ: OrganId): Promise<readonly CalendarPaper[]>
  /** False where a paper of that scope and number is there already. */
  publish(paper: CalendarPaper, by: Act): Promise<boolean>
}
