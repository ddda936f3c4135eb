/** 勾稽关系: the totals and balances of the tables. */

import type { Citation } from '../../law/citation.ts'
import { scopeName } from '../equations.ts'
import type { FormRule } from '../form.ts'
import { isEmpty, type Judgement, judgements } from '../judge.ts'
import type { Severity } from '../report.ts'
import { listed, type Remark, type Rule, type Subject } from './rule.ts'

/** Why a relation cannot be decided; relations of one rule with one cause make one finding. */
type Cause = 'empty' | 'absent' | 'unread'

const causeOf = ({ unknown }: Judgement): Cause =>
  unknown.some(({ reading }) => reading.kind === 'ambiguous' || reading.kind === 'illegible')
    ? 'unread'
    : unknown.some(({ reading }) => !isEmpty(reading))
      ? 'absent'
      : 'empty'

const causes: Readonly<Record<Cause, string>> = {
  empty: '未填',
  absent: '未见',
  unread: '不能确定',
}

const undecided = (group: readonly Judgement[], cause: Cause, subject: Subject): Remark => {
  const [first] = group as [Judgement, ...Judgement[]]
  const cells = [...new Set(group.flatMap(({ unknown }) => unknown.map(({ key }) => key)))]
  const names = group.map(({ equation }) => scopeName(equation))
  const tolerated = cause === 'empty' && subject.edition?.blanks === 'tolerated'
  return {
    verdict: 'undecidable',
    severity: tolerated ? 'note' : 'warning',
    cells,
    cites: first.equation.cites,
    ...(group.length === 1 && { left: first.left, right: first.right }),
    message:
      group.length === 1
        ? first.message
        : `${listed(names, 4)}的关系因 ${cells.length} 格${causes[cause]}而无法判断。`,
  }
}

const remarks = (rule: FormRule, subject: Subject): readonly Remark[] => {
  const all = judgements(subject.tables, subject.report.readings, rule)
  const decided = all
    .filter(({ verdict }) => verdict !== 'undecidable')
    .map(
      ({ equation, verdict, left, right, message }): Remark => ({
        verdict,
        left,
        right,
        cells: [...equation.left, ...equation.right],
        cites: equation.cites,
        message,
      }),
    )
  const open = Object.groupBy(
    all.filter(({ verdict }) => verdict === 'undecidable'),
    causeOf,
  )
  return [
    ...decided,
    ...Object.entries(open).map(([cause, group]) => undecided(group, cause as Cause, subject)),
  ]
}

const relation = (id: FormRule, title: string, severity: Severity, cites: readonly Citation[]): Rule => ({
  id,
  title,
  severity,
  cites,
  run: (subject) => remarks(id, subject),
})

export const relationRules: readonly Rule[] = [
  relation('T3-ID', '每列新收与上年结转之和等于办理结果总计与结转下年度之和', 'error', [
    '条例§50(2)',
    '年报格式',
  ]),
  relation('T3-SUM', '每列办理结果各项之和等于总计', 'error', ['条例§50(2)', '年报格式']),
  relation('T3-ROW', '每行各类申请人之和等于总计', 'error', ['条例§50(2)', '年报格式']),
  relation('T4-SUM', '复议、诉讼各组结果之和等于总计', 'error', ['条例§50(3)', '年报格式']),
  // A document may lapse in the year it was issued, so a stock too small is to be explained, not refused.
  relation('T2-STOCK', '存量不小于当年新增', 'warning', ['条例§20(1)', '年报格式']),
]
