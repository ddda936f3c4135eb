/** The files named on a command line; a folder stands for all files in it, in order of their names. */

import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const hidden = (name: string): boolean => name.startsWith('.') || name.startsWith('~$')

const within = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const sorted = entries.filter(({ name }) => !hidden(name)).sort((a, b) => (a.name < b.name ? -1 : 1))
  const found = await Promise.all(
    sorted.map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? within(path) : [path]
    }),
  )
  return found.flat()
}

/** Endings of files that are met in folders of reports but are none: notes, truths, scripts. */
const aside = /(?:^|[/\\])(?:README(?:\.[a-zA-Z-]+)?\.md|.*\.json)$/

/** Expands paths. A path that does not exist is kept: reading it says what is wrong. */
export const expand = async (paths: readonly string[]): Promise<readonly string[]> => {
  const found = await Promise.all(
    paths.map(async (path) => {
      const info = await stat(path).catch(() => null)
      return info?.isDirectory() ? (await within(path)).filter((file) => !aside.test(file)) : [path]
    }),
  )
  return found.flat()
}
