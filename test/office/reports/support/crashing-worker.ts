/** Reads as the real worker does, but for documents by whose name it is told how to fail. */
import {
  type Bytes,
  type ReadingJob,
  readingJobs,
} from '../../../../src/office/reports/examined/reading-jobs.ts'
import { serveJobs } from '../../../../src/reader/formats/worker-pool.ts'

serveJobs<ReadingJob>({
  ...readingJobs,
  async read(document: Bytes) {
    if (document.name.startsWith('exit')) process.exit(3)
    if (document.name.startsWith('throw')) throw new Error('text of the document')
    if (document.name.startsWith('uncaught')) {
      setImmediate(() => {
        throw new Error('text of the document')
      })
      return new Promise(() => {})
    }
    if (document.name.startsWith('endless')) for (;;);
    if (document.name.startsWith('memory')) {
      const hoard: number[][] = []
      for (;;) hoard.push(Array.from({ length: 1_000_000 }, (_, n) => n))
    }
    return readingJobs.read(document)
  },
})
