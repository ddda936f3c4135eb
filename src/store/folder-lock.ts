import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

export interface FolderLock {
  release(): void
}

export interface Locked {
  readonly failure: 'locked'
  readonly message: string
}

/**
 * Takes the data folder for this process alone. The embedded database takes no lock itself, and two processes on
 * one folder lose rows without a word.
 *
 * The lock is SQLite's exclusive lock on an empty file: the kernel holds it and lets go of it when the process
 * ends in whatever way, so that no stale lock has to be told from a live one by process numbers, which are
 * reused and mean nothing in another container. On a network drive without file locks it does not protect.
 */
export async function lockFolder(folder: string): Promise<FolderLock | Locked> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const owner = join(folder, 'owner.json')
  const { DatabaseSync } = await quietly(() => import('node:sqlite'))
  const database = new DatabaseSync(join(folder, 'lock'))
  try {
    database.exec('begin exclusive')
  } catch {
    database.close()
    return { failure: 'locked', message: refusal(folder, owner) }
  }
  writeFileSync(
    owner,
    JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() }),
  )
  return {
    release() {
      if (!database.isOpen) return
      rmSync(owner, { force: true })
      database.close()
    },
  }
}

function refusal(folder: string, owner: string): string {
  const advice = '请先停止该进程；需要多个进程同时使用的，请改用 PostgreSQL（设置 DATABASE_URL）。'
  try {
    const { pid, host, since } = JSON.parse(readFileSync(owner, 'utf8')) as Record<string, unknown>
    return `数据文件夹“${folder}”正由另一个进程使用（进程号 ${pid}，主机 ${host}，自 ${since}）。${advice}`
  } catch {
    return `数据文件夹“${folder}”正由另一个进程使用。${advice}`
  }
}

/** Node 24 calls its SQLite experimental on first loading; an officer's terminal is no place for that. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const emit = process.emitWarning
  process.emitWarning = (() => undefined) as typeof process.emitWarning
  try {
    return await load()
  } finally {
    process.emitWarning = emit
  }
}
