// Loads the package's own TypeScript where Node would not: below node_modules. Preloaded by gongkai.js, it
// registers itself as a loader. Not by registerHooks: under such a hook Node 24.9 fails to link CommonJS
// packages that require each other.

import { readFileSync } from 'node:fs'
import { register, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'

const own = new URL('../src/', import.meta.url).href
const asLoader = '?loader'

if (!import.meta.url.endsWith(asLoader)) register(import.meta.url + asLoader)

export const load = async (url, context, next) =>
  url.startsWith(own) && url.endsWith('.ts')
    ? {
        format: 'module',
        source: stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8')),
        shortCircuit: true,
      }
    : next(url, context)
