import type { Day } from '../../../law/day.ts'
import type { ActorId, Moment } from '../../ports.ts'
import { documentClasses } from '../classes.ts'
import type { DocumentContent, DocumentFile } from '../content.ts'
import type { RelationKey } from '../relations.ts'
import type { ReviewKind } from '../reviews.ts'
import type { AttributeDecision, Ending, PublicationAct, WithdrawalReason } from './events.ts'

export interface PassedReview {
  readonly review: ReviewKind
  readonly by: ActorId
  readonly on: Day
  readonly remark: string | null
}

/** What is being prepared: a first draft, or a new version of what was signed. */
export interface Work {
  readonly content: DocumentContent
  readonly files: readonly DocumentFile[]
  readonly attribute: AttributeDecision | null
  readonly draftedOn: Day
  /** Who provides it: everybody who drafted. */
  readonly drafters: readonly ActorId[]
  readonly submittedOn: Day | null
  readonly passed: readonly PassedReview[]
  /** The last return, until it is drafted anew. */
  readonly returned: { readonly remark: string; readonly by: ActorId; readonly on: Day } | null
}

export interface RecordedAct extends PublicationAct {
  readonly on: Day
  /** When it was written down. */
  readonly at: Moment
  readonly by: ActorId
}

/** A version that was signed; it never changes again. */
export interface SignedVersion {
  /** 1, 2, 3 … */
  readonly number: number
  readonly content: DocumentContent
  readonly files: readonly DocumentFile[]
  readonly attribute: AttributeDecision
  /** Who answers for it; null for what was taken over from elsewhere. */
  readonly signedBy: ActorId | null
  readonly signedOn: Day | null
  readonly drafters: readonly ActorId[]
  readonly passed: readonly PassedReview[]
  readonly acts: readonly RecordedAct[]
}

export interface DocumentLink {
  readonly relation: RelationKey
  readonly target: string
  readonly title: string
}

export interface DocumentState {
  /** Events so far. */
  readonly version: number
  readonly indexNo: string | null
  readonly work: Work | null
  readonly versions: readonly SignedVersion[]
  readonly ending: {
    readonly as: Ending
    readonly by: string | null
    readonly because: string
    readonly document?: string
    readonly on: Day
  } | null
  readonly restricted: { readonly because: string; readonly on: Day } | null
  readonly withdrawn: { readonly reason: WithdrawalReason; readonly told: string; readonly on: Day } | null
  readonly links: readonly DocumentLink[]
  /** Where it stood before it was taken over. */
  readonly imported: { readonly address: string; readonly source: string } | null
}

export const emptyDocument: DocumentState = {
  version: 0,
  indexNo: null,
  work: null,
  versions: [],
  ending: null,
  restricted: null,
  withdrawn: null,
  links: [],
  imported: null,
}

/** The version that was signed last. */
export const lastSigned = ({ versions }: DocumentState): SignedVersion | null => versions.at(-1) ?? null

export const isOnWebsite = ({ acts }: Pick<SignedVersion, 'acts'>): boolean =>
  acts.some(({ channel }) => channel === 'website')

/** The version that the public reads; null where none is on the site. */
export const liveVersion = ({ versions }: DocumentState): SignedVersion | null =>
  versions.findLast((version) => version.attribute.attribute === 'proactive' && isOnWebsite(version)) ?? null

/** Content as of now: of the work in hand, else of the version signed last. */
export const contentOf = (state: DocumentState): DocumentContent | null =>
  state.work?.content ?? lastSigned(state)?.content ?? null

/** The first day on which anybody could read any version of it. */
export function firstPublishedOn({ versions }: DocumentState): Day | null {
  const days = versions.flatMap(({ acts }) => acts.map(({ on }) => on)).toSorted()
  return days[0] ?? null
}

/** The review that is next; null where all are passed. */
export function nextReview({ content, passed }: Work): ReviewKind | null {
  const done = new Set(passed.map(({ review }) => review))
  return documentClasses[content.class].chain.find((review) => !done.has(review)) ?? null
}

/** Stages in the order in which a document goes through them. */
export const stages = {
  drafting: '起草',
  returned: '退回修改',
  reviewing: '审查',
  signing: '待签发',
  toPublish: '待发布',
  kept: '不主动公开，存档',
  published: '已发布',
  restricted: '暂时限制查看',
  withdrawn: '已撤下',
} as const

export type Stage = keyof typeof stages

/** Where it stands: by the work in hand, else by what became of the last version. */
export function stageOf(state: DocumentState): Stage {
  if (state.withdrawn !== null) return 'withdrawn'
  const { work } = state
  if (work !== null) {
    if (work.submittedOn !== null) return nextReview(work) === null ? 'signing' : 'reviewing'
    return work.returned === null ? 'drafting' : 'returned'
  }
  const last = lastSigned(state)
  if (last !== null && last.acts.length === 0)
    return last.attribute.attribute === 'proactive' ? 'toPublish' : 'kept'
  return state.restricted === null ? 'published' : 'restricted'
}
