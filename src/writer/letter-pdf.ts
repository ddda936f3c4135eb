/**
 * A letter as PDF/A-2b, tagged, set by Typst in a worker thread that is replaced after a number of letters, since
 * the compiler keeps what it has allocated.
 */

import { Worker } from 'node:worker_threads'
import { characterPitch, copiesText, headSize, type Letter, titleLines } from './letter.ts'

/** Letters after which the worker is replaced, and seconds a letter may take. */
const recycleAfter = 200
const mostSeconds = 60
/** Size in points of the text, 3号. */
const textSize = 16

/** What `letter.typ` prints. */
const dataOf = (letter: Letter): string =>
  JSON.stringify({
    ...letter,
    author: [letter.signature],
    titleLines: titleLines(letter.title),
    headSize: headSize(letter.head),
    tracking: characterPitch - textSize,
    copies: letter.copies.length > 0 ? copiesText(letter.copies) : null,
  })

type Answer = { readonly bytes: Uint8Array } | { readonly error: string }

/** Sets letters; one at a time, others wait. */
export type LetterPress = (letter: Letter) => Promise<Uint8Array>

/**
 * A press of its own. `fontPaths` are folders with typefaces the organ has a licence for: 仿宋_GB2312 and
 * 方正小标宋 are used where they are found, else Noto Serif stands in for both.
 */
export const letterPress = (fontPaths: readonly string[] = []): LetterPress => {
  let worker: Worker | null = null
  let done = 0
  let queue: Promise<unknown> = Promise.resolve()

  const retire = (): void => {
    void worker?.terminate()
    worker = null
    done = 0
  }

  const ask = (data: string): Promise<Uint8Array> => {
    worker ??= new Worker(new URL('./letter-pdf-worker.ts', import.meta.url), { workerData: { fontPaths } })
    const current = worker
    current.ref()
    return new Promise<Uint8Array>((resolve, reject) => {
      const finish = (last: () => void) => {
        clearTimeout(timer)
        current.off('error', fail).off('exit', end).off('message', answer)
        current.unref()
        last()
      }
      const fail = (error: Error) =>
        finish(() => {
          retire()
          reject(error)
        })
      const end = () => fail(new Error('PDF worker ended'))
      const answer = (said: Answer) =>
        finish(() => {
          if (++done >= recycleAfter) retire()
          if ('bytes' in said) resolve(said.bytes)
          else reject(new Error(said.error))
        })
      const timer = setTimeout(
        () => fail(new Error(`PDF not ready after ${mostSeconds} s`)),
        mostSeconds * 1000,
      )
      current.on('error', fail).on('exit', end).on('message', answer)
      current.postMessage(data)
    })
  }

  return (letter) => {
    const next = queue.then(() => ask(dataOf(letter)))
    queue = next.catch(() => undefined)
    return next
  }
}

/** The letter as PDF, in the typefaces that come with the software. */
export const writeLetterPdf: LetterPress = letterPress()
