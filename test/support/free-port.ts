import { createServer } from 'node:net'

/** Below those that systems give to connections that go out, where it would soon be somebody's again. */
const from = 20_000
const to = 32_000

/** A port that nobody listened on a moment ago, and that no connection of another test will come to use. */
export async function freePort(): Promise<number> {
  const port = from + Math.floor(Math.random() * (to - from))
  return (await isFree(port)) ? port : freePort()
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
