import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { Answer, Question } from './pglite-worker.ts'

/**
 * The wire to the embedded database: what the driver writes goes to the thread the database computes in, what that
 * answers is read. So one driver, and one way of reading every type, serves both databases.
 */
class PgliteStream extends Duplex {
  readonly #folder: string | null
  /** Settled when nobody else has the folder open. */
  readonly #free: Promise<void>
  #worker: Worker | null = null
  #answered: ((error: Error | null) => void) | null = null

  constructor(folder: string | null, free: Promise<void>) {
    super()
    this.#folder = folder
    this.#free = free
  }

  /** As a socket does; the driver calls it with an address, of which there is none. */
  connect(): void {
    this.#free.then(() => {
      this.#worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
        workerData: { folder: this.#folder },
      })
      this.#worker.on('message', (answer: Answer) => this.#take(answer))
      this.#worker.on('error', (error) => this.destroy(error as Error))
      this.#worker.on('exit', () => {
        if (!this.writableFinished) this.destroy(new Error('嵌入式数据库已停止运行，请重新启动服务。'))
      })
      // The thread alone must not keep a finished command alive; a query under way does.
      this.#worker.unref()
      this.emit('connect')
    })
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _: BufferEncoding, done: (error: Error | null) => void): void {
    this.#ask({ bytes: chunk }, done)
  }

  /** The parts of one query go together: the database is entered once for all of them. */
  override _writev(chunks: { readonly chunk: Uint8Array }[], done: (error: Error | null) => void): void {
    this.#ask({ bytes: Buffer.concat(chunks.map(({ chunk }) => chunk)) }, done)
  }

  override _final(done: (error: Error | null) => void): void {
    this.#ask({ close: true }, (error) => {
      this.push(null)
      done(error)
    })
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const ended = this.#worker?.terminate() ?? Promise.resolve()
    ended.then(
      () => done(error),
      () => done(error),
    )
    this.#answered?.(error ?? new Error('The embedded database was closed'))
  }

  #ask(question: Question, done: (error: Error | null) => void): void {
    if (this.#worker === null) {
      done(null)
      return
    }
    this.#answered = done
    this.#worker.ref()
    this.#worker.postMessage(question)
  }

  #take(answer: Answer): void {
    const done = this.#answered
    this.#answered = null
    this.#worker?.unref()
    if ('error' in answer) {
      this.destroy(new Error(answer.error))
      return
    }
    if (answer.bytes.length > 0) this.push(answer.bytes)
    done?.(null)
  }
}

export interface PgliteStreams {
  /** A stream; the database is opened when the one before is closed. */
  make(): Duplex
  /** Resolves when the last stream is closed, and with it the database. */
  closed(): Promise<void>
}

/**
 * Makes streams to one embedded database, never two at a time: the database takes no lock, and a second one on the
 * folder would lose rows. `folder` null keeps everything in memory.
 */
export function pgliteStreams(folder: string | null): PgliteStreams {
  let last: Promise<void> = Promise.resolve()
  return {
    make() {
      const stream = new PgliteStream(folder, last)
      last = new Promise((resolve) => stream.once('close', resolve))
      return stream
    },
    closed: () => last,
  }
}
