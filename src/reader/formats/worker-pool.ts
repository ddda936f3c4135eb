import { parentPort, Worker } from 'node:worker_threads'

/** What became of a job: its value, or why there is none. `failed` carries the name of the error, never its text. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly reason: 'timeout' | 'memory' | 'failed' | 'closed'
      readonly error: string
    }

export interface WorkerPoolOptions {
  /** The module of the workers, which calls `serveJobs`. */
  readonly module: URL
  /** Workers at once. */
  readonly most: number
  /** Heap of one worker, in megabytes. */
  readonly megabytes: number
}

interface Pending<Job extends string> {
  readonly job: Job
  readonly argument: unknown
  readonly seconds: number
  readonly settle: (outcome: Outcome<unknown>) => void
}

/** A worker that has done this many jobs is replaced, so that a leak in a library stays small. */
const RECYCLE_AFTER = 200

/** Worker threads that stay warm between jobs; one in which a job goes wrong is thrown away. */
export class WorkerPool<Job extends string> {
  readonly #options: WorkerPoolOptions
  readonly #waiting: Pending<Job>[] = []
  readonly #idle: Seat<Job>[] = []
  readonly #seats = new Set<Seat<Job>>()
  #closed = false

  constructor(options: WorkerPoolOptions) {
    this.#options = options
  }

  /**
   * Runs a job with a time limit in seconds. Jobs beyond the number of workers wait their turn, and waiting does not
   * count. Never rejects.
   */
  run<T>(job: Job, argument: unknown, seconds: number): Promise<Outcome<T>> {
    return new Promise((resolve) => {
      const settle = resolve as (outcome: Outcome<unknown>) => void
      if (this.#closed) return settle(closed)
      this.#waiting.push({ job, argument, seconds, settle })
      this.#next()
    })
  }

  /** Ends all workers; jobs under way and waiting end as 'closed'. */
  async close(): Promise<void> {
    this.#closed = true
    for (const { settle } of this.#waiting.splice(0)) settle(closed)
    await Promise.all([...this.#seats].map((seat) => seat.end(closed)))
  }

  #next(): void {
    while (this.#waiting.length > 0) {
      const seat = this.#idle.pop() ?? this.#newSeat()
      if (seat === null) return
      seat.take(this.#waiting.shift()!)
    }
  }

  #newSeat(): Seat<Job> | null {
    if (this.#seats.size >= this.#options.most) return null
    const seat: Seat<Job> = new Seat(this.#options, (keeps) => {
      if (keeps) this.#idle.push(seat)
      else this.#drop(seat)
      if (!this.#closed) this.#next()
    })
    this.#seats.add(seat)
    return seat
  }

  #drop(seat: Seat<Job>): void {
    this.#seats.delete(seat)
    const place = this.#idle.indexOf(seat)
    if (place !== -1) this.#idle.splice(place, 1)
  }
}

const closed = { ok: false, reason: 'closed', error: 'closed' } as const

/** One warm worker: it keeps its libraries loaded between jobs. */
class Seat<Job extends string> {
  readonly #worker: Worker
  readonly #freed: (keeps: boolean) => void
  #done = 0
  #current: { pending: Pending<Job>; timer: NodeJS.Timeout | undefined } | undefined
  #online = false

  /** `freed`: told after each job whether this one can be given another. */
  constructor({ module, megabytes }: WorkerPoolOptions, freed: (keeps: boolean) => void) {
    this.#freed = freed
    this.#worker = new Worker(module, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
      execArgv: [],
    })
    this.#worker.on('message', (message: 'ready' | Outcome<unknown>) => {
      if (message === 'ready') this.#start()
      else this.#settle(message)
    })
    this.#worker.on('error', (error: Error & { code?: string }) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.#settle({ ok: false, reason: memory ? 'memory' : 'failed', error: memory ? error.name : exit })
    })
    this.#worker.on('exit', () => {
      this.#settle({ ok: false, reason: 'failed', error: exit })
      this.#freed(false)
    })
    this.#worker.unref()
  }

  take(pending: Pending<Job>): void {
    this.#current = { pending, timer: undefined }
    this.#worker.ref()
    if (this.#online) this.#start()
  }

  async end(outcome: Outcome<unknown>): Promise<void> {
    this.#settle(outcome)
    await this.#worker.terminate()
  }

  /** The clock starts once the worker runs, not while a loaded machine is still creating the thread. */
  #start(): void {
    this.#online = true
    if (this.#current === undefined) return
    const { pending } = this.#current
    const expire = () => this.#settle({ ok: false, reason: 'timeout', error: 'timeout' })
    this.#current.timer = setTimeout(expire, pending.seconds * 1000)
    this.#worker.postMessage({ job: pending.job, argument: pending.argument })
  }

  #settle(outcome: Outcome<unknown>): void {
    const current = this.#current
    this.#current = undefined
    if (current === undefined) return
    clearTimeout(current.timer)
    this.#worker.unref()
    const broken = !outcome.ok && (outcome.reason !== 'failed' || outcome.error === exit)
    const keeps = !broken && ++this.#done < RECYCLE_AFTER
    if (!keeps) void this.#worker.terminate()
    current.pending.settle(outcome)
    this.#freed(keeps)
  }
}

/** In place of an error's name: the worker itself ended. */
const exit = 'exit'

/** The worker's side: does the jobs it is sent and answers each. */
export function serveJobs<Job extends string>(
  jobs: Readonly<Record<Job, (argument: never) => unknown>>,
): void {
  // Libraries talk to the console about damaged files; nobody reads that, and it may quote the source.
  process.stdout.write = () => true
  process.stderr.write = () => true
  // A library that loses a promise must not take the worker, and the answer, with it.
  process.on('unhandledRejection', () => {})
  parentPort?.on('message', async ({ job, argument }: { job: Job; argument: never }) => {
    try {
      parentPort?.postMessage({ ok: true, value: await jobs[job](argument) })
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown'
      parentPort?.postMessage({ ok: false, reason: 'failed', error: name })
    }
  })
  parentPort?.postMessage('ready')
}
