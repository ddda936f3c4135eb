/** What is done with each file, the same in a worker thread and in the main one: read, check, describe. */

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { isUnread, type ReadReport, read, type Unread } from '../reader/read.ts'
import { check } from '../report/check.ts'
import type { Finding, Report } from '../report/report.ts'

/** A report with all findings: those of the reading and those of the rules. */
export interface Checked {
  readonly file: string
  readonly report: Report
  readonly findings: readonly Finding[]
}

/** A file that could not be read. */
export interface Failed {
  readonly file: string
  readonly error: string
}

export type Outcome = Checked | Failed

export const hasFailed = (outcome: Outcome): outcome is Failed => 'error' in outcome

const named = (file: string, inside: string): string =>
  inside === basename(file) || inside === file ? file : `${file}::${inside}`

const checked = (file: string, { name, report, findings }: ReadReport): Checked => ({
  file: named(file, name),
  report,
  findings: [...findings, ...check(report)],
})

const failed = (file: string, { name, refusal }: Unread): Failed => ({
  file: named(file, name),
  error: refusal.message,
})

/** Reads and checks one file. Never throws for what the file holds; an archive gives several outcomes. */
export const readJob = async (file: string): Promise<readonly Outcome[]> => {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error)
  if (bytes instanceof Error) {
    const why = bytes.code === 'ENOENT' ? '没有这个文件，请检查路径' : '打不开这个文件，请检查是否有读取权限'
    return [{ file, error: `${why}。` }]
  }
  const results = await read(bytes, basename(file))
  return results.map((result) => (isUnread(result) ? failed(file, result) : checked(file, result)))
}
