import type { Day } from '../../law/day.ts'
import type { OrganId } from './events.ts'

/** What is at an address: it answers, it does not, or it may not be asked, since it lies within some house. */
export type Probed = 'good' | 'bad' | 'unreached' | 'private'

/** Looks whether something is at an address outside. Never fails. */
export type LinkProbe = (address: string) => Promise<Probed>

export interface OutsideLink {
  readonly organ: OrganId
  readonly address: string
}

/** A link that did not open when it was last looked at, and the time before. */
export interface BrokenLink {
  readonly address: string
  /** The day on which it opened last; null where it never did while it was looked at. */
  readonly goodOn: Day | null
}

/** Links of public texts that lead elsewhere. */
export interface OutsideLinks {
  /** Takes up those that texts of the organ have now, and forgets those that none has any more. */
  gather(organ: OrganId): Promise<void>
  /** Those looked at longest ago, of whatever organ, and not since `after`; those that failed, not since that day. */
  due(limit: number, times: { readonly good: Day; readonly failed: Day }): Promise<readonly OutsideLink[]>
  found(link: OutsideLink, opens: boolean, on: Day): Promise<void>
  broken(organ: OrganId): Promise<readonly BrokenLink[]>
}
