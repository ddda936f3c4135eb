/** The backups that the service makes by itself, one a day, and how long they are kept. */

import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays, type Day } from './law/day.ts'
import { backup } from './store/backup.ts'
import type { Store } from './store/store.ts'

/** How the files of the daily backups are called. */
export const backupNamed = /^gongkai-\d{4}-\d\d-\d\d\.jsonl$/

const name = (day: Day): string => `gongkai-${day}.jsonl`

/** Writes the backup of the day and removes those of more than `keep` days before. Other files stay. */
export const backUpDaily = async (store: Store, folder: string, keep: number, today: Day): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await backup(store, join(folder, name(today)))
  const oldest = name(addDays(today, -keep))
  const old = (await readdir(folder)).filter((file) => backupNamed.test(file) && file < oldest)
  for (const file of old) await rm(join(folder, file))
}
