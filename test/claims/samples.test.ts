import { describe, expect, test } from 'vitest'
import { comparedWith, type Metric } from '../../src/report/claims.ts'
import { cellsOf, fragment, missing, type Sample, samples } from './samples.ts'

/** What the hand-made truth calls a figure, and which claims may state it. */
const named: Readonly<Record<string, readonly Metric[]>> = {
  主动公开总数: ['proactive'],
  政府信息公开网主动公开: ['proactive'],
  政府网站主动公开: ['proactive'],
  政务微博微信公开: ['proactive'],
  重大建设项目批准: ['proactivePart'],
  政府集中采购信息: ['proactivePart'],
  大溪发布信息: ['proactivePart'],
  宣传资料: ['proactivePart'],
  张贴公告: ['proactivePart'],
  政府网站: ['proactivePart'],
  政务微信: ['proactivePart'],
  财政资金信息: ['proactivePart'],
  财政资金分项: ['proactivePart'],
  政府采购项目信息: ['proactivePart'],
  重点民生信息: ['proactivePart'],
  分类: ['proactivePart', 'interpretations', 'policyDocuments'],
  分单位: ['requestsPart'],
  收到申请数: ['received'],
  受理申请数: ['received'],
  收办申请: ['handled'],
  办理申请: ['processed'],
  同比: ['receivedChange'],
  网络申请: ['requestsPart'],
  信函申请: ['requestsPart'],
  自然人: ['fromNatural'],
  法人或其他组织: ['fromLegal'],
  商业企业: ['fromBusiness'],
  上年结转: ['carriedIn'],
  结转: ['carriedOut'],
  结转下年: ['carriedOut'],
  办结: ['answered'],
  答复: ['answered'],
  予以公开: ['granted'],
  部分公开: ['partial'],
  予以公开及部分公开: ['grantedOrPartial'],
  不予公开: ['denied'],
  无法提供: ['unavailable'],
  不予处理: ['declined'],
  其他处理: ['otherOutcome'],
  行政复议: ['reconsideration'],
  备案行政复议: ['reconsideration'],
  复议结果维持: ['reconsiderationUpheld'],
  复议明细: [
    'reconsiderationUpheld',
    'reconsiderationCorrected',
    'reconsiderationOther',
    'reconsiderationPending',
  ],
  行政诉讼: ['litigation'],
  备案行政诉讼: ['litigation'],
  诉讼结果: ['litigationOther'],
  '诉讼明细(维持,纠正,其他,未结)': [
    'litigationUpheld',
    'litigationCorrected',
    'litigationOther',
    'litigationPending',
  ],
  新增规范性文件: ['normativeIssued'],
  制发规范性文件: ['normativeIssued'],
  现行有效规范性文件: ['normativeInForce'],
  新增规章: ['rulesIssued'],
  政策性文件: ['policyDocuments'],
  政策文件: ['policyDocuments'],
  政策解读: ['interpretations'],
  解读: ['interpretations'],
  解读文件: ['interpretations'],
  常务会议: ['meetings'],
  常务会议信息: ['meetings'],
  公报: ['gazettes'],
  新闻发布会: ['pressConferences'],
  回应热点: ['responses'],
  微博微信回应: ['responses'],
  人大代表建议答复: ['proposals'],
  建议提案: ['proposals'],
  调查征集和意见采纳: ['consultations'],
  培训人数: ['trainees'],
  信息处理费: ['processingFee', 'processingFeeCases'],
}

/** Figures that are none of the report's counts: a share, the number of fields of a pilot. */
const notCounted = ['非政府网站解读占比', '试点领域']

const figuresOf = (value: unknown): readonly number[] => {
  if (Array.isArray(value)) return value.flatMap(figuresOf)
  if (typeof value === 'number') return [value]
  if (value === '原告撤诉') return [1]
  return [...String(value).matchAll(/([+-]?\d+(?:\.\d+)?)(万)?/g)].map(
    ([, digits, wan]) => Number(digits) * (wan ? 10_000 : 1),
  )
}

