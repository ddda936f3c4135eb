/**
 * Where a run of the tests keeps what it throws away, removed when the run ends: in memory where there is plenty, as
 * hundreds of databases are copied, of 40 MB each, and written to.
 */
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Linux has a file system in memory. */
const memory = '/dev/shm'

/** Bytes that have to be free: what the tests of a run have in use at once is a quarter of it. */
const plenty = 8 * 1024 ** 3

function hasPlenty(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return Math.min(bavail * bsize, process.availableMemory()) > plenty
  } catch {
    return false
  }
}

/** Runs once before all tests; what it returns, after them. */
export default function temporaryFolder(): () => void {
  const folder = mkdtempSync(join(hasPlenty() ? memory : tmpdir(), 'gongkai-tests-'))
  // A database server that is run as somebody else has its files below.
  chmodSync(folder, 0o755)
  process.env.TMPDIR = folder
  // Each file of tests has a process of its own, and most of them load the same libraries.
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled')
  return () => rmSync(folder, { recursive: true, force: true })
}
