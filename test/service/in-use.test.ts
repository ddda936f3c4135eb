/** How the program is started by those who use it. */
import { expect, test } from 'vitest'
import { start } from './support/running.ts'

const atItsEnd = `process.on('exit', () => process.stderr.write('in use as ' + process.env.NODE_ENV))`

/** What libraries are told of the use they are in. */
async function told(environment: Record<string, string>): Promise<string> {
  const preload = `--import=data:text/javascript,${encodeURIComponent(atItsEnd)}`
  const program = start(['help'], { ...environment, NODE_OPTIONS: preload })
  expect(await program.ended).toBe(0)
  return program.err()
}

test('libraries are told that they are in use, so that pages are drawn at full speed', async () => {
  expect(await told({})).toContain('in use as production')
})

test('whoever works at the program can say so', async () => {
  expect(await told({ NODE_ENV: 'development' })).toContain('in use as development')
})
