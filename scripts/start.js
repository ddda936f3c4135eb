// What `npm start` runs: the service on an invented county. With arguments, that command of gongkai instead.

import { fileURLToPath } from 'node:url'

if (process.argv.length === 2) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  process.argv.push('demo')
}
await import('../bin/gongkai.js')
