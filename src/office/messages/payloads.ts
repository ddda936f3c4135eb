/** What a carrier is given to send, by topic. Kept sealed until sent; never logged, not even in part. */
import type { ClaimedMessage } from '../ports.ts'

export interface MailPayload {
  /** One address. */
  readonly to: string
  readonly subject: string
  /** Plain text; lines end with '\n'. */
  readonly text: string
}

export interface SmsPayload {
  /** A mobile number, as it was entered. */
  readonly to: string
  readonly text: string
}

export interface WebhookPayload {
  /** An http(s) address. */
  readonly url: string
  /** Posted as JSON. Nothing personal. */
  readonly body: object
}

/** Payload of each topic of the outbox. */
export interface Payloads {
  mail: MailPayload
  sms: SmsPayload
  webhook: WebhookPayload
}

export type Topic = keyof Payloads

/** A claimed message of one topic, with its payload's type. */
export type MessageOf<T extends Topic> = ClaimedMessage & { readonly topic: T; readonly payload: Payloads[T] }
