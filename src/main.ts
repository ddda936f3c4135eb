/** Where the parts meet the machine: standard streams, files, environment, exit code. */

import { existsSync, readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { parseEnv } from 'node:util'
import { run } from './cli/cli.ts'
import type { Io } from './cli/io.ts'
import type { Surroundings } from './configuration.ts'

const io: Io = {
  readFile: (path) => (path === '-' ? text(process.stdin) : readFile(path, 'utf8')),
  writeFile: (path, bytes) => writeFile(path, bytes),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  interactive: process.stderr.isTTY === true,
}

/** The environment, and what the file `.env` of the working folder adds to it. */
const surroundings = (): Surroundings => ({
  ...(existsSync('.env') && parseEnv(readFileSync('.env', 'utf8'))),
  ...process.env,
})

/** Runs a command line and gives the exit code. A closed pipe ends the run quietly. */
export const main = async (argv: readonly string[]): Promise<number> => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
  })
  return run(argv, io, async () => (await import('./operations.ts')).operationsOn(surroundings()))
}
