/** `gongkai merge`: many organs' reports added up, with what is missing named (汇总). */

import { editions } from '../report/editions/index.ts'
import { cells, spokenCell } from '../report/form.ts'
import { type Merged, merge as mergeReports } from '../report/merge.ts'
import type { Report } from '../report/report.ts'
import { isFormat, write, writeFormats } from '../writer/write.ts'
import { isBad, parseArgs } from './args.ts'
import { writeOut } from './convert.ts'
import { expand } from './files.ts'
import { type Command, exit, type Io } from './io.ts'
import { eachFile } from './pool.ts'
import { hasFailed, readJob } from './read-job.ts'

export const mergeUsage =
  '用法：gongkai merge [--year 年度] [--edition 2019|2021] [--json] [--organ 汇总机关 --to 格式 --out 输出文件] 文件或文件夹…'

const readAll = async (files: readonly string[], io: Io) => {
  const reports: Report[] = []
  const unread: string[] = []
  for await (const { answer } of eachFile(files, readJob, false))
    for (const outcome of answer) {
      if (hasFailed(outcome)) {
        unread.push(outcome.file)
        io.err(`${outcome.file}：${outcome.error}`)
      } else reports.push(outcome.report)
    }
  return { reports, unread }
}

const names = (list: readonly { readonly organ: string }[]): string => {
  const shown = list.slice(0, 6).map(({ organ }) => organ)
  return shown.join('、') + (list.length > shown.length ? ` 等 ${list.length} 个机关` : '')
}

const describe = (merged: Merged, count: number): readonly string[] => {
  const captions = new Map(cells(editions[merged.edition].tables).map((cell) => [cell.key, spokenCell(cell)]))
  const partial = merged.cells.filter((cell) => cell.partial)
  const complete = merged.cells.filter((cell) => !cell.partial && cell.known !== null)
  return [
    `汇总 ${count - merged.refused.length} 份报告（${merged.edition} 年版表式）`,
    ...merged.refused.map(({ organ, reason }) => `  未计入 ${organ}：${reason}`),
    ...merged.notes.map(({ message, cites }) => `  请注意：${message}（${cites.join('、')}）`),
    `  ${complete.length} 格可以得出全数，${partial.length} 格缺数`,
    ...complete.map(({ key, known }) => `    ${captions.get(key)}：${known}`),
    ...(partial.length > 0 ? ['  缺数的格（已知部分不作全数）'] : []),
    ...partial.map(
      ({ key, known, missing }) =>
        `    ${captions.get(key)}：已知部分 ${known ?? '无'}，缺 ${names(missing)}`,
    ),
  ]
}

/** The sums as a report that can be written out; a sum that wants somebody's figure is left empty. */
const asReport = (merged: Merged, organ: string | undefined, year: number | null): Report => ({
  organ: organ === undefined ? null : { name: organ, kind: null },
  year,
  edition: merged.edition,
  script: 'simplified',
  sections: [],
  forms: Object.fromEntries(editions[merged.edition].tables.map(({ key }) => [key, merged.edition])),
  readings: merged.readings,
  claims: [],
  publication: {},
})

export const merge: Command = async (args, io) => {
  const given = parseArgs(args, ['year', 'edition', 'organ', 'to', 'out'], ['json'])
  const edition = isBad(given) ? undefined : (given.values.edition ?? '2021')
  const files = isBad(given) ? [] : await expand(given.rest)
  if (isBad(given) || files.length === 0 || (edition !== '2019' && edition !== '2021')) {
    io.err(
      isBad(given) ? given.bad : files.length === 0 ? '没有指定文件。' : '--edition 只能是 2019 或 2021。',
    )
    io.err(mergeUsage)
    return exit.usage
  }
  const { year } = given.values
  if (year !== undefined && !/^20\d{2}$/.test(year)) {
    io.err('--year 后面应当是四位年份，例如 2025。')
    return exit.usage
  }
  const { to, out = `汇总.${to}` } = given.values
  if (to !== undefined && !isFormat(to)) {
    io.err(`--to 只能是 ${writeFormats.join('、')}。`)
    return exit.usage
  }
  const { reports, unread } = await readAll(files, io)
  const merged =
    year === undefined ? mergeReports(reports, edition) : mergeReports(reports, edition, Number(year))
  if (given.flags.has('json')) io.out(JSON.stringify({ unread, ...merged }, null, 2))
  else for (const line of describe(merged, reports.length)) io.out(line)
  if (to !== undefined) {
    const first = reports.find((report) => report.year !== null)?.year ?? null
    const sum = asReport(merged, given.values.organ, year === undefined ? first : Number(year))
    if (!(await writeOut(out, await write(sum, to), io))) return exit.usage
  }
  const whole =
    unread.length === 0 && merged.refused.length === 0 && merged.cells.every((cell) => !cell.partial)
  return whole ? exit.holds : exit.undecidable
}
