/**
 * The facts of a request (依申请公开), as plain JSON. What follows from them (due day, status, row of the annual
 * report) is never among them.
 *
 * Nothing personal stands in an event: `applicant`, a third party's `counterpart` and the `entry` of what an applicant
 * wrote are ids of the vault, and texts say 申请人 and 第三方, not names. Who acted is the envelope's `actor`. Absent
 * values are null, so that the JSON of an event, and with it its hash, has one form.
 */
import type { ApplicantKind, RequirementKey } from '../../law/application.ts'
import type { Day } from '../../law/day.ts'
import type { FeeBasis } from '../../law/fees.ts'
import type { Channel, Receipt } from '../../law/receipt.ts'
import type { Route } from '../../law/remedies.ts'
import type { StoredEvent } from '../ports.ts'
import type { DraftData } from './draft-data.ts'
import type { PaperPurpose } from './paper-purposes.ts'
import type { Answers } from './seven-questions.ts'

/** What is asked for: information, or the correction of a record about the applicant (条例§41). */
export type Variant = 'disclosure' | 'recordCorrection'

export const variants: Readonly<Record<Variant, string>> = {
  disclosure: '申请公开政府信息',
  recordCorrection: '申请更正与自身相关的信息',
}

/** What came in by the wrong door: 信访, 咨询, 投诉举报. */
export type Matter = 'petition' | 'inquiry' | 'complaint'

/**
 * Who is asked: a third party (条例§32), an organ that made the information too (条例§34), another one that it concerns
 * (条例§11¶1), the authority that determines what may be disclosed (条例§17¶3), or a unit of the organ itself (协办).
 */
export type Party = 'thirdParty' | 'agency' | 'otherAgency' | 'determination' | 'internal'
export type Opinion = 'agrees' | 'objects' | 'partly' | 'noView'

export const opinions: Readonly<Record<Opinion, string>> = {
  agrees: '同意公开',
  objects: '不同意公开',
  partly: '不同意全部公开',
  noView: '未表示意见',
}

/** How a letter leaves (送达函). `entrusted`: handed over by another organ. */
export type Method = 'inPerson' | 'entrusted' | 'post' | 'online'

export const methods: Readonly<Record<Method, string>> = {
  inPerson: '当面送达',
  entrusted: '委托送达',
  post: '邮寄',
  online: '互联网',
}

/** What the letter told about remedies. */
export interface Remedies {
  readonly route: Route
  readonly reviewOrgans: readonly string[]
  readonly court: string | null
  /** Where an application for review can be filed online (复议法§22¶2). */
  readonly onlineReview: string | null
}

export type DisputeKind = 'reconsideration' | 'litigation'
export type DisputeResult = 'upheld' | 'corrected' | 'other'
/** Of a suit: 一审 or 二审. */
export type Instance = 'first' | 'second'
export type Retention = 'permanent' | 'years30' | 'years10'
export type ProofKind = 'signature' | 'postalReceipt' | 'systemEntry' | 'entrustedReturn'

/** To whom a letter goes. */
export type Addressee = 'applicant' | 'thirdParty' | 'agency'

export interface CorrectionItem {
  readonly requirement: RequirementKey
  readonly what: string
}

/** Data of each kind of event. */
export interface EventData {
  /** `on` is the day of arrival. `number` is the organ's own number of the case. */
  intakeRecorded: {
    readonly number: string
    readonly variant: Variant
    readonly applicant: string
    readonly applicantKind: ApplicantKind
    readonly channel: Channel
    readonly misaddressed: boolean
    readonly unreachable: boolean
    /** Why writing was truly difficult, where the office filled in the form (条例§29¶1). */
    readonly oralBecause: string | null
  }
  /** `on` is the day of receipt by 条例§31. */
  received: { readonly basis: Exclude<Receipt['basis'], 'unconfirmed'> }
  /** Entered by mistake: the number stays taken, and nothing else remains of it. */
  entryVoided: { readonly because: string }
  movedOn: { readonly matter: Matter; readonly to: string; readonly letterNo: string }
  assigned: { readonly handler: string }
  /** `letterNo` and `answeredOn` of the earlier reply; null where it is not answered yet. */
  duplicateConfirmed: {
    readonly earlier: string
    readonly letterNo: string | null
    readonly answeredOn: Day | null
  }

  correctionAsked: {
    readonly items: readonly CorrectionItem[]
    readonly by: Day
    readonly letterNo: string
  }
  /** `entry`: id of the applicant's own words in the vault; null where they are on paper alone. */
  corrected: { readonly entry: string | null; readonly lateBecause: string | null }
  /** Came after its period: whether there was a good reason is for a person to judge. */
  correctionOffered: { readonly entry: string }
  /** The period is over without a correction and no good reason is known. */
  correctionLapsed: { readonly inquiry: string }

  /** `by`: a day given by the office where the law gives no period. */
  consultationSent: {
    readonly id: string
    readonly party: Party
    readonly counterpart: string
    readonly matter: string
    readonly letterNo: string | null
    readonly by: Day | null
  }
  /** `on` is the day the letter reached the other side, from which its working days run. */
  consultationReached: { readonly id: string }
  consultationReturned: { readonly id: string; readonly opinion: Opinion; readonly reasons: string | null }
  consultationLapsed: { readonly id: string }
  legalOpinionGiven: { readonly view: 'sound' | 'amend' | 'unsound'; readonly text: string }
  thirdPartyTold: { readonly id: string; readonly because: string; readonly letterNo: string }

