/**
 * Sets documents in type by Typst. The compiler is native code that keeps what it has allocated, so it runs in a
 * worker thread that is replaced after a number of documents and is there only once it is needed.
 */

import { Worker } from 'node:worker_threads'

/** Documents after which the worker is replaced, and seconds a document may take. */
const recycleAfter = 100
const mostSeconds = 60

export interface PressWork {
  /** File name of the template, beside this file. */
  readonly template: string
  /** Name under which the template asks for its data. */
  readonly input: string
  /** Folders of typefaces that go before those that come with the software. */
  readonly fontPaths: readonly string[]
}

type Answer = { readonly bytes: Uint8Array } | { readonly error: string }

/** Makes a PDF of what a template prints, given as JSON; never as markup. */
export type Press = (data: unknown) => Promise<Uint8Array>

/** A press for one template, with a worker of its own. It sets one document at a time; others wait. */
export const press = (work: PressWork): Press => {
  let worker: Worker | null = null
  let done = 0
  let queue: Promise<unknown> = Promise.resolve()

  const retire = (): void => {
    void worker?.terminate()
    worker = null
    done = 0
  }

  const ask = (data: string): Promise<Uint8Array> => {
    worker ??= new Worker(new URL('./press-worker.ts', import.meta.url), { workerData: work })
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

  return (data) => {
    const next = queue.then(() => ask(JSON.stringify(data)))
    queue = next.catch(() => undefined)
    return next
  }
}
