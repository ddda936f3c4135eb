// Prints `N passed, N failed` from JSON reports of vitest. Usage: node tally.js STATUS REPORT…
// STATUS is the exit code of the whole run: a failure that no test accounts for (types, lint, installation)
// counts as one. Exits with 1 if anything failed.

import { readFileSync } from 'node:fs'

const [status, ...files] = process.argv.slice(2)

const resultsIn = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).testResults
  } catch {
    return []
  }
}

const suites = files.flatMap(resultsIn)
const tests = suites.flatMap((suite) => suite.assertionResults)
const passed = tests.filter((test) => test.status === 'passed').length
// A file that cannot be loaded fails without having a test.
const unloaded = suites.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0)
const failedTests = tests.filter((test) => test.status === 'failed').length + unloaded.length
const failed = failedTests === 0 && Number(status) !== 0 ? 1 : failedTests

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
