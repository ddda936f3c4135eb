/**
 * The built pages, in `build/`. `npm run build:web` makes them; whoever needs them calls `ensureWebBuild`, which makes
 * them where they are missing or older than their sources.
 */

import { execFile } from 'node:child_process'
import { existsSync, globSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { taken } from './folder-lock.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Folder of the build. */
export const webBuildFolder = join(root, 'build')

/** Everything that may end up in a page. */
const sources = [
  'src/{web,law,report,writer,office}/**/*.{ts,tsx,css}',
  'vite.config.ts',
  'react-router.config.ts',
  'package-lock.json',
]

const made = join(webBuildFolder, 'server', 'index.js')

/** Milliseconds since 1970 of the latest change. */
const latest = (files: readonly string[]): number =>
  Math.max(0, ...files.map((file) => statSync(join(root, file)).mtimeMs))

const isCurrent = (): boolean => {
  if (!existsSync(made)) return false
  const present = globSync(sources, { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
  return latest(present) <= statSync(made).mtimeMs
}

/** Whether the pages can be built here. In an installed package the tools are not there, and the build is. */
const canBuild = (): boolean => existsSync(join(root, 'node_modules', '@react-router', 'dev'))

/** Seconds after which another build is taken for stuck. */
const patience = 600

/** Builds the pages where that is needed, one process at a time, and returns the folder. */
export async function ensureWebBuild(): Promise<string> {
  if (isCurrent() || !canBuild()) return webBuildFolder
  const lock = join(root, 'node_modules', '.web-build-lock')
  for (let waited = 0; waited < patience; waited += 0.5) {
    if (taken(lock)) {
      try {
        if (!isCurrent()) await build()
      } finally {
        rmSync(lock, { recursive: true, force: true })
      }
      return webBuildFolder
    }
    await wait(500)
    if (isCurrent() && !existsSync(lock)) return webBuildFolder
  }
  throw new Error(`another build of the pages did not end; remove ${lock}`)
}

/** Built beside and then put in place, so that nobody reads half a build. */
async function build(): Promise<void> {
  const fresh = join(root, 'node_modules', `.web-build-${process.pid}`)
  const old = `${fresh}-old`
  const tool = join(root, 'node_modules', '@react-router', 'dev', 'bin.cjs')
  const env = { ...process.env, NODE_ENV: 'production', GONGKAI_WEB_BUILD: relative(root, fresh) }
  const built = promisify(execFile)(process.execPath, [tool, 'build'], { cwd: root, env })
  await built.catch(({ stderr }: { stderr: string }) => {
    throw new Error(`the pages could not be built:\n${stderr}`)
  })
  if (existsSync(webBuildFolder)) renameSync(webBuildFolder, old)
  renameSync(fresh, webBuildFolder)
  rmSync(old, { recursive: true, force: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
