/** The whole service with its pages on the demonstration county, as `npm start` opens it, for stories in the browser. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { ensureWebBuild } from '../../../../scripts/web-build.ts'
import { type Configuration, readConfiguration } from '../../../../src/configuration.ts'
import {
  demonstrationAccounts,
  demonstrationOf,
  prepareDemonstration,
} from '../../../../src/demonstration.ts'
import { startService } from '../../../../src/service.ts'
import { loadWebBuild } from '../../../../src/web/pages-handler.ts'
import { realWorld } from '../../../../src/world.ts'
import { freePort } from '../../../support/free-port.ts'
import { copyOf, madeOnce } from '../../../support/made-once.ts'

export interface ServedCounty {
  /** http://127.0.0.1:34567 */
  readonly origin: string
  /** Everything that was logged, to look for what must not be there. */
  readonly log: () => string
  close(): Promise<void>
}

/**
 * The county of `npm start`, a copy for this test alone.
 *
 * @param more variables of the environment
 */
export const serveCounty = (more: Variables = {}): Promise<ServedCounty> =>
  served(demonstrationOf, demonstrationAccounts, more, async (folder) =>
    copyOf(await madeOnce('county', makeCounty), folder),
  )

export type Variables = Readonly<Record<string, string>>

export interface ServedEmpty extends ServedCounty {
  /** What the server prints for whoever sets it up. */
  readonly setUpCode: string
}

/** The same with nothing in it yet, as `gongkai serve` opens a new folder. */
export async function serveEmpty(): Promise<ServedEmpty> {
  const house = await served((configuration) => configuration, [], {})
  if (house.setUpCode === null) throw new Error('A new folder has to be set up')
  return { ...house, setUpCode: house.setUpCode }
}

async function served(
  settled: (configuration: Configuration) => Configuration,
  accounts: typeof demonstrationAccounts,
  more: Variables,
  fill: (folder: string) => Promise<unknown> = async () => null,
) {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-served-'))
  await fill(folder)
  let logged = ''
  const log = new Writable({
    write(bytes, _, done) {
      logged += bytes
      done()
    },
  })
  const world = { ...realWorld, log }
  const environment = { GONGKAI_DATA: folder, PORT: String(await freePort()), ...patient, ...more }
  const configuration = must(readConfiguration(environment))
  const pages = { build: await loadWebBuild(await ensureWebBuild()), demonstration: accounts }
  const service = must(await startService(settled(configuration), world, pages))
  return {
    origin: service.address,
    setUpCode: service.setUpCode,
    log: () => logged,
    async close() {
      await service.stop(1000)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A machine that is busy with other tests as well turns nobody away. */
const patient = { SHED_LAG: '0' }

async function makeCounty(folder: string): Promise<void> {
  const configuration = must(readConfiguration({ GONGKAI_DATA: folder }))
  must((await prepareDemonstration(configuration, realWorld, () => undefined)) ?? {})
}

function must<T extends object>(value: T): Exclude<T, { readonly failure: string }> {
  if ('failure' in value) throw new Error(JSON.stringify(value))
  return value as Exclude<T, { readonly failure: string }>
}
