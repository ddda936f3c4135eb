import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Takes a lock by making its folder, which one process only can; whether it was free. One whose holder has died is free
 * again the next time. Remove the folder to give it back.
 */
export function taken(lock: string): boolean {
  try {
    mkdirSync(lock)
  } catch {
    if (isForsaken(lock)) rmSync(lock, { recursive: true, force: true })
    return false
  }
  writeFileSync(join(lock, 'holder'), String(process.pid))
  return true
}

/** Milliseconds in which whoever has made the folder has said who they are, on the busiest machine. */
const named = 60_000

function isForsaken(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(join(lock, 'holder'), 'utf8')), 0)
    return false
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ESRCH') return true
    // It has just been given back, or nobody has said yet whose it is.
    return (
      code === 'ENOENT' &&
      Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > named
    )
  }
}
