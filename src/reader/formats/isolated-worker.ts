import { parentPort } from 'node:worker_threads'
import type { Job } from './isolated.ts'

/** Each job loads its library on first use only: a worker that reads Word files never pays for the PDF reader. */
const JOBS: Record<Job, (argument: never) => unknown> = {
  html: async (argument) => (await import('./html.ts')).parseHtml(argument),
  pdf: async (argument) => (await import('./pdf.ts')).parsePdf(argument),
  docx: async (argument) => (await import('./docx.ts')).parseDocx(argument),
  xlsx: async (argument) => (await import('./xlsx.ts')).parseXlsx(argument),
  legacy: async (argument) => (await import('./legacy.ts')).parseLegacy(argument),
}

// Libraries talk to the console about damaged files; nobody reads that, and it may quote the source.
process.stdout.write = () => true
process.stderr.write = () => true

// A library that loses a promise must not take the worker, and the answer, with it.
process.on('unhandledRejection', () => {})

parentPort?.on('message', async ({ job, argument }: { job: Job; argument: never }) => {
  try {
    parentPort?.postMessage({ ok: true, value: await JOBS[job](argument) })
  } catch (error) {
    parentPort?.postMessage({
      ok: false,
      reason: 'failed',
      error: error instanceof Error ? error.name : 'unknown',
    })
  }
})
parentPort?.postMessage('ready')
