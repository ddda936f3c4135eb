/**
 * The facts of a document, as plain JSON. What follows from them (stage, validity, what is shown) is never among them.
 * Texts lie sealed under their hashes; nothing personal stands here.
 */
import type { AttributeKey } from '../../../law/classification.ts'
import type { Day } from '../../../law/day.ts'
import type { GroundKey } from '../../../law/grounds.ts'
import type { StoredEvent } from '../../ports.ts'
import type { PublicationChannelKey } from '../channels.ts'
import type { DocumentContent, DocumentFile } from '../content.ts'
import type { RelationKey } from '../relations.ts'
import type { ReviewKind } from '../reviews.ts'

/** How a document ceases to bind. */
export type Ending = 'repealed' | 'expired' | 'superseded'

/** Why a document was taken down. */
export type WithdrawalReason = 'error' | 'personalData' | 'notToBePublic' | 'court' | 'duplicate' | 'other'

export const withdrawalReasons: Readonly<Record<WithdrawalReason, string>> = {
  error: '内容有误',
  personalData: '含有不应公开的个人信息',
  notToBePublic: '经审查不应公开',
  court: '依据行政复议、行政诉讼结果',
  duplicate: '重复发布',
  other: '其他原因',
}

/** Whether and how it is made public, and why not (条例§13–16). */
export interface AttributeDecision {
  readonly attribute: AttributeKey
  readonly ground: GroundKey | null
  /** Name and article of the law, where one forbids it. */
  readonly law: string | null
  readonly because: string | null
  /** When what is not proactively public is looked at again (条例§18). */
  readonly reviewOn: Day | null
}

/** One act of publication. */
export interface PublicationAct {
  readonly channel: PublicationChannelKey
  /** Account of the register of new media. */
  readonly account: string | null
  /** Address, or number of the issue. */
  readonly place: string | null
  /** Time of day, '09:30'. */
  readonly time: string | null
}

/** Data of each kind of event. */
export interface DocumentEventData {
  documentDrafted: { readonly content: DocumentContent }
  fileAdded: Omit<DocumentFile, 'cleared'>
  /** What the gate opened on; who answers for it is the actor. */
  fileCleared: {
    readonly id: string
    readonly hash: string
    readonly findings: number
    readonly acknowledged: readonly { readonly finding: string; readonly reason: string }[]
  }
  fileRemoved: { readonly id: string }
  attributeDecided: AttributeDecision
  submitted: Record<string, never>
  reviewPassed: { readonly review: ReviewKind; readonly remark: string | null }
  documentReturned: { readonly at: ReviewKind | 'signing' | 'publication'; readonly remark: string }
  documentSigned: { readonly remark: string | null }
  indexNumberGiven: { readonly indexNo: string }
  publishedVia: PublicationAct & { readonly number: number }
  /** `on` is the day on which it ceased to bind. */
  /** `by`: as people name it; `document`: the id of the one that is meant, where it is one of this system. */
  documentEnded: {
    readonly as: Ending
    readonly by: string | null
    readonly because: string
    readonly document?: string
  }
  documentRevived: { readonly because: string }
  documentRestricted: { readonly because: string }
  restrictionLifted: { readonly because: string }
  documentWithdrawn: { readonly reason: WithdrawalReason; readonly told: string }
  withheldReviewed: { readonly because: string; readonly reviewOn: Day }
  documentLinked: { readonly relation: RelationKey; readonly target: string; readonly title: string }
  documentUnlinked: { readonly relation: RelationKey; readonly target: string }
  /** Taken over from a site that was before: never reviewed here, and known to be public there. */
  documentImported: {
    readonly content: DocumentContent
    readonly address: string
    readonly publishedOn: Day | null
    readonly source: string
  }
}

export type DocumentEventKind = keyof DocumentEventData

/** A fact of a document, before it is stored. */
export type DocumentEvent<Kind extends DocumentEventKind = DocumentEventKind> = {
  readonly [K in Kind]: { readonly kind: K; readonly on: Day; readonly data: DocumentEventData[K] }
}[Kind]

/** With who recorded it and when: what the fold needs of a stored event. */
export type RecordedDocumentEvent<Kind extends DocumentEventKind = DocumentEventKind> = DocumentEvent<Kind> &
  Pick<StoredEvent, 'actor' | 'at'>

export function event<Kind extends DocumentEventKind>(
  kind: Kind,
  on: Day,
  data: DocumentEventData[Kind],
): DocumentEvent {
  return { kind, on, data } as DocumentEvent
}
