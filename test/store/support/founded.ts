import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyRingOf } from '../../../src/store/key-ring.ts'
import { openStore } from '../../../src/store/open.ts'
import { copyOf, madeOnce } from '../../support/made-once.ts'

/** An embedded database of its own with nothing in it, at `place`. Founding one takes seconds, a copy does not. */
export async function foundDatabase(place: string): Promise<void> {
  copyOf(await madeOnce('database', found), place)
}

/** One in a temporary folder, and how to be rid of it. */
export async function passingDatabase(): Promise<{ place: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'gongkai-passing-'))
  const place = join(root, 'data')
  await foundDatabase(place)
  return { place, remove: () => rm(root, { recursive: true, force: true }) }
}

const nothingSealed = keyRingOf({ current: 'k', keys: { k: Buffer.alloc(32).toString('base64') } })

async function found(folder: string): Promise<void> {
  const store = await openStore({ at: folder, ring: nothingSealed, project: (facts) => facts })
  if ('failure' in store) throw new Error(store.message)
  await store.close()
}
