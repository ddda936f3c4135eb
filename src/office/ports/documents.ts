import type { FieldKey, ProactiveItemKey } from '../../law/catalogue.ts'
import type { AttributeKey, AudienceKey, GenreKey, ThemeKey } from '../../law/classification.ts'
import type { Day } from '../../law/day.ts'
import type { PublicationChannelKey } from '../documents/channels.ts'
import type { DocumentClass } from '../documents/classes.ts'
import type { Faceted } from '../documents/facets.ts'
import type { DocumentFacts } from '../documents/facts.ts'
import type { Stage } from '../documents/life/state.ts'
import type { RelationKey } from '../documents/relations.ts'
import type { Shown } from '../documents/shown.ts'
import type { Validity } from '../documents/validity.ts'
import type { DayRange, Page, PageRequest } from './cases.ts'
import type { OrganId } from './events.ts'

/** A row for a document: what follows from its events, and where it stands. */
export interface DocumentRow extends DocumentFacts {
  readonly organ: OrganId
  readonly id: string
  /** Version of the stream that the row stands for. */
  readonly version: number
}

export interface DocumentFilter {
  readonly organs: readonly OrganId[]
  readonly ids?: readonly string[]
  readonly stage?: readonly Stage[]
  readonly class?: readonly DocumentClass[]
  readonly attribute?: readonly AttributeKey[]
  /** What the public sees; `whole` for every list that is public. */
  readonly shown?: readonly Shown[]
  readonly item?: readonly ProactiveItemKey[]
  readonly theme?: readonly ThemeKey[]
  readonly genre?: readonly GenreKey[]
  readonly field?: readonly FieldKey[]
  readonly audience?: AudienceKey
  /** Matter of 条例§21. */
  readonly localMatter?: string
  /** Year of publication. */
  readonly year?: number
  readonly published?: DayRange
  readonly made?: DayRange
  /** As of a day. */
  readonly validity?: { readonly is: Validity; readonly on: Day }
  /** Not public, and to be looked at again by that day. */
  readonly reviewBy?: Day
  /** Those in which a check after publication may find something on that day: all in which one does, and few others. */
  readonly suspectOn?: Day
  readonly docNos?: readonly string[]
  readonly indexNo?: string
  /** A part of the title, as it is written. */
  readonly title?: string
}

/** What documents can be counted by. */
export interface DocumentTallyKeys
  extends Pick<
    DocumentRow,
    'organ' | 'stage' | 'class' | 'attribute' | 'item' | 'localMatter' | 'theme' | 'genre' | 'field'
  > {
  readonly year: number | null
}

export type DocumentTallyKey = keyof DocumentTallyKeys
export type DocumentTally<Key extends DocumentTallyKey = never> = Pick<DocumentTallyKeys, Key> & {
  readonly count: number
  /** Day of the newest publication among them; null where none was published. */
  readonly newest: Day | null
}

/** Acts of publication counted: how many, and the day of the last. */
export interface ActTally {
  readonly organ: OrganId
  readonly channel: PublicationChannelKey
  readonly account: string | null
  readonly class: DocumentClass
  readonly count: number
  readonly last: Day
}

/** Which acts of publication are listed. */
export interface ActFilter {
  readonly organs: readonly OrganId[]
  readonly within?: DayRange
  readonly channel?: PublicationChannelKey
  readonly account?: string
  readonly class?: DocumentClass
}

/** One act of publication, with the document that was published. */
export interface ActRow {
  readonly organ: OrganId
  readonly document: string
  readonly title: string
  readonly class: DocumentClass
  readonly channel: PublicationChannelKey
  readonly account: string | null
  readonly on: Day
}

/** Another document bound to one; `inverse`: the other says so. */
export interface RelatedRow {
  readonly relation: RelationKey
  readonly inverse: boolean
  readonly row: DocumentRow
}

/** The interpretation (解读) of a document, that everybody may read. */
export interface InterpretationOf {
  readonly of: string
  readonly organ: OrganId
  readonly id: string
}

/** Documents of one organ or several. */
export interface Documents {
  get(organ: OrganId, id: string): Promise<DocumentRow | null>
  /** Newest publication first; what was not published before all others. */
  list(filter: DocumentFilter, page: PageRequest): Promise<Page<DocumentRow>>
  tally<Key extends DocumentTallyKey>(
    filter: DocumentFilter,
    by: readonly Key[],
  ): Promise<readonly DocumentTally<Key>[]>
  /** Counted under every value of every facet. `among`: the organs that can be chosen from; `on`: for validity. */
  facets(filter: DocumentFilter, among: readonly OrganId[], on: Day): Promise<Faceted>
  /** Acts of publication within the days, by organ, channel, account and class. */
  acts(organs: readonly OrganId[], within?: DayRange): Promise<readonly ActTally[]>
  /** The acts behind those counts, the last first. */
  listActs(filter: ActFilter, page: PageRequest): Promise<Page<ActRow>>
  /** Those bound to it, from either side, of whatever organ. */
  related(organ: OrganId, id: string): Promise<readonly RelatedRow[]>
  /** The same for several of an organ at once; `of` is the one that the other is bound to. */
  relatedTo(
    organ: OrganId,
    ids: readonly string[],
  ): Promise<readonly (RelatedRow & { readonly of: string })[]>
  /** What interprets them and is public, by their ids; the newest first. */
  interpretations(ids: readonly string[]): Promise<readonly InterpretationOf[]>
  /** Those bearing one of the numbers, of whatever organ. */
  withNumbers(docNos: readonly string[]): Promise<readonly DocumentRow[]>
  /** The one that was to be read at that address before it was taken over. */
  atAddress(address: string): Promise<DocumentRow | null>
}
