/** Letters by electronic mail, through one SMTP server. */

import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { MessageOf } from '../office/messages/payloads.ts'
import type { Carrier, ClaimedMessage, NotCarried } from '../office/ports.ts'

export interface MailOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly server: string
  /** As it stands in the letter: 'name <address>'. */
  readonly from: string
  /** Milliseconds that connecting, greeting and every answer may take. */
  readonly patience: number
}

/** What nodemailer tells of a failure; its message is not used, since servers quote addresses in theirs. */
interface MailError {
  readonly code?: string
  readonly responseCode?: number
}

const oneAddress = /^[^\s@,;:<>"()[\]\\]+@[^\s@,;:<>"()[\]\\]+$/

export const mailCarrier = ({ server, from, patience }: MailOptions): Carrier => {
  const transport = createTransport({
    url: server,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    topic: 'mail',
    async carry(message) {
      const { to, subject, text } = (message as MessageOf<'mail'>).payload
      if (!oneAddress.test(to)) return { failure: '收件地址不是一个邮箱地址', again: false }
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: messageIdOf(message, from),
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return null
      } catch (error) {
        return notCarried(error as MailError)
      }
    },
  }
}

/** The same for every attempt, so that a letter that left twice is seen to be one. */
const messageIdOf = ({ organ, id }: ClaimedMessage, from: string): string => {
  const domain = /@([^>]+)/.exec(from)?.[1] ?? 'localhost'
  return `<${createHash('sha256').update(`${organ}/${id}`).digest('hex').slice(0, 32)}@${domain}>`
}

/** A server that refuses the letter itself (5xx) will refuse it again; everything else may be mended meanwhile. */
const notCarried = ({ code, responseCode }: MailError): NotCarried => {
  if (code === 'EAUTH') return { failure: '邮件服务器不接受账号或口令', again: true }
  if (responseCode === undefined)
    return { failure: `没有连上邮件服务器（${code ?? '原因不明'}）`, again: true }
  const refusesLetter = responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  return { failure: `邮件服务器没有收下（${responseCode}）`, again: !refusesLetter }
}
