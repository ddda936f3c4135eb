import { CompiledQuery, type Dialect, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import { readers, sessionSettings } from './sql-types.ts'

/** PostgreSQL 15 or later, through a pool of `connections`. */
export function postgresDialect(url: string, connections: number): Dialect {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    application_name: 'gongkai',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && readers[oid]) || types.getTypeParser(oid, format),
    } as typeof types,
  })
  // An idle connection that breaks is replaced by the next query; unheard, the event would end the process.
  pool.on('error', () => undefined)
  return new PostgresDialect({
    pool,
    async onCreateConnection(connection) {
      // What is acknowledged must be on the disk, whatever the server's own setting says.
      for (const setting of [...sessionSettings, 'set synchronous_commit to on'])
        await connection.executeQuery(CompiledQuery.raw(setting))
    },
  })
}
