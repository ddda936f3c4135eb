import { sql } from 'kysely'
import type { Day } from '../law/day.ts'
import type { Moment, OrganId } from '../office/ports.ts'
import type { Store } from './store.ts'

/** How a job went on a day, over all organs it was begun for. */
export interface LastRun {
  readonly job: string
  readonly day: Day
  readonly runs: number
  readonly done: number
  readonly doneAt: Moment | null
  /** A code or a class. */
  readonly error: string | null
}

/** A job on a day, for an organ; '' where it is of the whole house. */
export interface JobRun {
  readonly organ: OrganId
  readonly job: string
  readonly day: Day
}

/**
 * Which jobs were done on which day, so that of several processes on one database one does each, and a day that
 * was missed is seen to be. A process that dies lets its claim run out.
 */
export class JobRuns {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  /** True where the run is now this process's until the moment `until`: it is not done and nobody has it. */
  async claim({ organ, job, day }: JobRun, now: Moment, until: Moment): Promise<boolean> {
    const { rows } = await sql`
      insert into job_run (organ, job, day, claimed_until, attempts)
      values (${organ}, ${job}, ${day}, ${until}, 1)
      on conflict (organ, job, day) do update
        set claimed_until = excluded.claimed_until, attempts = job_run.attempts + 1
        where job_run.done_at is null and job_run.claimed_until <= ${now}::timestamptz
      returning attempts`.execute(this.#store.database)
    return rows.length > 0
  }

  async done(run: JobRun, at: Moment): Promise<void> {
    await this.#update(run, { done_at: at, last_error: null })
  }

  /** May be claimed again from `retryAt` on. The error is a code or a class, nothing that was worked on. */
  async failed(run: JobRun, error: string, retryAt: Moment): Promise<void> {
    await this.#update(run, { claimed_until: retryAt, last_error: error })
  }

  /** Organs for which the job of that day is done. */
  async doneFor(job: string, day: Day): Promise<ReadonlySet<OrganId>> {
    const rows = await this.#store.database
      .selectFrom('job_run')
      .select('organ')
      .where('job', '=', job)
      .where('day', '=', day)
      .where('done_at', 'is not', null)
      .execute()
    return new Set(rows.map(({ organ }) => organ))
  }

  /** Every job as it went on its last day, by name. */
  async last(): Promise<readonly LastRun[]> {
    const { rows } = await sql<LastRun>`
      select job, day, count(*)::int4 as runs, count(done_at)::int4 as done, max(done_at) as "doneAt",
        max(last_error) as error
      from job_run as r where day = (select max(day) from job_run as l where l.job = r.job)
      group by job, day order by job`.execute(this.#store.database)
    return rows
  }

  async forgetBefore(day: Day): Promise<void> {
    await this.#store.database.deleteFrom('job_run').where('day', '<', day).execute()
  }

  async #update(
    { organ, job, day }: JobRun,
    change: { last_error: string | null; done_at?: Moment; claimed_until?: Moment },
  ): Promise<void> {
    await this.#store.database
      .updateTable('job_run')
      .set(change)
      .where('organ', '=', organ)
      .where('job', '=', job)
      .where('day', '=', day)
      .execute()
  }
}
