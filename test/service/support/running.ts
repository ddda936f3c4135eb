/** The command line as a process of its own. */

import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../../bin/gongkai.js', import.meta.url))

export interface Running {
  readonly child: ChildProcess
  /** Both streams so far. */
  readonly out: () => string
  readonly err: () => string
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>
}

const all = new Set<ChildProcess>()

/** Ends what a failed test left running. */
export function killAll(): void {
  for (const child of all) child.kill('SIGKILL')
}

/** Asks until the service is not too busy: on a loaded machine it may be, just after its start. */
export async function ask(address: string, init: RequestInit = {}): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(address, init)
    if (response.status !== 503 || attempt === 30) return response
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

export function start(
  args: readonly string[],
  environment: Record<string, string>,
  cwd = process.cwd(),
): Running {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH, HOME, ...environment },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  all.add(child)
  child.once('close', () => all.delete(child))
  let [out, err] = ['', '']
  child.stdout.on('data', (bytes) => {
    out += bytes
  })
  child.stderr.on('data', (bytes) => {
    err += bytes
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, out: () => out, err: () => err, ended }
}

/** A service that takes requests; its address. */
export async function started(
  environment: Record<string, string>,
  command: 'serve' | 'demo' = 'serve',
): Promise<Running & { address: string }> {
  const running = start([command], { PORT: '0', ...environment })
  const address = await Promise.race([
    running.ended.then(() => null),
    new Promise<string>((resolve) => {
      running.child.stderr?.on('data', () => {
        const found = /服务已启动：(\S+)/.exec(running.err())?.[1]
        if (found !== undefined) resolve(found)
      })
    }),
  ])
  if (address === null) throw new Error(`The service did not start: ${running.err()}`)
  return { ...running, address }
}
