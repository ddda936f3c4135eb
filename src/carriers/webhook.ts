/** Notices to another system of the house: JSON over HTTP, signed so that the receiver can tell who sent it. */

import { createHmac } from 'node:crypto'
import type { MessageOf } from '../office/messages/payloads.ts'
import type { Carrier, Moment } from '../office/ports.ts'
import { post } from './post.ts'

export interface WebhookOptions {
  /** Schemes and hosts of the systems, such as https://oa.example. Notices go nowhere else, whatever was settled. */
  readonly origins: readonly string[]
  readonly secret: string
  /** Milliseconds. */
  readonly patience: number
  readonly now: () => Moment
}

/**
 * The receiver computes HMAC-SHA-256 under the secret over timestamp, full stop and body, compares it with
 * `Gongkai-Signature`, and refuses what is older than a few minutes. `Gongkai-Message` is the same for each
 * attempt: what came twice is known by it.
 */
export const webhookCarrier = ({ origins, secret, patience, now }: WebhookOptions): Carrier => ({
  topic: 'webhook',
  async carry(message) {
    const { payload, organ, id } = message as MessageOf<'webhook'>
    if (!origins.includes(URL.parse(payload.url)?.origin ?? ''))
      return { failure: '推送地址不在允许的主机（WEBHOOK_HOSTS）上', again: false }
    const body = JSON.stringify(payload.body)
    const timestamp = String(Math.floor(Date.parse(now()) / 1000))
    const posted = await post({
      url: payload.url,
      headers: {
        'content-type': 'application/json',
        'gongkai-message': encodeURIComponent(`${organ}/${id}`),
        'gongkai-timestamp': timestamp,
        'gongkai-signature': signature(secret, timestamp, body),
      },
      body,
      patience,
      whom: '接收通知的系统',
    })
    return 'failure' in posted ? posted : null
  },
})

/** 'sha256=' and hex, over 'timestamp.body'. */
export const signature = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`, 'utf8').digest('hex')}`
