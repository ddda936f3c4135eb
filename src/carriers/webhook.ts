/** Notices to another system of the house: JSON over HTTP, signed so that the receiver can tell who sent it. */

import { createHmac } from 'node:crypto'
import type { MessageOf } from '../office/messages/payloads.ts'
import type { Carrier, Moment } from '../office/ports.ts'
import { post } from './post.ts'

export interface WebhookOptions {
  /** Any address of the system; notices go to no other host than this one's. */
  readonly url: string
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
export const webhookCarrier = ({ url, secret, patience, now }: WebhookOptions): Carrier => ({
  topic: 'webhook',
  async carry(message) {
    const { payload, organ, id } = message as MessageOf<'webhook'>
    if (!URL.canParse(payload.url) || new URL(payload.url).origin !== new URL(url).origin)
      return { failure: '接收地址不在配置的主机（WEBHOOK_URL）上', again: false }
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
