import { mkdirSync } from 'node:fs'

/** Takes a lock by making its folder, which one process only can; whether it was free. Remove the folder to give it back. */
export function taken(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}
