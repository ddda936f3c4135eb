/**
 * What takes long to make and is the same for every test, such as a founded database: made once for the sources as
 * they stand, below `tmp/`, and copied. Processes that want it at the same time wait for the one that makes it.
 */

import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { taken } from '../../scripts/folder-lock.ts'
import { dayAt } from '../../src/office/beijing-time.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const place = join(root, 'tmp', 'made-once')

/** Pages and tests change nothing of what is made. */
const isSource = (file: string) => !/^src\/web\/(pages|ui|enhance)\/|\.test\.ts$/.test(file)

/** A name for the sources as they stand (files and when they were last changed) and for the day, in Beijing, that things are of. */
const sourcesNow = (): string => {
  const hash = createHash('sha256').update(dayAt(new Date().toISOString()))
  for (const file of globSync('{src/**/*.ts,package-lock.json}', { cwd: root }).filter(isSource).sort())
    hash.update(`${file} ${statSync(join(root, file)).mtimeMs}\n`)
  return hash.digest('hex').slice(0, 12)
}

/** The folder with the thing, made by `make` where it is not there yet. Not to be written to. */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const version = sourcesNow()
  const made = join(place, `${name}.${version}`)
  const lock = join(place, `${name}.lock`)
  mkdirSync(place, { recursive: true })
  while (!existsSync(made)) {
    if (!taken(lock)) {
      await wait(100)
      continue
    }
    try {
      if (!existsSync(made)) await replace(name, made, make)
    } finally {
      rmSync(lock, { recursive: true, force: true })
    }
  }
  return made
}

/** A copy of one's own. At one go: a database is a thousand files, and to wait for each takes ten times as long. */
export const copyOf = (made: string, to: string): void => cpSync(made, to, { recursive: true })

async function replace(name: string, made: string, make: (folder: string) => Promise<void>): Promise<void> {
  const partial = join(place, `${name}.partial`)
  rmSync(partial, { recursive: true, force: true })
  await make(partial)
  // Those of older sources are in nobody's way for long, but take room.
  for (const old of readdirSync(place))
    if (old.startsWith(`${name}.`) && !old.endsWith('.lock') && !old.endsWith('.partial'))
      rmSync(join(place, old), { recursive: true, force: true })
  renameSync(partial, made)
}
