/** Worker thread: reads and checks the files whose paths it is sent. */

import { parentPort } from 'node:worker_threads'
import { reportJson } from '../writer/json.ts'
import { hasFailed, readJob } from './read-job.ts'

/** `line` asks for the JSON line only, which is cheaper to send than the report itself. */
export interface Job {
  readonly id: number
  readonly file: string
  readonly line: boolean
}

parentPort?.on('message', async ({ id, file, line }: Job) => {
  const outcomes = await readJob(file)
  const answer = line
    ? outcomes.map((o) =>
        hasFailed(o)
          ? o
          : {
              file: o.file,
              line: JSON.stringify(reportJson(o.report, o.findings, o.file)),
              findings: o.findings,
            },
      )
    : outcomes
  parentPort?.postMessage({ id, answer })
})
