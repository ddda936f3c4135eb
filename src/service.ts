/** The service: database, server, sender and jobs, started together and stopped in their order. */

import type { FastifyInstance } from 'fastify'
import { send } from './carriers/sender.ts'
import { carriersOf } from './carriers-of.ts'
import { checkpointFile, keepCheckpoints } from './checkpoints.ts'
import type { NotDone } from './cli/operations.ts'
import type { Configuration } from './configuration.ts'
import { dailyJobs } from './daily-jobs.ts'
import { runDue } from './jobs.ts'
import type { Carrier } from './office/ports.ts'
import { openHouse } from './open-house.ts'
import { readinessOf } from './readiness.ts'
import { type Repeated, repeat } from './repeat.ts'
import { sessionSecret } from './secrets.ts'
import { JobRuns } from './store/job-runs.ts'
import type { Store } from './store/store.ts'
import { defaultLimits } from './web/http/limits.ts'
import type { SignIn } from './web/http/sign-in.ts'
import { keyFor } from './web/http/tokens.ts'
import { createServer } from './web/server.ts'
import type { World } from './world.ts'

export interface Service {
  /** Where it is reached. */
  readonly address: string
  /** Lets what is under way come to its end, but no longer than `patience` milliseconds, and closes the database. */
  stop(patience: number): Promise<void>
}

/** Milliseconds between two looks into the outbox, and at the list of jobs. */
const senderPause = 5_000
const jobsPause = 30_000

export const startService = async (
  configuration: Configuration,
  world: World,
): Promise<Service | NotDone> => {
  const secret = sessionSecret(configuration)
  if ('failure' in secret) return secret
  const store = await openHouse(configuration, { now: world.now, migrates: true })
  if ('failure' in store) return store
  const carriers = carriersOf(configuration, world.now)
  const server = createServer({
    ...world,
    office: store,
    signIn: nobody,
    baseUrl: baseUrlOf(configuration),
    tokenKey: keyFor(Buffer.from(secret.secret), 'tokens'),
    limits: defaultLimits,
    ready: () => readinessOf(store, carriers),
    ...(configuration.TRUST_PROXY && { proxies: configuration.TRUST_PROXY }),
  })
  server.log.level = configuration.LOG_LEVEL
  const address = await listening(server, configuration)
  if (typeof address !== 'string') {
    await server.close()
    await store.close()
    return address
  }
  const repeated = [
    repeatSending(store, carriers, server, world),
    repeatJobs(store, configuration, server, world),
  ]
  return {
    address: configuration.BASE_URL ?? address,
    async stop(patience) {
      const impatience = setTimeout(() => server.server.closeAllConnections(), patience)
      await Promise.all([server.close(), ...repeated.map((each) => each.stop())])
      clearTimeout(impatience)
      // While nothing runs, the files of the embedded database lie open to whoever owns the machine.
      await keepCheckpoints(store, checkpointFile(configuration.GONGKAI_DATA), world.now()).catch((error) =>
        server.log.error({ err: error }, 'no checkpoint kept'),
      )
      await store.close()
    },
  }
}

const nobody: SignIn = { whoIs: async () => null, handle: async () => new Response(null, { status: 404 }) }

const baseUrlOf = ({ BASE_URL, HOST, PORT }: Configuration): string => BASE_URL ?? `http://${HOST}:${PORT}`

const listening = async (
  server: FastifyInstance,
  { HOST, PORT }: Configuration,
): Promise<string | NotDone> => {
  try {
    return await server.listen({ host: HOST, port: PORT })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reasons: Readonly<Record<string, string>> = {
      EADDRINUSE: '端口已被占用，请停止占用它的程序，或者用 PORT 换一个端口',
      EACCES: '没有权限使用这个端口，请用 PORT 换一个 1024 以上的端口',
      EADDRNOTAVAIL: '本机没有这个地址，请检查 HOST',
      ENOTFOUND: '没有这个主机名，请检查 HOST',
    }
    if (code === undefined || !(code in reasons)) throw error
    return { failure: 'notListening', message: `不能在 ${HOST}:${PORT} 上监听：${reasons[code]}。` }
  }
}

const repeatSending = (
  store: Store,
  carriers: readonly Carrier[],
  { log }: FastifyInstance,
  { now, random }: World,
): Repeated => {
  const { dispatch } = store
  const failed = (message: object, error: unknown) => log.error({ ...message, err: error }, 'carrier failed')
  return repeat(
    senderPause,
    async (stopped) => {
      const sent = await send({ dispatch, carriers, now, random, failed }, stopped)
      if (sent.carried + sent.postponed + sent.givenUp > 0) log.info(sent, 'messages')
    },
    (error) => log.error({ err: error }, 'sender failed'),
  )
}

const repeatJobs = (
  store: Store,
  configuration: Configuration,
  { log }: FastifyInstance,
  { now }: World,
): Repeated => {
  const { GONGKAI_DATA, BACKUP_FOLDER, BACKUP_DAYS } = configuration
  const jobs = dailyJobs({
    store,
    checkpoints: checkpointFile(GONGKAI_DATA),
    backups: BACKUP_FOLDER === undefined ? null : { folder: BACKUP_FOLDER, days: BACKUP_DAYS },
    // The log is often kept on another machine: there the checkpoints are worth most.
    kept: (ends) => ends.forEach((end) => void log.info(end, 'checkpoint')),
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
