/**
 * What the service does by the clock. A job is due once a day from its hour on, Beijing time; a day that was missed
 * is made up for when the service is there again. A table remembers what is done, so that of several processes on
 * one database one does it.
 */

import { addDays, type Day } from './law/day.ts'
import { dayAt } from './office/beijing-time.ts'
import type { Moment, OrganId } from './office/ports.ts'
import type { JobRuns } from './store/job-runs.ts'

export interface DailyJob {
  readonly name: string
  /** Beijing time, 'HH:MM'. */
  readonly from: string
  /** Whether it is done for each organ or once for the whole house; `organ` is then ''. */
  readonly scope: 'organ' | 'house'
  run(organ: OrganId, at: JobTime): Promise<void>
}

/** When a job runs: the moment, and the civil day of it, also where it makes up for a day before. */
export interface JobTime {
  readonly now: Moment
  readonly today: Day
}

export interface JobParts {
  readonly runs: Pick<JobRuns, 'claim' | 'done' | 'failed' | 'doneFor'>
  readonly organs: () => Promise<readonly OrganId[]>
  readonly now: () => Moment
  /** Told of each run; `error` where it failed. */
  readonly ran: (job: string, organ: OrganId, error: unknown) => void
  readonly stopped: () => boolean
}

const minute = 60_000
/** How long a run may take before another process may think it dead. */
const lease = 30 * minute
const pauseAfterFailure = 10 * minute

/** The last day on which the job's hour has come. */
export const lastDue = (from: string, now: Moment): Day => {
  const today = dayAt(now)
  return now >= momentOf(today, from) ? today : addDays(today, -1)
}

const momentOf = (day: Day, time: string): Moment => new Date(`${day}T${time}:00+08:00`).toISOString()

/** Does what is due and not done yet, one after another. */
export const runDue = async (jobs: readonly DailyJob[], parts: JobParts): Promise<void> => {
  for (const job of jobs) {
    const day = lastDue(job.from, parts.now())
    const done = await parts.runs.doneFor(job.name, day)
    const organs = job.scope === 'house' ? [''] : await parts.organs()
    for (const organ of organs.filter((each) => !done.has(each))) {
      if (parts.stopped()) return
      await runOne(job, organ, day, parts)
    }
  }
}

const runOne = async (job: DailyJob, organ: OrganId, day: Day, parts: JobParts): Promise<void> => {
  const { runs, ran } = parts
  const run = { organ, job: job.name, day }
  const now = parts.now()
  if (!(await runs.claim(run, now, later(now, lease)))) return
  try {
    await job.run(organ, { now, today: dayAt(now) })
    await runs.done(run, parts.now())
    ran(job.name, organ, null)
  } catch (error) {
    ran(job.name, organ, error)
    await runs.failed(run, nameOf(error), later(parts.now(), pauseAfterFailure))
  }
}

/** The error's class and code: its text may quote what was worked on. */
const nameOf = (error: unknown): string => {
  const { name = 'Error', code } = (error ?? {}) as { name?: string; code?: unknown }
  return typeof code === 'string' ? `${name} ${code}` : name
}

const later = (moment: Moment, milliseconds: number): Moment =>
  new Date(Date.parse(moment) + milliseconds).toISOString()
