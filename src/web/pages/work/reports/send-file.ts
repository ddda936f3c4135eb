import { sendForm } from '../send-form.ts'
import type { Kept } from './upload.ts'

/** What became of a file that was sent; or why it was not taken at all. */
export type Sent = Kept | { readonly fault: string }

const notSent = '没有传上去，请检查网络后再传一次。'

/** Sends one file and tells how much of it is on its way, from 0 to 1. */
export async function sendFile(to: string, file: File, tell: (share: number) => void): Promise<Sent> {
  const form = new FormData()
  form.append('files', file, file.name)
  const answer = await sendForm(to, form, tell)
  return isSent(answer) ? answer : { fault: notSent }
}

const isSent = (answer: unknown): answer is Sent =>
  typeof answer === 'object' &&
  answer !== null &&
  ('fault' in answer || ('kept' in answer && 'refused' in answer))
