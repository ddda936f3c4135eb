/** What lists, checks and counts need of a document, as follows from its events alone. Never the truth, always rebuilt. */
import type { AttributeKey } from '../../law/classification.ts'
import type { Day } from '../../law/day.ts'
import { dayAt } from '../beijing-time.ts'
import type { ActorId, StoredEvent } from '../ports.ts'
import type { PublicationChannelKey } from './channels.ts'
import type { DocumentContent } from './content.ts'
import { missingMetadata } from './content.ts'
import type { Ending, RecordedDocumentEvent, WithdrawalReason } from './life/events.ts'
import { apply } from './life/fold.ts'
import {
  contentOf,
  type DocumentLink,
  type DocumentState,
  emptyDocument,
  firstPublishedOn,
  lastSigned,
  liveVersion,
  nextReview,
  type Stage,
  stageOf,
} from './life/state.ts'
import type { RelationKey } from './relations.ts'
import type { ReviewKind } from './reviews.ts'
import { type Shown, shownOf } from './shown.ts'

/** One act of publication, as counts have it. */
export interface ActFacts {
  readonly number: number
  readonly channel: PublicationChannelKey
  readonly account: string | null
  readonly on: Day
  /** The day on which it was written down. */
  readonly loggedOn: Day
}

type Metadata = Omit<DocumentContent, 'body'>

export interface DocumentFacts extends Metadata {
  readonly stage: Stage
  /** What the public sees: the metadata are then those of the version it reads, else those in hand. */
  readonly shown: Shown | null
  readonly attribute: AttributeKey | null
  readonly indexNo: string | null
  /** Title in hand, where it is another than the public reads. */
  readonly workTitle: string | null
  /** The review that is next. */
  readonly next: ReviewKind | null
  /** Who drafted last. */
  readonly drafter: ActorId | null
  readonly signedOn: Day | null
  /** First publication by any channel. */
  readonly publishedOn: Day | null
  /** First publication on the site of the version that is read now. */
  readonly updatedOn: Day | null
  readonly endedOn: Day | null
  readonly endedAs: Ending | null
  readonly endedBy: string | null
  readonly withdrawn: { readonly reason: WithdrawalReason; readonly told: string; readonly on: Day } | null
  readonly restrictedOn: Day | null
  /** When it is looked at again why it is not public (条例§18). */
  readonly reviewOn: Day | null
  readonly acts: readonly ActFacts[]
  readonly links: readonly DocumentLink[]
  readonly versions: number
  readonly missing: readonly string[]
  readonly excerpt: string
  readonly length: number
  readonly bodyLinks: readonly string[]
  readonly quotes: readonly string[]
  readonly personal: Readonly<Record<string, number>>
  /** Address at the site it came from. */
  readonly oldAddress: string | null
}

/** The facts of a state; null while nothing was drafted or brought in. Pure. */
export function factsOf(state: DocumentState): DocumentFacts | null {
  const live = liveVersion(state)
  const content = live?.content ?? contentOf(state)
  if (content === null) return null
  const { body, ...metadata } = content
  const { work, withdrawn, restricted, ending } = state
  const last = lastSigned(state)
  const inHand = work ?? last!
  return {
    ...metadata,
    stage: stageOf(state),
    shown: shownOf(state),
    attribute: (live ?? inHand).attribute?.attribute ?? null,
    indexNo: state.indexNo,
    workTitle: work === null || work.content.title === content.title ? null : work.content.title,
    next: work === null || work.submittedOn === null ? null : nextReview(work),
    drafter: inHand.drafters.at(-1) ?? null,
    signedOn: (live ?? last)?.signedOn ?? null,
    publishedOn: firstPublishedOn(state),
    updatedOn: live?.acts.find(({ channel }) => channel === 'website')?.on ?? null,
    endedOn: ending?.on ?? null,
    endedAs: ending?.as ?? null,
    endedBy: ending?.by ?? null,
    withdrawn,
    restrictedOn: restricted?.on ?? null,
    reviewOn: work === null ? (last?.attribute.reviewOn ?? null) : null,
    acts: state.versions.flatMap(({ number, acts }) =>
      acts.map(({ channel, account, on, at }) => ({ number, channel, account, on, loggedOn: dayAt(at) })),
    ),
    links: [...state.links, ...endingLink(state)],
    versions: state.versions.length,
    missing: missingMetadata(content).map(({ field }) => field),
    excerpt: body?.excerpt ?? '',
    length: body?.length ?? 0,
    bodyLinks: body?.links ?? [],
    quotes: body?.quotes ?? [],
    personal: body?.personal ?? {},
    oldAddress: state.imported?.address ?? null,
  }
}

const endedBy: Readonly<Partial<Record<Ending, RelationKey>>> = {
  repealed: 'repealedBy',
  superseded: 'supersededBy',
}

/** The link to the document that ended this one; it goes when the ending is taken back. */
function endingLink({ ending }: DocumentState): readonly DocumentLink[] {
  const relation = ending === null ? undefined : endedBy[ending.as]
  return relation === undefined || ending?.document === undefined
    ? []
    : [{ relation, target: ending.document, title: ending.by ?? '' }]
}

/** The state after the events of a stream, as the store has them. */
export const documentAfter = (
  events: readonly StoredEvent[],
  from: DocumentState = emptyDocument,
): DocumentState => (events as readonly RecordedDocumentEvent[]).reduce(apply, from)
