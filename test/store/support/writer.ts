/**
 * A process that verifies what it finds and then writes until it is killed: `node writer.ts PLACE ROUND`. A line of
 * its output is '! FAULT' or 'STREAM VERSION NUMBER', and the latter was committed before it was said.
 */
import { writeSync } from 'node:fs'
import { verify } from '../../../src/store/verify.ts'
import { append, at, by, event, open } from './office.ts'

const [place, round] = process.argv.slice(2) as [string, string]
const store = await open(place)
for (const { message } of (await verify(store, 'crash')).faults) writeSync(1, `! ${message}\n`)

const write = async (writer: number) => {
  const stream = `request/${round}-${writer}`
  for (let version = 0; ; version++) {
    const number = await store.inTransaction('crash', async (unit) => {
      const facts = { status: `step-${version}`, more: { filler: 'x'.repeat(500) } }
      await unit.events.append(stream, version, [event('moved', facts)], by)
      return unit.numbers.next({ kind: 'letter', year: 2026 }, stream, at)
    })
    writeSync(1, `${stream} ${version + 1} ${number}\n`)
  }
}

await append(store, 'crash', `request/${round}-begin`, 0, event('moved'))
await Promise.all(Array.from({ length: 8 }, (_, n) => write(n)))
