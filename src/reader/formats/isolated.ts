import { availableParallelism } from 'node:os'
import { LIMITS } from './limits.ts'
import { type Outcome, WorkerPool } from './worker-pool.ts'

/** The jobs a worker knows: which file and which of its functions. Listed here so no caller can name another. */
export type Job = 'html' | 'pdf' | 'docx' | 'xlsx' | 'legacy'

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'

const pool = new WorkerPool<Job>({
  module: new URL(`./isolated-worker.${extension}`, import.meta.url),
  // More at once gains nothing on the usual office server and multiplies the memory.
  most: Math.max(1, Math.min(4, availableParallelism())),
  megabytes: LIMITS.workerMegabytes,
})

/**
 * Runs a job on untrusted bytes in a worker thread with a heap limit (`LIMITS.workerMegabytes`) and a time
 * limit in seconds. Never rejects.
 */
export const isolated = <T>(job: Job, argument: unknown, seconds: number): Promise<Outcome<T>> =>
  pool.run(job, argument, seconds)
