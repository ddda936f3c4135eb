/** `gongkai read`: what a report says, cell by cell, as JSON; several files give one line each. */

import { reportJson } from '../writer/json.ts'
import { isBad, parseArgs } from './args.ts'
import { describe } from './describe.ts'
import { expand } from './files.ts'
import { type Command, exit } from './io.ts'
import { eachFile } from './pool.ts'
import { hasFailed, type Outcome, readJob } from './read-job.ts'

export const readUsage = '用法：gongkai read [--json] 文件或文件夹…'

/** Files from which on progress is told. */
const manyFiles = 100

/** A JSON line made by a worker, or an outcome described here. */
type Line = { readonly file: string; readonly line: string } | Outcome

const asJson = (answer: Line, indent: number): string => {
  if ('line' in answer) return answer.line
  if (hasFailed(answer)) return JSON.stringify({ file: answer.file, error: answer.error })
  return JSON.stringify(reportJson(answer.report, answer.findings, answer.file), null, indent)
}

export const read: Command = async (args, io) => {
  const given = parseArgs(args, [], ['json'])
  const files = isBad(given) ? [] : await expand(given.rest)
  if (isBad(given) || files.length === 0) {
    io.err(isBad(given) ? given.bad : '没有指定文件。')
    io.err(readUsage)
    return exit.usage
  }
  const json = given.flags.has('json')
  let failed = 0
  const inline = readJob as (file: string) => Promise<readonly Line[]>
  for await (const { index, answer } of eachFile(files, inline, json)) {
    for (const line of answer) {
      const bad = 'error' in line
      if (bad) {
        failed++
        io.err(`${line.file}：${line.error}`)
      }
      // A single file that cannot be read leaves the answer empty; among many its line keeps its place.
      if (json && (!bad || files.length > 1))
        io.out(asJson(line, files.length === 1 && answer.length === 1 ? 2 : 0))
      else if (!json && !bad && !('line' in line)) for (const text of describe(line)) io.out(text)
    }
    if (files.length >= manyFiles && (index + 1) % manyFiles === 0)
      io.err(`已读 ${index + 1}／${files.length} 份`)
  }
  return failed > 0 ? exit.undecidable : exit.holds
}
