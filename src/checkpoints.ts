/**
 * The ends of the chains as they stood day by day, in a file beside the database: whoever computes a chain anew in
 * the database is found by them. Worth most where the file, or the log of the service, is kept on another machine.
 */

import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Moment } from './office/ports.ts'
import type { Checkpoint } from './store/verify.ts'

export const checkpointFile = (folder: string): string => join(folder, 'checkpoints.jsonl')

const line = z.object({ organ: z.string(), seq: z.number().int(), hash: z.string() })

/** Adds the checkpoints to the file, a JSON object a line. */
export const keepCheckpoints = async (
  file: string,
  checkpoints: readonly Checkpoint[],
  at: Moment,
): Promise<void> => {
  const lines = checkpoints.map((checkpoint) => `${JSON.stringify({ at, ...checkpoint })}\n`)
  if (lines.length > 0) await appendFile(file, lines.join(''), { mode: 0o600 })
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
