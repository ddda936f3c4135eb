import { serveJobs } from '../../../reader/formats/worker-pool.ts'
import { type ReadingJob, readingJobs } from './reading-jobs.ts'

serveJobs<ReadingJob>(readingJobs)
