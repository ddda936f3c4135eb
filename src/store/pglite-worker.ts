/**
 * The embedded database in a thread of its own: its queries compute in WebAssembly and would hold up the server.
 * Speaks the protocol of PostgreSQL: takes the messages of one query at a time, answers with its own.
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

export type Question = { readonly bytes: Uint8Array } | { readonly close: true }

export type Answer = { readonly bytes: Uint8Array } | { readonly error: string }

const port = parentPort!
const { folder } = workerData as { folder: string | null }
const nothing = new Uint8Array()

const opening = (async () => {
  if (folder !== null && !existsSync(folder)) await found(folder)
  return PGlite.create(folder === null ? {} : { dataDir: folder })
})()

port.on('message', async (question: Question) => {
  try {
    const database = await opening
    if ('close' in question) await database.close()
    const bytes = 'close' in question ? nothing : await database.execProtocolRaw(question.bytes)
    port.postMessage({ bytes } satisfies Answer)
  } catch (error) {
    port.postMessage({ error: error instanceof Error ? error.message : String(error) } satisfies Answer)
  }
})

/** Founds the database under another name first: a folder left half made by a crash would never open again. */
async function found(place: string): Promise<void> {
  const partial = `${place}.partial`
  rmSync(partial, { recursive: true, force: true })
  await (await PGlite.create({ dataDir: partial })).close()
  renameSync(partial, place)
}
