import type { Day } from '../../law/day.ts'
import type { PublicOrgan } from '../ui/public-shell.tsx'

/** What the public may see of an organ. */
export interface PortalDesk {
  /** Null where there is no such organ, or it has no public page. */
  home(organ: string): Promise<OrganHome | null>
}

/** One of the columns (栏目) of an organ, and what lies below it. */
export interface PortalColumn {
  readonly title: string
  readonly href: string
  readonly current: boolean
  readonly entries: readonly { readonly title: string; readonly href: string; readonly count: number }[]
}

/** A published document as a list shows it. */
export interface ListedDocument {
  readonly title: string
  readonly href: string
  readonly publishedOn: Day
  readonly column: string
  /** 文号, where it has one. */
  readonly number: string | null
  /** Its interpretation (解读), where there is one. */
  readonly interpretation: string | null
}

/** An entry of the catalogue by the items of 条例§20. */
export interface CatalogueEntry {
  /** Number of the item, printed （一）. */
  readonly item: number
  readonly title: string
  readonly href: string
  readonly updatedOn: Day | null
}

export interface OrganHome {
  readonly organ: PublicOrgan
  readonly columns: readonly PortalColumn[]
  readonly latest: {
    readonly documents: readonly ListedDocument[]
    readonly total: number
    readonly allHref: string
  }
  readonly catalogue: readonly CatalogueEntry[]
  /** Where to apply, and where to look after an application; null where the organ takes none on line. */
  readonly apply: { readonly href: string; readonly trackHref: string; readonly numberExample: string } | null
  /** Where those can turn who do not come by the internet. */
  readonly inPerson: string
}
