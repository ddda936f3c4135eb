/**
 * The ends of the chains as they stood day by day, in a file beside the database: whoever computes a chain anew in
 * the database is found by them. Worth most where the file, or the log of the service, is kept on another machine.
 */

import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Moment } from './office/ports.ts'
import type { Store } from './store/store.ts'
import { type Checkpoint, checkpoint } from './store/verify.ts'

export const checkpointFile = (folder: string): string => join(folder, 'checkpoints.jsonl')

const line = z.object({ organ: z.string(), seq: z.number().int(), hash: z.string() })

/** Adds where every chain ends now to the file, a JSON object a line; those ends. */
export const keepCheckpoints = async (
  store: Store,
  file: string,
  at: Moment,
): Promise<readonly Checkpoint[]> => {
  const ends: Checkpoint[] = []
  for (const { id } of await store.organs.all()) {
    const end = await checkpoint(store, id)
    if (end !== null && end.seq > 0) ends.push(end)
  }
  const lines = ends.map((end) => `${JSON.stringify({ at, ...end })}\n`)
  if (lines.length > 0) await appendFile(file, lines.join(''), { mode: 0o600 })
  return ends
}

/** All checkpoints in the file; none where there is no file. A line cut off by a crash is none. */
export const readCheckpoints = async (file: string): Promise<readonly Checkpoint[]> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((each) => checkpointIn(each) ?? [])
}

const checkpointIn = (text: string): Checkpoint | null => {
  try {
    return line.parse(JSON.parse(text))
  } catch {
    return null
  }
}
