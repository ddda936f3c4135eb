import type { Day } from '../../law/day.ts'
import type { ListedDocument } from '../pages/portal/listed-document.ts'
import type { PublicOrgan } from '../ui/public-shell.tsx'
import type { TabLink } from '../ui/tabs.tsx'

/** What the public may see of an organ. */
export interface PortalDesk {
  /** Null where there is no such organ, or it has no public page. */
  frame(organ: string): Promise<OrganFrame | null>
  /** The same with all that stands on its home page. */
  home(organ: string): Promise<OrganHome | null>
}

/** What every public page of an organ has around it. */
export interface OrganFrame {
  readonly organ: PublicOrgan
  /** Where to apply, and where to look after an application; null where the organ takes none on line. */
  readonly apply: { readonly href: string; readonly trackHref: string; readonly numberExample: string } | null
  /** Where those can turn who do not come by the internet; empty where the organ does not tell. */
  readonly inPerson: string
}

/** One of the columns (栏目) of an organ, and what lies below it. */
export interface PortalColumn {
  readonly title: string
  readonly href: string
  readonly current: boolean
  readonly entries: readonly { readonly title: string; readonly href: string; readonly count: number }[]
}

/** An entry of the catalogue by the items of 条例§20. */
export interface CatalogueEntry {
  /** Number of the item, printed （一）. */
  readonly item: number
  readonly title: string
  readonly href: string
  readonly updatedOn: Day | null
}

export interface OrganHome extends OrganFrame {
  /** The five that are prescribed, in their order (平台规范). */
  readonly columns: readonly PortalColumn[]
  /** What else can be looked up or done here. */
  readonly more: readonly { readonly title: string; readonly href: string }[]
  readonly latest: {
    readonly documents: readonly ListedDocument[]
    readonly total: number
    readonly allHref: string
    /** Columns that have something in them. */
    readonly columns: readonly TabLink[]
  }
  readonly catalogue: readonly CatalogueEntry[]
}
