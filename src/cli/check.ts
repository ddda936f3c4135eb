/** `gongkai check`: reads reports, holds them against the rules and says what is wrong, in plain Chinese. */

import { check as checkReport } from '../report/check.ts'
import { summarise } from '../report/verdict.ts'
import { reportJson } from '../writer/json.ts'
import { isBad, parseArgs } from './args.ts'
import { describe } from './describe.ts'
import { expand } from './files.ts'
import { type Command, exit, type Io } from './io.ts'
import { eachFile } from './pool.ts'
import { type Checked, hasFailed, type Outcome, readJob } from './read-job.ts'

export const checkUsage = '用法：gongkai check [--previous 上年报告] [--json] 文件或文件夹…'

/** Files from which on progress is told. */
const manyFiles = 20

/** The graver of two exit codes: broken before undecidable before holds. */
export const graver = (a: number, b: number): number => {
  const order: readonly number[] = [exit.holds, exit.undecidable, exit.broken]
  return order.indexOf(a) >= order.indexOf(b) ? a : b
}

/** Reads the report against which carry-over is checked; null, with a message, where there is not exactly one. */
export const readOne = async (file: string, io: Io): Promise<Checked | null> => {
  const outcomes = await readJob(file)
  const [only] = outcomes
  if (!only || outcomes.length > 1 || hasFailed(only)) {
    const why = !only || hasFailed(only) ? (only?.error ?? '文件里没有报告。') : '文件里有不止一份报告。'
    io.err(`${file}：${why}`)
    return null
  }
  return only
}

const withPrevious = (outcome: Outcome, previous: Checked | null): Outcome => {
  if (!previous || hasFailed(outcome)) return outcome
  const own = outcome.findings.filter(
    (f) => f.rule === 'LOST-COLUMNS' || (f.rule === 'UNREAD' && f.cells.length === 0),
  )
  return { ...outcome, findings: [...own, ...checkReport(outcome.report, { previous: previous.report })] }
}

export const check: Command = async (args, io) => {
  const given = parseArgs(args, ['previous'], ['json'])
  if (isBad(given)) {
    io.err(given.bad)
    io.err(checkUsage)
    return exit.usage
  }
  const files = await expand(given.rest)
  if (files.length === 0) {
    io.err(given.rest.length === 0 ? '没有指定文件。' : '文件夹里没有可读的文件。')
    io.err(checkUsage)
    return exit.usage
  }
  const { previous: before } = given.values
  const previous = before === undefined ? null : await readOne(before, io)
  if (before !== undefined && previous === null) return exit.usage
  let code: number = exit.holds
  for await (const { index, answer } of eachFile(files, readJob, false)) {
    for (const outcome of answer.map((o) => withPrevious(o, previous))) {
      if (hasFailed(outcome)) {
        io.err(`${outcome.file}：${outcome.error}`)
        code = graver(code, exit.undecidable)
        continue
      }
      code = graver(code, summarise(outcome.report, outcome.findings).exitCode)
      if (given.flags.has('json'))
        io.out(JSON.stringify(reportJson(outcome.report, outcome.findings, outcome.file)))
      else for (const line of describe(outcome)) io.out(line)
    }
    if (files.length >= manyFiles && (index + 1) % manyFiles === 0)
      io.err(`已核对 ${index + 1}／${files.length} 份`)
  }
  return code
}
