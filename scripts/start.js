// What `npm start` runs: the service on an invented county. With arguments, that command of gongkai instead.

import { fileURLToPath } from 'node:url'

if (process.argv.length === 2) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  // Made at the first start, and again when their sources have changed.
  const { ensureWebBuild } = await import('./web-build.ts')
  await ensureWebBuild()
  process.argv.push('demo')
}
await import('../bin/gongkai.js')
