/** Takes what waits in the outbox out of the house: claim, carry, and say what became of it. At least once. */

import type { Carrier, ClaimedMessage, Dispatch, Moment } from '../office/ports.ts'

export interface SenderParts {
  readonly dispatch: Dispatch
  readonly carriers: readonly Carrier[]
  /** The time now. */
  readonly now: () => Moment
  /** From 0 up to 1: spreads the attempts of many messages that failed together. */
  readonly random: () => number
  /** An attempt that ended in a bug of a carrier. The error may quote what was sent: it is not to be logged whole. */
  readonly failed: (message: Pick<ClaimedMessage, 'organ' | 'id' | 'topic'>, error: unknown) => void
}

/** What one round did. */
export interface Sent {
  readonly carried: number
  readonly postponed: number
  readonly givenUp: number
}

/** Messages under way at once with one carrier: more connections at a time than this, mail servers refuse. */
const batch = 5
/** Milliseconds after which somebody else may claim what this sender did not finish. */
const lease = 5 * 60_000
/** Attempts before a message is given up: about half a day of them. */
export const attempts = 12
const firstPause = 30_000
const longestPause = 6 * 3_600_000

/** Milliseconds before the next attempt: doubling, up to six hours, less up to a half by chance. */
export const pauseAfter = (attempt: number, random: number): number =>
  Math.round(Math.min(firstPause * 2 ** (attempt - 1), longestPause) * (1 - random / 2))

/**
 * Sends what is due, until nothing is left or `stopped` says so. Each carrier has its own queue, so that a mail
 * server that hangs does not hold up short messages. Messages without a carrier are not touched: they wait.
 */
export const send = async (parts: SenderParts, stopped: () => boolean): Promise<Sent> => {
  const sent = await Promise.all(parts.carriers.map((carrier) => sendBy(carrier, parts, stopped)))
  const sum = (of: keyof Sent) => sent.reduce((total, each) => total + each[of], 0)
  return { carried: sum('carried'), postponed: sum('postponed'), givenUp: sum('givenUp') }
}

const sendBy = async (carrier: Carrier, parts: SenderParts, stopped: () => boolean): Promise<Sent> => {
  const { dispatch, now } = parts
  const count = { carried: 0, postponed: 0, givenUp: 0 }
  while (!stopped()) {
    const messages = await dispatch.claim(now(), later(now(), lease), batch, carrier.topic)
    const outcomes = await Promise.all(messages.map((message) => sendOne(carrier, parts, message)))
    for (const outcome of outcomes) count[outcome]++
    if (messages.length < batch) break
  }
  return count
}

const sendOne = async (
  carrier: Carrier,
  parts: SenderParts,
  message: ClaimedMessage,
): Promise<keyof Sent> => {
  const { dispatch, now, random } = parts
  const { organ, id, topic, attempt } = message
  const refusal = await carrier.carry(message).catch((error: unknown) => {
    parts.failed({ organ, id, topic }, error)
    return { failure: '发送程序出错，请查看日志', again: true }
  })
  if (refusal === null) {
    await dispatch.done(organ, id, now())
    return 'carried'
  }
  const again = refusal.again && attempt < attempts
  const reason = refusal.again && !again ? `${refusal.failure}；已试 ${attempt} 次` : refusal.failure
  await dispatch.failed(organ, id, reason, again ? later(now(), pauseAfter(attempt, random())) : null)
  return again ? 'postponed' : 'givenUp'
}

const later = (moment: Moment, milliseconds: number): Moment =>
  new Date(Date.parse(moment) + milliseconds).toISOString()
