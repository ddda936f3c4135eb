/** `gongkai compare`: two reports side by side: figures, carry-over, likeness of the prose. */

import { chineseNumeral } from '../law/chinese-numeral.ts'
import { check as checkReport } from '../report/check.ts'
import { changes, compare as compareReports } from '../report/compare.ts'
import type { Finding } from '../report/report.ts'
import { isBad, parseArgs } from './args.ts'
import { readOne } from './check.ts'
import { describeFinding } from './describe.ts'
import { type Command, exit } from './io.ts'

export const compareUsage = '用法：gongkai compare 上年报告 本年报告 [--json]'

const percent = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 100)}%`)
const shown = (value: number | null): string => (value === null ? '未知' : String(value))
const signed = (value: number | null): string =>
  value === null ? '' : value > 0 ? `（+${value}）` : `（${value}）`

/** Rules that hold one year against the other. */
const acrossYears = (finding: Finding): boolean => finding.rule.startsWith('X-') || finding.rule === 'UNIT'

export const compare: Command = async (args, io) => {
  const given = parseArgs(args, [], ['json'])
  if (isBad(given) || given.rest.length !== 2) {
    io.err(isBad(given) ? given.bad : '请给出两份报告：先上年，后本年。')
    io.err(compareUsage)
    return exit.usage
  }
  const [first = '', second = ''] = given.rest
  const before = await readOne(first, io)
  const after = await readOne(second, io)
  if (!before || !after) return exit.undecidable
  const comparison = compareReports(before.report, after.report)
  const consecutive =
    before.report.year !== null && after.report.year !== null && after.report.year - before.report.year === 1
  const findings = consecutive
    ? checkReport(after.report, { previous: before.report }).filter(acrossYears)
    : []
  const broken = findings.some((finding) => finding.verdict === 'broken' && finding.severity !== 'note')
  const code = broken ? exit.broken : exit.holds
  if (given.flags.has('json')) {
    io.out(JSON.stringify({ before: before.file, after: after.file, ...comparison, findings }, null, 2))
    return code
  }
  const name = (report: typeof before.report) =>
    `${report.organ?.name ?? '机关不明'} ${report.year ?? '年度不明'}`
  io.out(`${name(before.report)} → ${name(after.report)}`)
  if (!consecutive) io.out('  两份报告不是相连的两年，不核对上下年衔接。')
  for (const finding of findings) for (const line of describeFinding(finding)) io.out(line)
  if (consecutive && findings.length === 0) io.out('  上年结转、现行有效件数等均与上年衔接。')
  io.out('')
  io.out('  文字重复率')
  for (const section of comparison.sections) {
    io.out(`    ${chineseNumeral(section.number)}、${percent(section.similarity)}`)
    for (const sentence of section.copied.slice(0, 5))
      io.out(`      照抄：“${sentence.replace(/\s+/g, ' ').trim()}”`)
  }
  io.out(`    合计 ${percent(comparison.similarity)}`)
  io.out('')
  const different = changes(comparison)
  io.out(different.length === 0 ? '  各格数字相同。' : `  有 ${different.length} 处数字不同`)
  for (const line of different) {
    const caution = line.caution ? `　注意：${line.caution}` : ''
    io.out(
      `    ${line.caption}：${shown(line.before.value)} → ${shown(line.after.value)}${signed(line.difference)}${caution}`,
    )
  }
  return code
}
