import { defineConfig } from 'vitest/config'

/** Tests of plain functions: no database, no server and no browser, nothing that one file could leave to the next. */
const plain = [
  'src/**/*.test.ts',
  'test/law/*.test.ts',
  'test/report/*.test.ts',
  'test/office/requests/!(annual-store).test.ts',
  'test/web/{reports,ui}/*.test.ts',
]

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As long as a machine may need that is busy with something else; what is there is seen at once.
    expect: { poll: { timeout: 30_000 } },
    pool: 'forks',
    maxWorkers: 2,
    // As `bin/gongkai.js` has it: what is tested is what is in use.
    env: { NODE_ENV: 'production' },
    globalSetup: 'test/support/temporary-folder.ts',
    projects: [
      // A fork a file: several isolates that load WebAssembly in one process have brought Node down.
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: plain } },
      { extends: true, test: { name: 'plain', include: plain, isolate: false } },
    ],
  },
})
