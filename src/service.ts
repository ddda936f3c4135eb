/** The service: database, server, sender and jobs, started together and stopped in their order. */

import { carriersOf } from './carriers-of.ts'
import { checkpointFile, keepCheckpoints } from './checkpoints.ts'
import type { NotDone } from './cli/operations.ts'
import type { Configuration } from './configuration.ts'
import { doorOf } from './door.ts'
import { installationOf } from './installation.ts'
import { baseUrlOf, listening } from './listening.ts'
import { verifyOne } from './maintenance.ts'
import { annualFiguresOf } from './office/documents/register.ts'
import { readingRoom } from './office/reports/examined/reading-room.ts'
import { isUnfounded } from './office/staff/found-house.ts'
import { openHouse } from './open-house.ts'
import { readinessOf } from './readiness.ts'
import {
  repeatCounting,
  repeatFollowing,
  repeatJobs,
  repeatLinks,
  repeatReading,
  repeatSending,
} from './repeated-work.ts'
import { sessionSecret } from './secrets.ts'
import { defaultLimits, widened } from './web/http/limits.ts'
import { keyFor } from './web/http/tokens.ts'
import { mountPages, type PagesParts } from './web/mount-pages.ts'
import { createServer } from './web/server.ts'
import { visitCounter } from './web/visit-counter.ts'
import type { World } from './world.ts'

export interface Service {
  /** Where it is reached. */
  readonly address: string
  /** By which the first organ and its administrators are entered; null where there is a house already. */
  readonly setUpCode: string | null
  /** Lets what is under way come to its end, but no longer than `patience` milliseconds, and closes the database. */
  stop(patience: number): Promise<void>
}

/** The pages, where they have been built, and what they say of the house beside what is in it. */
export type Pages = Pick<PagesParts, 'build' | 'demonstration'>

export const startService = async (
  configuration: Configuration,
  world: World,
  pages: Pages | null = null,
): Promise<Service | NotDone> => {
  const secret = sessionSecret(configuration)
  if ('failure' in secret) return secret
  const store = await openHouse(configuration, { now: world.now, migrates: true })
  if ('failure' in store) return store
  const carriers = carriersOf(configuration, world.now)
  const setUpCode = (await isUnfounded(store)) ? world.newSecret() : null
  const door = doorOf(store, configuration, {
    ...secret,
    now: world.now,
    log: (text) => server.log.error(text),
  })
  const room = readingRoom()
  const visits = visitCounter()
  const server = createServer({
    ...world,
    office: store,
    signIn: door,
    accounts: door,
    baseUrl: baseUrlOf(configuration),
    tokenKey: keyFor(Buffer.from(secret.secret), 'tokens'),
    limits: {
      ...widened(defaultLimits, configuration.RATE_FACTOR),
      lagMilliseconds: configuration.SHED_LAG,
    },
    ready: () => readinessOf(store, carriers),
    readingRoom: room,
    installation: () => installationOf({ store, configuration, carriers, now: world.now }),
    registerOfDocuments: (organ, year) => annualFiguresOf(store.documents, organ, year),
    verify: (organ) => verifyOne(store, configuration, organ),
    ...(setUpCode !== null && { setUpCode }),
    ...(configuration.SECOND_FACTOR_FOR && { secondFactorFor: configuration.SECOND_FACTOR_FOR }),
    ...(configuration.TRUST_PROXY && { proxies: configuration.TRUST_PROXY }),
  })
  server.log.level = configuration.LOG_LEVEL
  if (pages !== null)
    mountPages(server, {
      ...pages,
      visits,
      origin: baseUrlOf(configuration),
      bodyLimit: defaultLimits.fileBytes * defaultLimits.files,
      development: false,
    })
  const address = await listening(server, configuration)
  if (typeof address !== 'string') {
    await server.close()
    await store.close()
    return address
  }
  const repeated = [
    repeatReading(store, room, server.log, world),
    repeatSending({ dispatch: store.dispatch, carriers, ...world }, server.log),
    repeatFollowing(store, server.log, world),
    repeatCounting(store, visits, server.log, world),
    repeatJobs(store, door, configuration, server.log, world),
    ...(configuration.OUTSIDE_LINKS === 'on' ? [repeatLinks(store, server.log, world)] : []),
  ]
  return {
    address: configuration.BASE_URL ?? address,
    setUpCode,
    async stop(patience) {
      const impatience = setTimeout(() => server.server.closeAllConnections(), patience)
      // A report that is being read waits on, and is read when the service is up again.
      await Promise.all([server.close(), room.close(), ...repeated.map((each) => each.stop())])
      clearTimeout(impatience)
      // While nothing runs, the files of the embedded database lie open to whoever owns the machine.
      await keepCheckpoints(store, checkpointFile(configuration.GONGKAI_DATA), world.now()).catch((error) =>
        server.log.error({ err: error }, 'no checkpoint kept'),
      )
      await store.close()
    },
  }
}
