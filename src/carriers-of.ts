/** The carriers that a configuration asks for. */

import { mailCarrier } from './carriers/mail.ts'
import { smsCarrier } from './carriers/sms.ts'
import { webhookCarrier } from './carriers/webhook.ts'
import type { Configuration } from './configuration.ts'
import type { Topic } from './office/messages/payloads.ts'
import type { Carrier, Moment } from './office/ports.ts'

/** Milliseconds that a system outside has to answer. */
const patience = 15_000

export const carriersOf = (configuration: Configuration, now: () => Moment): readonly Carrier[] => {
  const { SMTP_URL, MAIL_FROM, SMS_URL, SMS_BODY, WEBHOOK_HOSTS, WEBHOOK_SECRET } = configuration
  const carriers: Carrier[] = []
  if (SMTP_URL !== undefined && MAIL_FROM !== undefined)
    carriers.push(mailCarrier({ server: SMTP_URL, from: MAIL_FROM, patience }))
  if (SMS_URL !== undefined && SMS_BODY !== undefined)
    carriers.push(
      smsCarrier({
        url: SMS_URL,
        headers: configuration.SMS_HEADERS,
        body: SMS_BODY,
        format: configuration.SMS_FORMAT,
        success: configuration.SMS_SUCCESS,
        patience,
      }),
    )
  if (WEBHOOK_HOSTS !== undefined && WEBHOOK_SECRET !== undefined)
    carriers.push(webhookCarrier({ origins: WEBHOOK_HOSTS, secret: WEBHOOK_SECRET, patience, now }))
  return carriers
}

/** How each topic is called where an administrator is told that it has no carrier. */
export const topicNames: Readonly<Record<Topic, string>> = {
  mail: '邮件（SMTP_URL）',
  sms: '短信（SMS_URL）',
  webhook: '通知（WEBHOOK_HOSTS）',
}

/** Topics for which nothing is configured. */
export const withoutCarrier = (carriers: readonly Carrier[]): readonly Topic[] =>
  (Object.keys(topicNames) as Topic[]).filter((topic) => !carriers.some((each) => each.topic === topic))
