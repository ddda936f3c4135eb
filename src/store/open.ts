import { join } from 'node:path'
import { type Dialect, Kysely, sql } from 'kysely'
import type { ProjectCase } from '../office/ports.ts'
import { type DigestName, isDigestAvailable } from './chain.ts'
import { lockFolder } from './folder-lock.ts'
import type { KeyRing } from './key-ring.ts'
import { migrate, schemaState } from './migrate.ts'

import { pgliteDialect, postgresDialect } from './postgres-dialect.ts'
import type { Schema } from './schema.ts'
import { Store } from './store.ts'

export interface StoreOptions {
  /** A folder for the embedded database, a `postgres://` address, or ':memory:' for a database that is forgotten. */
  readonly at: string
  readonly ring: KeyRing
  readonly project: ProjectCase
  /** For events from now on; those there keep theirs. */
  readonly digest?: DigestName
  /** Whether to bring the schema up to date; true unless told. */
  readonly migrates?: boolean
  /** Connections to PostgreSQL at most. */
  readonly connections?: number
}

export interface NotOpened {
  readonly failure: 'locked' | 'unreachable' | 'outdatedSchema' | 'newerSchema' | 'noDigest'
  readonly message: string
}

/** Opens the database and brings its schema up to date. What the administrator can put right comes back as a value. */
export async function openStore(options: StoreOptions): Promise<Store | NotOpened> {
  const digest = options.digest ?? 'sha256'
  if (!isDigestAvailable(digest))
    return { failure: 'noDigest', message: `本机的 Node 不支持 ${digest}，请改用 sha256 或更换 Node。` }
  const opened = await openDatabase(options)
  if ('failure' in opened) return opened
  const { db, release } = opened
  const refusal = (await reached(db)) ?? (await prepared(db, options.migrates ?? true))
  if (refusal !== null) {
    await db.destroy().catch(() => undefined)
    release()
    return refusal
  }
  return new Store(db, { ring: options.ring, digest, project: options.project }, release)
}

interface OpenedDatabase {
  readonly db: Kysely<Schema>
  readonly release: () => void
}

async function openDatabase({ at, connections }: StoreOptions): Promise<OpenedDatabase | NotOpened> {
  if (/^postgres(ql)?:\/\//.test(at)) return opened(postgresDialect(at, connections ?? 10), () => undefined)
  if (at === ':memory:') return opened(pgliteDialect(null), () => undefined)
  const lock = await lockFolder(at)
  if ('failure' in lock) return lock
  return opened(pgliteDialect(join(at, 'database')), () => lock.release())
}

function opened(dialect: Dialect, release: () => void): OpenedDatabase {
  return { db: new Kysely<Schema>({ dialect }), release }
}

async function prepared(db: Kysely<Schema>, migrates: boolean): Promise<NotOpened | null> {
  const state = await schemaState(db)
  if (state.kind === 'ahead') {
    const message = `数据库由更新的版本建立（${state.unknown.join('、')}），请升级本程序后再打开。`
    return { failure: 'newerSchema', message }
  }
  if (state.kind === 'behind' && !migrates) {
    return { failure: 'outdatedSchema', message: '数据库结构尚未更新，请先运行 gongkai migrate。' }
  }
  if (state.kind === 'behind') await migrate(db)
  return null
}

async function reached(db: Kysely<Schema>): Promise<NotOpened | null> {
  try {
    await sql`select 1`.execute(db)
    return null
  } catch (error) {
    // The driver's message names host and port, never the password.
    const reason = error instanceof Error ? error.message || error.name : String(error)
    const message = `无法打开数据库：${reason}。请检查 DATABASE_URL 和数据库服务，或者数据文件夹是否完好。`
    return { failure: 'unreachable', message }
  }
}
