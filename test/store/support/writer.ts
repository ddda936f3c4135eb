/**
 * A process that writes until it is killed: `node writer.ts PLACE ROUND`. Each line of its output was committed
 * before it was written: 'STREAM VERSION NUMBER'.
 */
import { writeSync } from 'node:fs'
import { append, at, by, event, open } from './office.ts'

const [place, round] = process.argv.slice(2) as [string, string]
const store = await open(place)

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
