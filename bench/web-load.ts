/** Asks a server as fast as it answers, from a thread of its own: so many connections, one request after the other on each. */
import { Agent, request } from 'node:http'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

export interface Load {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly connections: number
  readonly milliseconds: number
}

export interface Told {
  readonly perSecond: number
  /** Milliseconds to the whole answer. */
  readonly p50: number
  readonly p99: number
  /** Answers other than 200. */
  readonly failed: number
}

/** Runs a load and tells how it went. */
export function startLoader() {
  const worker = new Worker(new URL(import.meta.url))
  return {
    run: (load: Load): Promise<Told> =>
      new Promise((resolve, reject) => {
        worker.removeAllListeners('error').once('error', reject)
        worker.once('message', resolve)
        worker.postMessage(load)
      }),
    stop: () => worker.terminate(),
  }
}

async function run({ address, headers, connections, milliseconds }: Load): Promise<Told> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const taken: number[] = []
  let failed = 0
  const once = () =>
    new Promise<void>((resolve, reject) => {
      const asked = request(address, { agent, headers }, (answer) => {
        if (answer.statusCode !== 200) failed += 1
        answer.resume().on('end', resolve)
      })
      asked.on('error', reject).end()
    })
  const start = performance.now()
  const connection = async () => {
    while (performance.now() - start < milliseconds) {
      const from = performance.now()
      await once()
      taken.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  taken.sort((a, b) => a - b)
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))] ?? 0
  return { perSecond: taken.length / seconds, p50: at(0.5), p99: at(0.99), failed }
}

if (!isMainThread) parentPort!.on('message', async (load: Load) => parentPort!.postMessage(await run(load)))
