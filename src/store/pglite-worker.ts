/**
 * The embedded database in a thread of its own: its queries compute in WebAssembly and would hold up the server.
 * Takes one request at a time, answers each with its rows or its error.
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { readers, sessionSettings } from './sql-types.ts'

export type Request =
  | { readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly id: number; readonly close: true }

export type Answer =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly affected: number | undefined }
  | { readonly id: number; readonly error: SqlError }

/** What survives of an error on its way between threads; the names are those of the `pg` driver. */
export interface SqlError {
  readonly message: string
  readonly code?: string
  readonly constraint?: string
  readonly detail?: string
}

const port = parentPort!
const { folder } = workerData as { folder: string | null }

const opening = (async () => {
  if (folder !== null && !existsSync(folder)) await found(folder)
  const database = await PGlite.create({ ...(folder === null ? {} : { dataDir: folder }), parsers: readers })
  for (const setting of sessionSettings) await database.exec(setting)
  return database
})()

port.on('message', async (request: Request) => {
  try {
    const database = await opening
    if ('close' in request) {
      await database.close()
      port.postMessage({ id: request.id, rows: [], affected: undefined } satisfies Answer)
      return
    }
    const { rows, affectedRows } = await database.query(request.sql, [...request.parameters])
    port.postMessage({ id: request.id, rows, affected: affectedRows } satisfies Answer)
  } catch (error) {
    port.postMessage({ id: request.id, error: plain(error) } satisfies Answer)
  }
})

/** Founds the database under another name first: a folder left half made by a crash would never open again. */
async function found(place: string): Promise<void> {
  const partial = `${place}.partial`
  rmSync(partial, { recursive: true, force: true })
  await (await PGlite.create({ dataDir: partial })).close()
  renameSync(partial, place)
}

function plain(error: unknown): SqlError {
  const { message, code, constraint, detail } = error as SqlError
  return {
    message: String(message ?? error),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(detail === undefined ? {} : { detail }),
  }
}
