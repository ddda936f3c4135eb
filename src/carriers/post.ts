/** One POST to a system outside, with what may go wrong told without a word of what was sent. */

import type { NotCarried } from '../office/ports.ts'

export interface Posting {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Milliseconds for the whole of it. */
  readonly patience: number
  /** Who is spoken to, in the words of the failure: '短信网关'. */
  readonly whom: string
}

/** Bytes of an answer that are looked at. */
const longest = 64 * 1024

/** The text of an answer with a status of 2xx. No redirection is followed: it would lead the message elsewhere. */
export const post = async (posting: Posting): Promise<{ readonly answer: string } | NotCarried> => {
  const { url, headers, body, patience, whom } = posting
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    const answer = await beginningOf(response)
    if (response.ok) return { answer }
    return { failure: `${whom}没有收下（HTTP ${response.status}）`, again: mayPass(response.status) }
  } catch (error) {
    const late = (error as Error).name === 'TimeoutError'
    return { failure: late ? `${whom}没有按时回答` : `没有连上${whom}`, again: true }
  }
}

/** What the receiver finds wrong with the message stays wrong; what is wrong with itself, or with our right, not. */
const mayPass = (status: number): boolean =>
  status >= 500 || status < 400 || [401, 403, 404, 408, 425, 429].includes(status)

const beginningOf = async ({ body }: Response): Promise<string> => {
  if (body === null) return ''
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    parts.push(part)
    size += part.length
    if (size >= longest) break
  }
  return Buffer.concat(parts).subarray(0, longest).toString('utf8')
}