const missed = ({ truth, claims }: Sample): readonly string[] =>
  Object.entries(truth.narrative)
    .filter(([key]) => !notCounted.includes(key))
    .flatMap(([key, value]) =>
      figuresOf(value)
        .filter((figure) => !claims.some((c) => named[key]?.includes(c.metric) && c.value === figure))
        .map((figure) => `${key} ${figure}`),
    )

/** Claims that contradict the tables, as a rule of the checker would see them. */
const contradictions = (sample: Sample): readonly string[] => {
  const cells = cellsOf(sample)
  return sample.claims.flatMap((claim) => {
    const sums = comparedWith(claim, sample.truth.edition).map((keys) => keys.map((k) => cells.get(k)))
    if (sums.length === 0 || sums.some((s) => s.some((v) => v === undefined || v === null))) return []
    const agrees = sums.some((s) => s.reduce<number>((a, b) => a + (b ?? 0), 0) === claim.value)
    return agrees || claim.approximate ? [] : [`${claim.metric} ${claim.value}`]
  })
}

describe.skipIf(missing !== null)(`样本年报的文字数据${missing ? `（跳过：${missing}）` : ''}`, () => {
  const all = missing === null ? samples() : []

  test('文字里写到的数据都读到', () => {
    for (const sample of all) expect.soft(missed(sample), sample.name).toEqual([])
  })

  test('与表格不符的，只有原件真正不符的那些', () => {
    const found = Object.fromEntries(
      all.map((s) => [s.name, contradictions(s)] as const).filter(([, list]) => list.length > 0),
    )
    expect(found).toEqual({ 'text/pingtan-2023-run-together': ['normativeInForce 393'] })
  })

  test('口径不同的不与表格相比', () => {
    const scopes = (name: string) =>
      all
        .find((s) => s.name.startsWith(name))
        ?.claims.flatMap((c) => (c.scope ? [`${c.metric} ${c.scope}`] : []))
    expect(scopes('text/hongze-2024-raw')).toEqual(['received 代表区政府'])
    expect(scopes('text/suqian-2023-2024-two-column#2024')).toEqual([
      'reconsideration 备案',
      'litigation 备案',
    ])
  })

  test('分项之和与总数可以核对', () => {
    const sums = all.flatMap(({ name, claims }) =>
      claims.flatMap((whole) => {
        const lists = Map.groupBy(
          claims.filter((c) => c.part?.of === whole.id),
          (c) => c.part?.list,
        )
        return [...lists.values()].map((parts) => ({
          name,
          whole: whole.value,
          covers: parts[0]?.part?.covers,
          sum: parts.reduce((a, b) => a + b.value, 0),
        }))
      }),
    )
    const complete = sums.filter((s) => s.covers !== 'some')
    expect(complete.filter((s) => s.sum !== s.whole)).toEqual([
      { name: 'text/pingtan-2019-run-together', whole: 2599, covers: 'whole', sum: 2533 },
    ])
    expect(complete.map((s) => s.whole)).toEqual(expect.arrayContaining([2351, 3607, 351, 46, 81]))
    expect(sums.filter((s) => s.sum > s.whole)).toEqual([])
  })

  test('片段：渠道、结转、逐类分项', () => {
    const said = (name: string, year: number) =>
      fragment(name, year)
        .filter((c) => !c.part)
        .map((c) => `${c.metric} ${c.value}`)
    expect(said('F03', 2023)).toEqual([
      'proactive 129',
      'received 16',
      'carriedIn 1',
      'answered 16',
      'carriedOut 1',
    ])
    expect(said('F11', 2023)).toEqual([
      'proactive 47',
      'requestsPart 3',
      'requestsPart 36',
      'carriedOut 2',
      'reconsideration 31',
      'litigation 0',
    ])
    expect(said('F12', 2022)).toEqual(
      expect.arrayContaining(['received 0', 'granted 0', 'denied 0', 'reconsideration 0', 'litigation 0']),
    )
  })
})
