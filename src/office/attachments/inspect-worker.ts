import { parentPort, workerData } from 'node:worker_threads'
import { look } from './look.ts'

// Libraries talk to the console about damaged files; nobody reads that, and it may quote the file.
process.stdout.write = () => true
process.stderr.write = () => true

// A library that loses a promise must not take the answer with it.
process.on('unhandledRejection', () => {})

const { bytes, name } = workerData as { bytes: Uint8Array; name: string }
try {
  parentPort?.postMessage(await look(bytes, name))
} catch {
  parentPort?.postMessage('failed')
}
