import type { Kept } from './upload.ts'

/** What became of a file that was sent; or why it was not taken at all. */
export type Sent = Kept | { readonly fault: string }

const notSent = '没有传上去，请检查网络后再传一次。'

/** Sends one file and tells how much of it is on its way, from 0 to 1. `fetch` does not tell. */
export const sendFile = (to: string, file: File, tell: (share: number) => void): Promise<Sent> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('files', file, file.name)
    request.open('POST', to)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => tell(total === 0 ? 1 : loaded / total)
    request.onload = () => resolve(isSent(request.response) ? request.response : { fault: notSent })
    request.onerror = () => resolve({ fault: notSent })
    request.send(form)
  })

const isSent = (answer: unknown): answer is Sent =>
  typeof answer === 'object' &&
  answer !== null &&
  ('fault' in answer || ('kept' in answer && 'refused' in answer))
