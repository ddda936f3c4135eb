/** What goes on beside the requests: messages leave, and jobs are done by the clock. */

import type { FastifyBaseLogger } from 'fastify'
import { linkProbe } from './carriers/probe-link.ts'
import { type SenderParts, send } from './carriers/sender.ts'
import { checkpointFile } from './checkpoints.ts'
import type { Configuration } from './configuration.ts'
import { dailyJobs } from './daily-jobs.ts'
import { runDue } from './jobs.ts'
import { dayAt } from './office/beijing-time.ts'
import { checkLinks } from './office/documents/check-links.ts'
import { followLog } from './office/messages/follow-log.ts'
import { readWaiting } from './office/reports/examined/read-waiting.ts'
import type { ReadingRoom } from './office/reports/examined/reading-room.ts'
import { type Repeated, repeat } from './repeat.ts'
import { JobRuns } from './store/job-runs.ts'
import type { Store } from './store/store.ts'
import type { SignIn } from './web/sign-in/sign-in.ts'
import type { VisitCounter } from './web/visit-counter.ts'
import type { World } from './world.ts'

/** Milliseconds between two looks into the outbox, and at the list of jobs. */
const senderPause = 5_000
const jobsPause = 30_000
/** Between two looks at what the log says that other systems want to know. */
const followPause = 30_000
/** Between two looks at some links elsewhere, and how long one may take. */
const linksPause = 60_000
const linkPatience = 10_000
/** Between two times that counts of visits are written: what is lost with a process that dies. */
const countPause = 30_000
/** Between two looks for reports that wait to be read: somebody may be sitting before the page. */
const readingPause = 1_000

export const repeatSending = (parts: Omit<SenderParts, 'failed'>, log: FastifyBaseLogger): Repeated =>
  repeat(
    senderPause,
    async (stopped) => {
      const failed = (message: object, error: unknown) =>
        log.error({ ...message, err: error }, 'carrier failed')
      const sent = await send({ ...parts, failed }, stopped)
      if (sent.carried + sent.postponed + sent.givenUp > 0) log.info(sent, 'messages')
    },
    (error) => log.error({ err: error }, 'sender failed'),
  )

export const repeatFollowing = (
  store: Store,
  log: FastifyBaseLogger,
  { now }: Pick<World, 'now'>,
): Repeated =>
  repeat(
    followPause,
    async (stopped) => {
      for (const { id } of await store.organs.all()) if (!stopped()) await followLog(store, id, now())
    },
    (error) => log.error({ err: error }, 'following the log failed'),
  )

/** Links that lead elsewhere are looked at, some at a time. */
export const repeatLinks = (
  store: Pick<Store, 'links'>,
  log: FastifyBaseLogger,
  { now }: Pick<World, 'now'>,
): Repeated => {
  const probe = linkProbe({ patience: linkPatience })
  return repeat(
    linksPause,
    async () => {
      const count = await checkLinks(store, probe, dayAt(now()))
      if (count > 0) log.info({ count }, 'links looked at')
    },
    (error) => log.error({ err: error }, 'looking at links failed'),
  )
}

/** What was counted is written, for the last time when it is stopped. What cannot be written is lost, and that said. */
export const repeatCounting = (
  { visits }: Pick<Store, 'visits'>,
  counter: Pick<VisitCounter, 'take'>,
  log: FastifyBaseLogger,
  { now }: Pick<World, 'now'>,
): Repeated => {
  const write = () => visits.add(counter.take(), dayAt(now()))
  const failed = (error: unknown) => log.error({ err: error }, 'counts of visits were not written')
  const repeated = repeat(countPause, write, failed)
  return {
    async stop() {
      await repeated.stop()
      await write().catch(failed)
    },
  }
}

export const repeatReading = (
  store: Store,
  room: ReadingRoom,
  log: FastifyBaseLogger,
  { now }: Pick<World, 'now'>,
): Repeated =>
  repeat(
    readingPause,
    async (stopped) => {
      const failed = (error: unknown) => log.error({ err: error }, 'a report was not recorded')
      const count = await readWaiting(store, { room, now, stopped, failed })
      if (count > 0) log.info({ count }, 'reports read')
    },
    (error) => log.error({ err: error }, 'reading reports failed'),
  )

export const repeatJobs = (
  store: Store,
  door: Pick<SignIn, 'prune'>,
  configuration: Configuration,
  log: FastifyBaseLogger,
  { now }: Pick<World, 'now'>,
): Repeated => {
  const { GONGKAI_DATA, BACKUP_FOLDER, BACKUP_DAYS, OUTSIDE_LINKS } = configuration
  const jobs = dailyJobs({
    store,
    door,
    checkpoints: checkpointFile(GONGKAI_DATA),
    backups: BACKUP_FOLDER === undefined ? null : { folder: BACKUP_FOLDER, days: BACKUP_DAYS },
    outsideLinks: OUTSIDE_LINKS === 'on',
    // The log is often kept on another machine: there the checkpoints are worth most.
    kept(ends) {
      for (const end of ends) log.info(end, 'checkpoint')
    },
  })
  return repeat(
    jobsPause,
    (stopped) =>
      runDue(jobs, {
        runs: new JobRuns(store),
        organs: async () => (await store.organs.all()).map(({ id }) => id),
        now,
        stopped,
        ran(job, organ, error) {
          if (error === null) log.info({ job, organ }, 'job done')
          else log.error({ job, organ, err: error }, 'job failed')
        },
      }),
    (error) => log.error({ err: error }, 'jobs failed'),
  )
}
