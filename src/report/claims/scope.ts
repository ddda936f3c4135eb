/**
 * Scopes that differ from the report's own. A figure of another year, another organ, a part of the year or
 * another kind of business must never be held against the tables: it would be a false alarm.
 */

import type { Metric } from './claim.ts'
import { disputeTotals, family, isResult } from './draft.ts'

export interface Setting {
  /** The sentence from its beginning, or from its last semicolon, to the figure. */
  readonly head: string
  readonly clause: string
  readonly metric: Metric
  readonly year: number | null
  /** Name of the organ that reports. */
  readonly organ: string | null
  /** Whether the sentence or its paragraph is about disclosure at the request of someone, or at all. */
  readonly aboutDisclosure: boolean
}

const compared = /(?:比|较|与|和|同|至|到|自|结转|从)$/
const carriedBehind = /^度?(?:末|底)?(?:结转|转入|转接|遗留)/

/** Another year that the words before a figure speak of. */
const otherYear = (head: string, year: number): string | null => {
  let last: number | null = null
  for (const found of head.matchAll(/(20\d\d) ?年/g)) {
    if (compared.test(head.slice(Math.max(0, found.index - 3), found.index))) continue
    if (carriedBehind.test(head.slice(found.index + found[0].length, found.index + found[0].length + 8)))
      continue
    last = Number(found[1])
  }
  return last === null || last === year ? null : `${last}年`
}

const lastYear = /去年|上一?年|上年度|同期|前一年/
const comparing = /[比较]|相比|同比/
const wholeYear = /12月31日|12月底|1月?[至-]12月|全年/
const partOfYear = /(?<!\d)\d{1,2}月(?!31)|[一二三四]季度|第?[1-4一二三四]季度|上半年|下半年/
const accumulated = /历年|(?:实施|施行|颁布|建立|开通|成立)以来/
const since = /(20\d\d)年(?:\d{1,2}月)?(?:以来|起|至今)/
const onBehalf = /代表?(?:.{0,6}(?:人民)?政府|.{0,6}委员会|.{0,4}管委会)(?=收到|受理|办理|答复|接收|处理|共)/
const oneLevel = /[省市县区州]本级|本级政府/
const subordinate = /各(?:乡镇|镇|乡|街道|县区|区县|县|区|部门|单位)|[市县区州]直|[市县区]级(?:各)?部门/
const everyone = /[全我][省市县区州盟旗]|各级/
/** Words by which a sentence shows that it is about disclosure. */
export const ofDisclosure = /信息公开|政务公开|依申请|公开申请/
const reviewing = /受理|办理|审理|审结|办结|立案/
const unitNamed =
  /([\u4e00-\u9fff]{2,14}?(?:局|委|办|厅|镇|乡|街道|中心|县|区|办公室|街道办事处))(?:共|累计|全年|本年|今年)*(?:收到|受理|办理|接收|答复|收办)/

/** Whether a name is the reporting organ's own, written shorter or longer. */
const isOwn = (name: string, organ: string): boolean =>
  organ.startsWith(name) || organ.endsWith(name) || name.endsWith(organ)

const foreignUnit = (clause: string, organ: string | null): string | null => {
  if (organ === null || !/政府|管理委员会|管委会/.test(organ)) return null
  const name = unitNamed.exec(clause.slice(-60))?.[1]?.replace(/^.*(?:年|度)/, '')
  return name === undefined || name === '' || /[我全本各]/.test(name) || isOwn(name, organ) ? null : name
}

const ofRequests = (clause: string, organ: string | null): string | null => {
  if (clause.includes('咨询')) return '咨询'
  const behalf = onBehalf.exec(clause)
  if (behalf) return behalf[0]
  if (everyone.test(clause)) return null
  return oneLevel.exec(clause)?.[0] ?? subordinate.exec(clause)?.[0] ?? foreignUnit(clause, organ)
}

/** The scope of a figure in words, or null where it is the report's own. */
export const scopeOf = (setting: Setting): string | null => {
  const { head, clause, metric, year } = setting
  const kind = family(metric)
  const carried = metric === 'carriedIn' || metric === 'carriedOut'
  if (!carried) {
    const other = year === null ? null : otherYear(head, year)
    if (other) return other
    if (lastYear.test(clause) && !clause.includes('结转') && !comparing.test(clause)) return '上年'
  }
  const from = since.exec(head)?.[1]
  if (accumulated.test(head) || (from !== undefined && year !== null && Number(from) < year))
    return '历年累计'
  if (partOfYear.test(clause) && !wholeYear.test(head)) return '年内一段时间'
  if (kind !== 'requests' && kind !== 'disputes') return null
  if (clause.includes('备案')) return '备案'
  if (disputeTotals.has(metric) || isResult(metric)) {
    if (setting.aboutDisclosure) return null
    return reviewing.test(clause) ? '行政复议机关办理的案件' : '未限于政府信息公开'
  }
  return ofRequests(clause, setting.organ)
}

/** Whether the words before a figure turn back to the whole report. */
export const resumesWhole = (clause: string): boolean =>
  everyone.test(clause) || /我[局委办厅镇乡处院]|本[局委办厅镇乡机单]/.test(clause)
