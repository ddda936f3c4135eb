import { Worker } from 'node:worker_threads'
import type { Answer, Request } from './pglite-worker.ts'

export interface Rows {
  readonly rows: unknown[]
  readonly affected: number | undefined
}

interface Waiting {
  readonly resolve: (rows: Rows) => void
  readonly reject: (error: Error) => void
}

/** The embedded database as seen from the server's thread. `folder` null keeps everything in memory. */
export class PgliteClient {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #last = 0
  #ended: Error | null = null

  constructor(folder: string | null) {
    this.#worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: { folder } })
    this.#worker.on('message', (answer: Answer) => this.#answered(answer))
    this.#worker.on('error', (error) => this.#fail(error as Error))
    this.#worker.on('exit', () => this.#fail(new Error('嵌入式数据库已停止运行，请重新启动服务。')))
    // The thread alone must not keep a finished command alive; a query under way does.
    this.#worker.unref()
  }

  query(sql: string, parameters: readonly unknown[]): Promise<Rows> {
    return this.#ask({ id: ++this.#last, sql, parameters })
  }

  async close(): Promise<void> {
    if (this.#ended) return
    await this.#ask({ id: ++this.#last, close: true })
    await this.#worker.terminate()
  }

  #ask(request: Request): Promise<Rows> {
    if (this.#ended) return Promise.reject(this.#ended)
    const { promise, resolve, reject } = Promise.withResolvers<Rows>()
    if (this.#waiting.size === 0) this.#worker.ref()
    this.#waiting.set(request.id, { resolve, reject })
    this.#worker.postMessage(request)
    return promise
  }

  #answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (this.#waiting.size === 0) this.#worker.unref()
    if ('error' in answer) waiting?.reject(Object.assign(new Error(answer.error.message), answer.error))
    else waiting?.resolve({ rows: answer.rows as unknown[], affected: answer.affected })
  }

  #fail(error: Error): void {
    this.#ended ??= error
    for (const { reject } of this.#waiting.values()) reject(this.#ended)
    this.#waiting.clear()
  }
}
