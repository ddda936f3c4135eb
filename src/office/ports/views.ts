import type { ActorId, Moment } from './events.ts'

/** A filter of the list of cases that somebody keeps under a name. */
export interface SavedView {
  readonly id: string
  readonly name: string
  /** As the list is asked for it: nothing personal. */
  readonly filter: Readonly<Record<string, unknown>>
}

/** The views of one organ, everybody's own. */
export interface Views {
  /** In the order of their names. */
  of(staff: ActorId): Promise<readonly SavedView[]>
  /** A view of the same name is replaced. */
  save(staff: ActorId, view: SavedView, at: Moment): Promise<void>
  /** False where they have no such view. */
  remove(staff: ActorId, id: string): Promise<boolean>
}
