/** A checked report in plain Chinese, for a terminal. */

import { cells } from '../report/form.ts'
import { placeWords } from '../report/place-words.ts'
import { isRead, readingAt } from '../report/reading.ts'
import type { Finding } from '../report/report.ts'
import { tablesOf } from '../report/report.ts'
import type { Checked } from './read-job.ts'

const mark = { holds: '＝', broken: '≠', undecidable: '？' } as const
const severity = { error: '错误', warning: '提示', note: '说明' } as const
const editionName = {
  '2019': '2019年试行版',
  '2021': '2021年版',
  pre2019: '2019年以前（无统一表式）',
} as const

/** How many cells were read of how many the form has, and what became of the others. */
export const coverage = ({ report }: Pick<Checked, 'report'>) => {
  const all = cells(tablesOf(report))
  const count = { read: 0, blank: 0, unread: 0, absent: 0, form: all.length }
  for (const { key } of all) {
    const reading = readingAt(report.readings, key)
    if (isRead(reading)) count.read++
    else if (reading.kind === 'blank' || reading.kind === 'dash') count.blank++
    else if (reading.kind === 'absent') count.absent++
    else count.unread++
  }
  return count
}

const whereOf = ({ place }: Finding): string => {
  const words = place === undefined ? '' : placeWords(place)
  return words === '' ? '' : `原文位置：${words}`
}

/** One finding: what is wrong, both sides, the sentence and the article. */
export const describeFinding = (finding: Finding): readonly string[] => {
  const { left, right, verdict, sentence, cites, cells: keys } = finding
  const side = (s: typeof left) => (s ? `${s.text}${s.value === null ? '（未知）' : ` = ${s.value}`}` : '')
  const relation = verdict === 'broken' ? '≠' : verdict === 'holds' ? '=' : '？'
  return [
    `  ${mark[verdict]} [${severity[finding.severity]} ${finding.rule}] ${finding.message}`,
    ...(left && right ? [`      ${side(left)}  ${relation}  ${side(right)}`] : []),
    ...(sentence ? [`      原句：“${sentence.replace(/\s+/g, ' ').trim()}”`] : []),
    ...(keys.length > 0
      ? [`      单元格：${keys.slice(0, 4).join('、')}${keys.length > 4 ? ` 等 ${keys.length} 格` : ''}`]
      : []),
    ...[[whereOf(finding), `依据：${cites.join('、')}`].filter(Boolean).join('；')].map((t) => `      ${t}`),
  ]
}

/** The report: what it is, how much of it was read, what was found. */
export const describe = (checked: Checked): readonly string[] => {
  const { report, findings, file } = checked
  const { read, blank, unread, absent, form } = coverage(checked)
  const shown = findings.filter((f) => f.verdict !== 'holds' || f.severity === 'note')
  const counted = (verdict: Finding['verdict']) =>
    shown.filter((f) => f.verdict === verdict && f.severity !== 'note').length
  const broken = counted('broken')
  const open = counted('undecidable')
  const notes = shown.filter((f) => f.severity === 'note').length
  const rest = [
    blank > 0 && `${blank} 格空白或划线`,
    unread > 0 && `${unread} 格印有数字但不能确定`,
    absent > 0 && `${absent} 格原文中没有（不按零处理）`,
  ].filter(Boolean)
  const order = { broken: 0, undecidable: 1, holds: 2 } as const
  const sorted = [...shown].sort((a, b) => order[a.verdict] - order[b.verdict])
  return [
    file,
    `  机关：${report.organ?.name ?? '原文未载明'}　年度：${report.year ?? '未能确定'}　表式：${report.edition ? editionName[report.edition] : '未能确定'}${report.script === 'traditional' ? '　繁体' : ''}`,
    report.edition === 'pre2019'
      ? '  2019 年以前的报告没有统一表式，只读正文数字和统计表，不按现行规则核对。'
      : `  读出 ${read} 格，表式共 ${form} 格${rest.length > 0 ? `；${rest.join('，')}` : ''}`,
    ...sorted.flatMap(describeFinding),
    broken + open === 0
      ? `  结论：各项核对均相符${notes > 0 ? `（另有 ${notes} 处说明）` : ''}。`
      : `  结论：${[broken > 0 && `${broken} 处不符`, open > 0 && `${open} 处无法判定`, notes > 0 && `${notes} 处说明`].filter(Boolean).join('，')}。`,
    '',
  ]
}
