/** Many files over several worker threads, answers in the order of the files. */

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** Files under which starting threads costs more than it saves. */
const fewFiles = 4

/**
 * Runs `inline` or, for many files, the worker over each file and yields the answers in order.
 *
 * @param line ask the workers for JSON lines instead of whole reports
 */
export async function* eachFile<T>(
  files: readonly string[],
  inline: (file: string) => Promise<T>,
  line: boolean,
  threads = Math.min(availableParallelism(), files.length),
): AsyncGenerator<{ readonly index: number; readonly answer: T }> {
  if (files.length < fewFiles || threads < 2) {
    for (const [index, file] of files.entries()) yield { index, answer: await inline(file) }
    return
  }
  const waiting = new Map<number, PromiseWithResolvers<T>>()
  const promiseOf = (id: number) => {
    const known = waiting.get(id)
    if (known) return known
    const fresh = Promise.withResolvers<T>()
    waiting.set(id, fresh)
    return fresh
  }
  let next = 0
  // Answers are kept until their turn; no thread runs further ahead than this.
  const ahead = threads * 32
  let yielded = 0
  const idle: Worker[] = []
  const give = (worker: Worker) => {
    if (next >= files.length || next - yielded >= ahead) {
      idle.push(worker)
      return
    }
    const id = next++
    worker.postMessage({ id, file: files[id], line })
  }
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url))
    worker.on('message', ({ id, answer }: { id: number; answer: T }) => {
      promiseOf(id).resolve(answer)
      give(worker)
    })
    worker.on('error', (error) => {
      for (const { reject } of waiting.values()) reject(error)
    })
    return worker
  })
  try {
    // Two jobs each, so that a thread never waits for the next path.
    for (const worker of [...workers, ...workers]) give(worker)
    for (let index = 0; index < files.length; index++) {
      const answer = await promiseOf(index).promise
      waiting.delete(index)
      yielded = index + 1
      while (idle.length > 0 && next < files.length && next - yielded < ahead) give(idle.pop() as Worker)
      yield { index, answer }
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
