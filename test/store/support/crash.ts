import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { open, organ } from './office.ts'

export interface CrashReport {
  /** Events acknowledged before the process died, over all rounds. */
  readonly acknowledged: number
  /** Acknowledged and not there afterwards. */
  readonly lost: readonly string[]
  /** What verification found, over all rounds. */
  readonly faults: readonly string[]
}

/**
 * Rounds of writing by another process, each ended by `end` in the middle of a burst: what was acknowledged must
 * be there, and the chain, the cases and the numbers whole.
 */
export async function crashRounds(
  place: string,
  rounds: number,
  end: (kill: () => void) => Promise<void>,
): Promise<CrashReport> {
  const first = await open(place)
  await first.organs.put(organ('crash'))
  await first.close()
  const acknowledged = new Map<string, number>()
  const numbers = new Set<number>()
  const faults: string[] = []
  for (let round = 1; round <= rounds; round++) {
    for (const line of await burst(place, round, end)) {
      if (line.startsWith('!')) faults.push(line)
      if (line.startsWith('!')) continue
      const [stream, version, number] = line.split(' ') as [string, string, string]
      acknowledged.set(stream, Number(version))
      if (numbers.has(Number(number))) faults.push(`number ${number} was issued twice`)
      numbers.add(Number(number))
    }
  }
  const store = await open(place)
  faults.push(...(await verify(store, 'crash')).faults.map(({ message }) => message))
  const lost = await missing(store, acknowledged)
  await store.close()
  return { acknowledged: [...acknowledged.values()].reduce((sum, n) => sum + n, 0), lost, faults }
}

async function missing(store: Store, acknowledged: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const lost: string[] = []
  for (const [stream, version] of acknowledged) {
    const { length } = await store.inTransaction('crash', ({ events }) => events.load(stream))
    if (length < version) lost.push(`${stream}: ${version - length} of ${version}`)
  }
  return lost
}

/** One process, its whole lines up to its death. */
async function burst(
  place: string,
  round: number,
  end: (kill: () => void) => Promise<void>,
): Promise<string[]> {
  const writer = fileURLToPath(new URL('./writer.ts', import.meta.url))
  const child = spawn(process.execPath, [writer, place, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  const started = new Promise<void>((resolve) => {
    child.stdout.on('data', (data) => {
      output += data
      resolve()
    })
  })
  child.stderr.on('data', (data) => {
    errors += data
  })
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await Promise.race([started, gone])
  if (output === '') throw new Error(`The writer did not begin: ${errors}`)
  await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 300))
  await end(() => child.kill('SIGKILL'))
  await gone
  // The last line may be cut off: only whole ones were said.
  return output.split('\n').slice(0, -1)
}
