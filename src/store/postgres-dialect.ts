import {
  CompiledQuery,
  type Dialect,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely'
import { Pool, type PoolClient, type PoolConfig, types } from 'pg'
import { pgliteStreams } from './pglite-stream.ts'
import { isPlannedAnew } from './plan-anew.ts'
import { readers, sessionSettings } from './sql-types.ts'

/** PostgreSQL 15 or later, through a pool of `connections`. */
export function postgresDialect(url: string, connections: number): Dialect {
  // What is acknowledged must be on the disk, whatever the server's own setting says. Compiling a query to machine code
  // costs more than any of ours takes to run: counting the disputes of an organ took 30 ms with it and 1 ms without.
  return dialect(
    { connectionString: url, max: connections },
    ['set synchronous_commit to on', 'set jit to off'],
    async () => {},
  )
}

/**
 * The embedded database: one connection, lent to one at a time. `folder` null keeps everything in memory.
 */
export function pgliteDialect(folder: string | null): Dialect {
  const streams = pgliteStreams(folder)
  const own = { user: 'postgres', database: 'postgres', max: 1, idleTimeoutMillis: 0 }
  return dialect({ stream: streams.make, ...own }, [], streams.closed)
}

/** `closed` resolves when nothing is open any more: the pool calls itself ended while connections still close. */
function dialect(config: PoolConfig, settings: readonly string[], closed: () => Promise<void>): Dialect {
  const pool = new Pool({
    ...config,
    application_name: 'gongkai',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && readers[oid]) || types.getTypeParser(oid, format),
    } as typeof types,
  })
  // An idle connection that breaks is replaced by the next query; unheard, the event would end the process.
  pool.on('error', () => undefined)
  return new PostgresDialect({
    pool: preparing(pool, closed),
    async onCreateConnection(connection) {
      for (const setting of [...sessionSettings, ...settings])
        await connection.executeQuery(CompiledQuery.raw(setting))
    },
  })
}

/** Statements a connection keeps prepared. Texts are few, but for filters put together freely. */
const mostPrepared = 500

/** "cached plan must not change result type": a table has other columns than when the statement was prepared. */
const cachedPlanChanged = '0A000'

/** The pool with statements prepared on each connection: planning the common ones takes longer than running them. */
function preparing(pool: Pool, closed: () => Promise<void>): PostgresPool {
  const clients = new WeakMap<PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    async end() {
      await pool.end()
      await closed()
    },
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? preparedBy(client)
      clients.set(client, known)
      return known
    },
  } as PostgresPool
}

function preparedBy(client: PoolClient): PostgresPoolClient {
  const names = new Map<string, string>()
  let given = 0
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostPrepared) return known
    const name = `gongkai_${given++}`
    names.set(text, name)
    return name
  }
  /** Somebody else has changed the schema: what was prepared is of no use any more, and is prepared anew. */
  const forget = (error: unknown): never => {
    if ((error as { code?: unknown }).code === cachedPlanChanged) names.clear()
    throw error
  }
  return {
    query: (text: string, values: readonly unknown[]) => {
      // Without values it is a command such as `commit`, or several at once, which cannot be prepared.
      const name = values.length > 0 && !isPlannedAnew(text) ? nameOf(text) : undefined
      return client.query({ text, values: [...values], ...(name !== undefined && { name }) }).catch(forget)
    },
    release: (error?: Error | boolean) => client.release(error),
  } as unknown as PostgresPoolClient
}
