import type { Job } from './isolated.ts'
import { serveJobs } from './worker-pool.ts'

/** Each job loads its library on first use only: a worker that reads Word files never pays for the PDF reader. */
serveJobs<Job>({
  html: async (argument) => (await import('./html.ts')).parseHtml(argument),
  pdf: async (argument) => (await import('./pdf.ts')).parsePdf(argument),
  docx: async (argument) => (await import('./docx.ts')).parseDocx(argument),
  xlsx: async (argument) => (await import('./xlsx.ts')).parseXlsx(argument),
  legacy: async (argument) => (await import('./legacy.ts')).parseLegacy(argument),
})
