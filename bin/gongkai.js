#!/usr/bin/env node
// Starts the command line under a Node that runs TypeScript. Plain JavaScript: any Node from 18 on reads it.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const needed = 24
const here = dirname(fileURLToPath(import.meta.url))

/** Node refuses to strip types below node_modules, where the package stands once it is installed. */
const installed = /[\\/]node_modules[\\/]/.test(here)
const runs = Number.parseInt(process.versions.node, 10) >= needed
const prepared = process.env.NODE_OPTIONS?.includes('strip-types.js') ?? false

/** The Node that the package brings with it, or null where its installation was skipped. */
const ownNode = () => {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}

/** Runs this file again under `node`, as if it were the same process: streams, signals and exit code pass through. */
const rerun = (node) => {
  // By NODE_OPTIONS, not by argument: worker threads that choose their own arguments need the hook as well.
  const options = [
    process.env.NODE_OPTIONS,
    '--disable-warning=ExperimentalWarning',
    ...(installed ? [`--import=${new URL('./strip-types.js', import.meta.url).href}`] : []),
  ]
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: options.filter(Boolean).join(' ') },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`无法启动 ${node}：${error.message}`)
    process.exitCode = 70
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exitCode = code ?? 70
    else {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    }
  })
}

// Libraries take what is not said to be in use for being worked at, and draw pages at half the speed.
process.env.NODE_ENV ??= 'production'

if (runs && (!installed || prepared)) {
  const { main } = await import('../src/main.ts')
  process.exitCode = await main(process.argv.slice(2))
} else {
  const node = ownNode() ?? (runs ? process.execPath : null)
  if (node) rerun(node)
  else {
    console.error(`需要 Node ${needed} 或更高版本；当前为 ${process.versions.node}，随附的 Node 未安装。`)
    process.exitCode = 70
  }
}
