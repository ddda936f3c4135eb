/** Short messages through a gateway that takes them by HTTP. What the gateway wants to be told is configuration. */

import type { MessageOf } from '../office/messages/payloads.ts'
import type { Carrier } from '../office/ports.ts'
import { post } from './post.ts'

export interface SmsOptions {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Fields of what is posted; `{to}` and `{text}` in a value stand for number and text. */
  readonly body: Readonly<Record<string, string | number | boolean>>
  readonly format: 'json' | 'form'
  /** 'field=value' that the answer must have; without it every 2xx is a yes. */
  readonly success?: string | undefined
  /** Milliseconds. */
  readonly patience: number
}

export const smsCarrier = (options: SmsOptions): Carrier => ({
  topic: 'sms',
  async carry(message) {
    const { to, text } = (message as MessageOf<'sms'>).payload
    const number = mobileNumber(to)
    if (number === null) return { failure: '收件号码不是手机号码', again: false }
    const posted = await post({
      url: options.url,
      ...written(options, filled(options.body, { to: number, text })),
      patience: options.patience,
      whom: '短信网关',
    })
    if ('failure' in posted) return posted
    return accepted(options.success, posted.answer)
  },
})

/** Eleven digits, with the spaces, hyphens, full-width digits and country code that people write taken off. */
const mobileNumber = (to: string): string | null => {
  const plain = to.normalize('NFKC').replace(/[\s-]/g, '')
  return /^(?:\+?86)?(1[3-9]\d{9})$/.exec(plain)?.[1] ?? null
}

const filled = (body: SmsOptions['body'], values: { to: string; text: string }): SmsOptions['body'] =>
  Object.fromEntries(
    Object.entries(body).map(([field, value]) => [
      field,
      // One pass over the template: a text that has "{to}" in it stays as it is.
      typeof value === 'string'
        ? value.replace(/\{(to|text)\}/g, (_, name: 'to' | 'text') => values[name])
        : value,
    ]),
  )

const written = ({ format, headers }: SmsOptions, body: SmsOptions['body']) => {
  const [type, text] =
    format === 'json'
      ? ['application/json', JSON.stringify(body)]
      : [
          'application/x-www-form-urlencoded',
          new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)])).toString(),
        ]
  return { headers: { 'content-type': type, ...headers }, body: text }
}

const accepted = (success: string | undefined, answer: string) => {
  if (success === undefined) return null
  const [path = '', expected] = success.split(/=(.*)/s)
  const found = fieldOf(answer, path)
  if (found === expected) return null
  // A gateway may quote number or text in its answer: only what looks like a code is passed on.
  const code =
    found !== null && /^(?:-?\d{1,6}|[A-Za-z][\w.]{0,30})$/.test(found) ? `${path}=${found}` : '回答不合约定'
  return { failure: `短信网关没有收下（${code}）`, again: true }
}

/** A field of a JSON answer as text; null where there is no such field. */
const fieldOf = (answer: string, path: string): string | null => {
  try {
    const found = path
      .split('.')
      .reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], JSON.parse(answer))
    return found === undefined || typeof found === 'object' ? null : String(found)
  } catch {
    return null
  }
}