  reasonsAsked: { readonly facts: string; readonly by: Day; readonly letterNo: string }
  reasonsGiven: { readonly entry: string }
  reasonsRejected: { readonly because: string }
  deferred: { readonly until: Day; readonly because: string; readonly letterNo: string }

  /** `days`: working days. */
  extensionProposed: { readonly days: number; readonly because: string }
  extended: { readonly days: number; readonly letterNo: string }
  extensionRefused: { readonly because: string }

  /** `amount` in whole yuan; `before`: pieces counted earlier in the calendar month. */
  feeAsked: {
    readonly basis: FeeBasis
    readonly quantity: number
    readonly before: number
    readonly amount: number
    readonly payHow: string
    readonly letterNo: string
  }
  feeNoticeServed: Record<string, never>
  feePaid: { readonly amount: number; readonly billNo: string }
  feeLapsed: { readonly inquiry: string }

  retrievalRecorded: {
    readonly places: readonly string[]
    readonly words: readonly string[]
    readonly by: string
    readonly found: boolean
    readonly result: string
  }
  questionsAnswered: { readonly answers: Answers }
  transferHinted: { readonly to: string; readonly contact: string }

  drafted: DraftData
  reviewed: { readonly remarks: string | null }
  draftReturned: { readonly at: 'review' | 'approval'; readonly remarks: string }
  approved: { readonly remarks: string | null }
  /** `datedOn`: 成文日期, the day the head signed. */
  sealed: { readonly seal: string; readonly letterNo: string; readonly datedOn: Day }
  dispatched: {
    readonly method: Method
    readonly letterNo: string
    readonly trackingNo: string | null
    readonly remedies: Remedies | null
  }
  served: { readonly proof: ProofKind; readonly reference: string }
  serviceFailed: { readonly because: string }
  withdrawn: { readonly how: string; readonly letterNo: string | null }

  /** 条例§44: information asked for that ought to be open to all. */
  proactiveSuggested:
    | { readonly by: 'office'; readonly about: string }
    | { readonly by: 'applicant'; readonly entry: string }

  /**
   * `coDefendant`: the review organ was sued together. `standing`: in which quality this organ stands in the
   * matter; only the organ of the original act counts it (年报填报函). `after`: the reconsideration before a suit.
   * `forum`: name of the review organ or the court.
   */
  disputeFiled: {
    readonly id: string
    readonly dispute: DisputeKind
    readonly caseNo: string
    readonly forum: string | null
    readonly against: 'reply' | 'silence'
    readonly after: string | null
    readonly coDefendant: boolean
    readonly standing: 'originalOrgan' | 'reviewOrgan'
  }
  /**
   * `effective`: false for a judgment under appeal; the case stays pending. `caseNo` and `forum` where they are
   * others than those of the filing, as on appeal.
   */
  disputeDecided: {
    readonly id: string
    readonly result: DisputeResult
    readonly what: string
    readonly effective: boolean
    readonly instance: Instance | null
    readonly caseNo: string | null
    readonly forum: string | null
  }

  /** `paper`: id of the vault. `hash`: SHA-256 of the content, hex. `size` in bytes. */
  paperAdded: {
    readonly paper: string
    readonly hash: string
    readonly purpose: PaperPurpose
    readonly type: string
    readonly size: number
  }
  /** What the gate for enclosures opened on; who answers for it is the actor. */
  paperCleared: {
    readonly hash: string
    readonly findings: number
    readonly acknowledged: readonly { readonly finding: string; readonly reason: string }[]
  }
  /** An enclosure that is not to leave. `replacedBy`: hash of the one that goes in its place, a redacted one. */
  paperWithheld: {
    readonly hash: string
    readonly because: string
    readonly replacedBy: string | null
  }
  /** `letter`: id of the vault. `digest`: hash of the letter's canonical JSON. */
  letterIssued: {
    readonly letter: string
    readonly kind: string
    readonly letterNo: string
    readonly digest: string
    readonly to: Addressee
  }

  archived: { readonly retention: Retention; readonly fileNo: string }
  /** `text`: what the office says of itself. `entry`: what a person wrote, in the vault; `mentions`: who is to see it. */
  annotated: { readonly text: string } | { readonly entry: string; readonly mentions: readonly string[] }
  /** Whoever was mentioned has seen it. */
  noteSeen: Record<string, never>
}

export type EventKind = keyof EventData

/** A fact of a request, before it is stored. */
export type RequestEvent<Kind extends EventKind = EventKind> = {
  readonly [K in Kind]: { readonly kind: K; readonly on: Day; readonly data: EventData[K] }
}[Kind]

/** A fact with who recorded it: what the fold needs of a stored event. */
export type RecordedEvent<Kind extends EventKind = EventKind> = RequestEvent<Kind> &
  Pick<StoredEvent, 'actor'>

export function event<Kind extends EventKind>(kind: Kind, on: Day, data: EventData[Kind]): RequestEvent {
  return { kind, on, data } as RequestEvent
}
