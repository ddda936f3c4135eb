/** What depends on the kind of organ: who may make 规章, who reports on 考核, when the report is due. */

import type { Citation } from '../../law/citation.ts'
import { type Day, dayOf, daysBetween } from '../../law/day.ts'
import { cellsOf, spokenCell } from '../form.ts'
import { figureAt } from '../reading.ts'
import type { OrganKind } from '../report.ts'
import { bare, foundTables, listed, type Remark, type Rule } from './rule.ts'

/** Whether organs of a kind may make 规章; null where the kind does not tell. */
export const mayMakeRules: Readonly<Record<OrganKind, boolean | null>> = {
  state: true,
  provincialGovernment: true,
  cityGovernment: true,
  countyGovernment: false,
  townshipGovernment: false,
  department: false,
  other: null,
}

const rulesByRulemakers: Rule = {
  id: 'RULES',
  title: '没有规章制定权的机关规章一行为零',
  severity: 'error',
  cites: ['条例§20(1)', '年报格式'],
  run: (subject) => {
    if (subject.mayMakeRules !== false) return []
    const cells = foundTables(subject)
      .filter(({ key }) => key === 'documents')
      .flatMap(cellsOf)
      .filter(({ key, row }) => row.path === 'rules' && (figureAt(subject.report.readings, key) ?? 0) > 0)
    if (cells.length === 0) return []
    const figures = cells.map((cell) => `${spokenCell(cell)} ${figureAt(subject.report.readings, cell.key)}`)
    return [
      {
        verdict: 'broken',
        cells: cells.map(({ key }) => key),
        message: `本机关没有规章制定权，而填有规章：${listed(figures)}。`,
      },
    ]
  },
}

const governments: ReadonlySet<OrganKind> = new Set([
  'provincialGovernment',
  'cityGovernment',
  'countyGovernment',
])

/** What governments report besides, and the words by which a text is taken to speak of it. */
const assessments = [
  { name: '工作考核', words: /考核|考评|考绩|绩效/ },
  { name: '社会评议', words: /评议|测评|满意度|第三方评估|社会评价/ },
  { name: '责任追究结果', words: /责任追究|追究责任|追责|问责|追究/ },
] as const

const resultsOfSupervision: Rule = {
  id: 'ART50-4',
  title: '县级以上人民政府报告工作考核、社会评议和责任追究结果',
  severity: 'warning',
  cites: ['条例§50(4)', '年报格式'],
  run: ({ report, kind }) => {
    const text = report.sections.map((section) => bare(section.text)).join('\n')
    if (kind === null || !governments.has(kind) || text.trim() === '') return []
    const missing = assessments.filter(({ words }) => !words.test(text)).map(({ name }) => name)
    if (missing.length === 0) return []
    return [{ verdict: 'broken', message: `正文没有报告${missing.join('、')}情况。` }]
  },
}

/** When a report is to be public at the latest. `statutory`: by 条例§49 itself, not by practice. */
export interface ReportDue {
  readonly day: Day
  readonly statutory: boolean
  readonly cites: readonly Citation[]
}

/** Month and day of the year after, by kind of organ. */
const dates: Readonly<Record<OrganKind, readonly [month: number, day: number, statutory: boolean]>> = {
  provincialGovernment: [3, 31, true],
  cityGovernment: [3, 31, true],
  countyGovernment: [3, 31, true],
  department: [1, 31, true],
  state: [1, 31, true],
  townshipGovernment: [1, 31, false],
  other: [3, 31, false],
}

/**
 * The last day for publication. §49 sets it for departments (31 January) and for governments (31 March);
 * townships keep the former by practice only, and for other organs the latter is the outer limit.
 */
export const reportDueOn = (kind: OrganKind | null, year: number): ReportDue => {
  const [month, day, statutory] = dates[kind ?? 'other']
  return { day: dayOf(year + 1, month, day), statutory, cites: ['条例§49'] }
}

const publishedInTime: Rule = {
  id: 'DATE',
  title: '部门一月三十一日前、政府三月三十一日前公布',
  severity: 'error',
  cites: ['条例§49'],
  run: ({ report, kind, publishedOn }): readonly Remark[] => {
    if (report.year === null || publishedOn === null) return []
    const { day, statutory } = reportDueOn(kind, report.year)
    const late = daysBetween(day, publishedOn)
    const sides = {
      left: { text: `应于 ${day} 前公布`, value: null },
      right: { text: `公布于 ${publishedOn}`, value: null },
    }
    return late <= 0
      ? [{ verdict: 'holds', ...sides, message: `应于 ${day} 前公布，公布于 ${publishedOn}，按期。` }]
      : [
          {
            verdict: 'broken',
            severity: statutory ? 'error' : 'warning',
            ...sides,
            message: `应于 ${day} 前公布，公布于 ${publishedOn}，迟 ${late} 日${statutory ? '' : '（该日期依惯例）'}。`,
          },
        ]
  },
}

export const organRules: readonly Rule[] = [rulesByRulemakers, resultsOfSupervision, publishedInTime]
