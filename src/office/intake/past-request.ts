import type { ApplicantKind, IdentityType } from '../../law/application.ts'
import type { Day } from '../../law/day.ts'
import type { GroundKey } from '../../law/grounds.ts'
import type { Channel } from '../../law/receipt.ts'
import type { EndingKey, Method, Opinion, Retention, Variant } from '../requests/index.ts'
import type { DeliveryWay, ProvisionForm } from './content.ts'

/** A request as the register of another system has it: one row, and null where the row says nothing. */
export interface PastRequest {
  /** Its number there, which it keeps. */
  readonly number: string
  readonly variant: Variant

  readonly kind: ApplicantKind
  readonly name: string | null
  readonly idKind: IdentityType | null
  readonly idNumber: string | null
  readonly representative: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  readonly postcode: string | null

  readonly channel: Channel
  readonly arrivedOn: Day
  /** Null where the channel gives the day of receipt by itself, or it was never confirmed (条例§31). */
  readonly receivedOn: Day | null
  readonly oralBecause: string | null

  readonly title: string | null
  readonly docNo: string | null
  readonly features: string | null
  readonly provision: ProvisionForm | null
  readonly delivery: DeliveryWay | null

  readonly correctionAskedOn: Day | null
  readonly correctionBy: Day | null
  readonly correctedOn: Day | null
  readonly extendedOn: Day | null
  /** Working days. */
  readonly extensionDays: number | null
  readonly thirdPartyAskedOn: Day | null
  readonly thirdPartyReachedOn: Day | null
  /** Null where the third party said nothing. */
  readonly thirdPartyAnsweredOn: Day | null
  readonly thirdPartyOpinion: Opinion | null
  readonly reasonsAskedOn: Day | null
  readonly reasonsBy: Day | null
  readonly feeAskedOn: Day | null
  readonly feeServedOn: Day | null
  readonly feePages: number | null
  readonly feePieces: number | null

  /** Null while it is being handled. */
  readonly ending: EndingKey | null
  /** The day that counts as the answer: of posting, of signature, or of the withdrawal. */
  readonly answeredOn: Day | null
  readonly letterNo: string | null
  /** Of a partial grant: why the rest was withheld. */
  readonly ground: GroundKey | null
  /** The law that forbids disclosure or has its own way of access: 《…》第…条. */
  readonly law: string | null
  /** Of a repeated request: the earlier one and the reply to it. */
  readonly earlierNumber: string | null
  readonly earlierLetterNo: string | null
  readonly earlierAnsweredOn: Day | null

  readonly method: Method | null
  readonly trackingNo: string | null
  readonly servedOn: Day | null
  readonly retention: Retention | null
  readonly fileNo: string | null
  readonly archivedOn: Day | null
}
