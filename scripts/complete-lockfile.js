// Adds to package-lock.json the optional packages of other platforms that npm left out because the registry in
// use does not carry them. Without them `npm ci` calls the lockfile out of date, there and everywhere else.
// Run after every change of a dependency: node scripts/complete-lockfile.js

import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))

/** WebAssembly for whatever machine has no build of its own. */
const portable = /-wasm32-wasi$/

const platform =
  /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|riscv64|ppc64|s390x)(?:-(\w+))?$/

/** Lockfile entry of a platform's package, as far as its name tells; null where the name names no platform. */
const entryFor = (name, version, dev) => {
  if (portable.test(name)) return { version, cpu: ['wasm32'], ...(dev && { dev }), optional: true }
  const found = platform.exec(name)
  if (!found) return null
  const [, os, cpu, abi] = found
  const libc = os === 'linux' && { musl: 'musl', gnu: 'glibc', gnueabihf: 'glibc' }[abi ?? '']
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    os: [os],
  }
}

let added = 0
for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const location = `node_modules/${name}`
    if (lock.packages[location]) continue
    const entry = entryFor(name, version, dev)
    if (entry === null || !/^\d/.test(version)) {
      console.error(`${name}@${version} is missing and its platform or version cannot be told`)
      process.exitCode = 1
      continue
    }
    lock.packages[location] = entry
    added++
  }
}
const [root, ...rest] = Object.entries(lock.packages)
const sorted = rest.sort(([a], [b]) => a.localeCompare(b, 'en'))
lock.packages = Object.fromEntries([root, ...sorted])
if (added > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} added`)
