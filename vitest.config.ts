import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A fork a file: several isolates that load WebAssembly in one process have brought Node down.
    pool: 'forks',
    maxWorkers: 2,
    // As `bin/gongkai.js` has it: what is tested is what is in use.
    env: { NODE_ENV: 'production' },
  },
})
