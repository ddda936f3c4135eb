// What `npm start` runs: the main job on the example reports. Most of them are wrong on purpose, so that finding
// faults is success here; the command itself ends with 1 where a report is wrong.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const args = process.argv.slice(2)
const asked = args.length > 0 ? args : ['check', 'examples']
const { status } = spawnSync(process.execPath, [at('../bin/gongkai.js'), ...asked], {
  stdio: 'inherit',
  cwd: args.length > 0 ? process.cwd() : at('..'),
})
const found = status === 1 || status === 2
process.exitCode = args.length === 0 && found ? 0 : (status ?? 70)
