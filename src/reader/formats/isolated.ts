import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { LIMITS } from './limits.ts'

/** What became of a job: its value, or why there is none. `failed` carries the name of the error, never its text. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'timeout' | 'memory' | 'failed'; readonly error: string }

/** The jobs a worker knows: which file and which of its functions. Listed here so no caller can name another. */
export type Job = 'html' | 'pdf' | 'docx' | 'xlsx' | 'legacy'

interface Pending {
  readonly job: Job
  readonly argument: unknown
  readonly seconds: number
  readonly settle: (outcome: Outcome<unknown>) => void
}

/** More at once gains nothing on the usual office server and multiplies the memory. */
const MOST = Math.max(1, Math.min(4, availableParallelism()))
/** A worker that has read this many files is replaced, so that a leak in a library stays small. */
const RECYCLE_AFTER = 200

const waiting: Pending[] = []
const idle: Seat[] = []
let seats = 0

/** One warm worker: it keeps its libraries loaded between jobs and is thrown away when a job goes wrong. */
class Seat {
  readonly worker: Worker
  done = 0
  current: { pending: Pending; timer: NodeJS.Timeout | undefined } | undefined
  online = false

  constructor() {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    this.worker = new Worker(new URL(`./isolated-worker.${extension}`, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.workerMegabytes, maxYoungGenerationSizeMb: 64 },
      execArgv: [],
    })
    this.worker.on('message', (message: 'ready' | Outcome<unknown>) => {
      if (message === 'ready') this.start()
      else this.settle(message)
    })
    this.worker.on('error', (error: Error & { code?: string }) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.settle({ ok: false, reason: memory ? 'memory' : 'failed', error: error.name })
    })
    this.worker.on('exit', () => this.settle({ ok: false, reason: 'failed', error: 'exit' }))
    this.worker.unref()
  }

  take(pending: Pending): void {
    this.current = { pending, timer: undefined }
    this.worker.ref()
    if (this.online) this.start()
  }

  /** The clock starts once the worker runs, not while a loaded machine is still creating the thread. */
  start(): void {
    this.online = true
    if (this.current === undefined) return
    const { pending } = this.current
    const expire = (): void => {
      this.settle({ ok: false, reason: 'timeout', error: 'timeout' })
    }
    this.current.timer = setTimeout(expire, pending.seconds * 1000)
    this.worker.postMessage({ job: pending.job, argument: pending.argument })
  }

  settle(outcome: Outcome<unknown>): void {
    const current = this.current
    this.current = undefined
    if (current === undefined) return
    clearTimeout(current.timer)
    this.worker.unref()
    const broken = !outcome.ok && (outcome.reason !== 'failed' || outcome.error === 'exit')
    if (broken || ++this.done >= RECYCLE_AFTER) {
      seats--
      void this.worker.terminate()
    } else idle.push(this)
    current.pending.settle(outcome)
    next()
  }
}

function next(): void {
  while (waiting.length > 0) {
    let seat = idle.pop()
    if (seat === undefined && seats < MOST) {
      seats++
      seat = new Seat()
    }
    if (seat === undefined) return
    seat.take(waiting.shift()!)
  }
}

/**
 * Runs a job on untrusted bytes in a worker thread with a heap limit (`LIMITS.workerMegabytes`) and a time
 * limit in seconds. Jobs beyond the number of workers wait their turn, and waiting does not count. Never rejects.
 */
export function isolated<T>(job: Job, argument: unknown, seconds: number): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    waiting.push({ job, argument, seconds, settle: resolve as (outcome: Outcome<unknown>) => void })
    next()
  })
}
