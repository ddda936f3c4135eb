import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundDatabase } from './founded.ts'

export interface EmbeddedDatabases {
  /** A new empty database; its folder. */
  create(): Promise<string>
  remove(): Promise<void>
}

/** Folders with a database each. */
export async function embeddedDatabases(): Promise<EmbeddedDatabases> {
  const root = await mkdtemp(join(tmpdir(), 'gongkai-pglite-'))
  let made = 0
  return {
    async create() {
      const place = join(root, String(++made))
      await foundDatabase(place)
      return place
    },
    remove: () => rm(root, { recursive: true, force: true }),
  }
}
