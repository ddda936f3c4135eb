import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from './office.ts'

export interface EmbeddedDatabases {
  /** A new empty database; its folder. */
  create(): Promise<string>
  remove(): Promise<void>
}

/** Folders with a database each, copied from one that is made once: making one takes seconds, a copy does not. */
export async function embeddedDatabases(): Promise<EmbeddedDatabases> {
  const root = await mkdtemp(join(tmpdir(), 'gongkai-pglite-'))
  const template = join(root, 'template')
  await (await open(template)).close()
  let made = 0
  return {
    async create() {
      const place = join(root, String(++made))
      await cp(template, place, { recursive: true })
      return place
    },
    remove: () => rm(root, { recursive: true, force: true }),
  }
}
