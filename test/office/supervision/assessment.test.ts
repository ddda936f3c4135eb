/** The engine on three real systems: scores worked out by hand, and what holds of every score. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSystem } from '../../../src/office/supervision/assessment/check-system.ts'
import { compose } from '../../../src/office/supervision/assessment/composite.ts'
import type { Facts, Mark, Marks, Occurrence } from '../../../src/office/supervision/assessment/facts.ts'
import { lossesOf, score } from '../../../src/office/supervision/assessment/score.ts'
import {
  allLeaves,
  faultsOf,
  type IndicatorSystem,
} from '../../../src/office/supervision/assessment/system.ts'
import { baoji2020 } from '../../../src/office/supervision/assessment/systems/baoji-2020.ts'
import { licheng2020 } from '../../../src/office/supervision/assessment/systems/licheng-2020.ts'
import { standardSystems } from '../../../src/office/supervision/assessment/systems/standard-systems.ts'
import { websites2019 } from '../../../src/office/supervision/assessment/systems/websites-2019.ts'
import { withFigures } from '../../../src/office/supervision/assessment/with-figures.ts'

const found = (kind: string, times = 1): Occurrence => ({
  id: kind,
  kind,
  what: '示例',
  where: '示例栏目',
  times,
})

const faults = (leaf: string, ...kinds: readonly (readonly [string, number])[]): Marks => ({
  [leaf]: { found: kinds.map(([kind, times]) => found(kind, times)) },
})

const factsOf = (system: IndicatorSystem, marks: Marks = {}, more: Partial<Facts> = {}): Facts => ({
  class: system.classes[0]!.key,
  marks,
  vetoes: [],
  ...more,
})

/** Every leaf of 宝鸡 fully met. */
const met: Marks = Object.fromEntries(
  allLeaves(baoji2020).flatMap(({ id, rule }): [string, Mark][] =>
    rule.kind === 'levels'
      ? [[id, { level: 'done' }]]
      : rule.kind === 'ratio'
        ? [[id, { sample: { passed: 5, of: 5 } }]]
        : [],
  ),
)

describe('条例§46 指标体系是数据', () => {
  test.each(standardSystems)('$name：合计相符，转为 JSON 不失内容', (system) => {
    expect(checkSystem(system)).toEqual([])
    expect(JSON.parse(JSON.stringify(system))).toEqual(system)
  })

  test('分值对不上、编号重复、限制指向别处的，逐处说明', () => {
    const [first, ...rest] = licheng2020.indicators
    const wrong = { ...licheng2020, indicators: [{ ...first!, weight: 11, id: '2' }, ...rest] }
    expect(checkSystem(wrong).map(({ at }) => at)).toEqual(['', '2'])
    const strange = { ...first!, limits: [{ fault: '9.repeat', effect: 'times', share: 2 } as const] }
    expect(checkSystem({ ...licheng2020, indicators: [strange, ...rest] })).toHaveLength(2)
    expect(checkSystem({ ...licheng2020, indicators: [] })).toHaveLength(1)
  })
})

describe('鲤城 2020：逐次扣分', () => {
  test('没有问题的得满分', () => {
    expect(score(licheng2020, factsOf(licheng2020))).toMatchObject({
      total: 100,
      grade: '优秀',
      verdict: 'passed',
    })
  })

  test('一件超期公开、三处要素：扣5和3；年报三处扣15，本项只有10分', () => {
    const marks = {
      ...faults('1', ['1.early-late', 1], ['1.elements', 3]),
      ...faults('2', ['2.not-filed', 1], ['2.late', 1], ['2.copied', 1]),
    }
    const { total, indicators } = score(licheng2020, factsOf(licheng2020, marks))
    expect(total).toBe(100 - 8 - 10)
    expect(indicators[0]!.losses.map(({ caption, times, lost }) => [caption, times, lost])).toEqual([
      ['公文提前或者超期公开', 1, 5],
      ['标题、索引号等要素未规范录入', 3, 3],
    ])
    expect(indicators[1]!.losses.at(-1)).toMatchObject({ caption: '扣完为止', lost: -5 })
  })

  test('单个问题有上限：关联缺了九处，最多扣4分', () => {
    expect(score(licheng2020, factsOf(licheng2020, faults('6', ['6.unlinked', 9]))).total).toBe(96)
  })

  test('减半：均未解读的，扣5以后余10再减半', () => {
    const { total, indicators } = score(licheng2020, factsOf(licheng2020, faults('6', ['6.none', 1])))
    expect(total).toBe(90)
    expect(indicators[5]).toMatchObject({ worth: 15, points: 5 })
  })

  test('限制在及格分：没有清单的，15分最多得9分', () => {
    expect(score(licheng2020, factsOf(licheng2020, faults('7', ['7.no-list', 1]))).total).toBe(94)
  })

  test('不适用的并入同级：新媒体13分不适用，依申请超期的6分折为 600/87', () => {
    const marks = { ...faults('3', ['3.overdue', 1]), '8': { notApplicable: '没有开设账号' } }
    const { total, indicators } = score(licheng2020, factsOf(licheng2020, marks))
    expect(total).toBe(93.1)
    expect(indicators[7]).toMatchObject({ worth: 0, absentBecause: '没有开设账号' })
  })
})

describe('国办 2019：否决、扣分、加分、4/3', () => {
  const bonus = {
    B1: { found: [found('B1.six')] },
    B3: { found: [found('B3.access'), found('B3.search', 3)] },
  }

  test('单项否决的不得分，不管其余', () => {
    const vetoed = factsOf(websites2019, bonus, { vetoes: [found('V2')] })
    expect(score(websites2019, vetoed)).toMatchObject({ total: 0, verdict: 'vetoed', grade: null, base: 100 })
  })

  test('达到个数才否决：空白栏目四个不否决，五个否决', () => {
    const of = (times: number) =>
      score(websites2019, factsOf(websites2019, {}, { vetoes: [found('V7', times)] }))
    expect([of(4).verdict, of(5).verdict]).toEqual(['passed', 'vetoed'])
  })

  test('扣分不超过单项：空白栏目七个扣35，本项25', () => {
    expect(score(websites2019, factsOf(websites2019, faults('1.1', ['1.1.empty', 7]))).total).toBe(75)
  })

  test('超过80分的才加分：81分加15，80分不加', () => {
    const above = { ...bonus, ...faults('1.1', ['1.1.empty', 3]), ...faults('4', ['4.marks', 2]) }
    expect(score(websites2019, factsOf(websites2019, above)).total).toBe(100 - 15 - 4 + 15)
    const at = { ...bonus, ...faults('1.1', ['1.1.empty', 4]) }
    expect(score(websites2019, factsOf(websites2019, at))).toMatchObject({ base: 80, total: 80 })
  })

  test('没有服务职能的：75分中得69分，乘以4/3得92分', () => {
    const facts = factsOf(websites2019, faults('1.2', ['1.2.none', 2]), { class: 'noService' })
    const result = score(websites2019, facts)
    expect(result).toMatchObject({ base: 92, total: 92 })
    expect(result.steps[1]).toMatchObject({ caption: '不适用的 25 分不计，按 100/75 放大', points: 23 })
  })

  test('60分以下不合格', () => {
    const marks = { ...faults('1.1', ['1.1.empty', 9]), ...faults('3', ['3.slow', 4]) }
    expect(score(websites2019, factsOf(websites2019, marks))).toMatchObject({ total: 55, verdict: 'failed' })
  })
})

describe('宝鸡 2020：权重相乘', () => {
  test('一个评估点值 40%×70%×10%×30%×100%，即0.84分', () => {
    const marks = { ...met, '1.1.1.1.1': { level: 'not' } }
    const result = score(baoji2020, factsOf(baoji2020, marks))
    expect(result.total).toBe(99.16)
    expect(lossesOf(result.indicators)[0]!.lost).toBeCloseTo(0.84)
  })

  test('抽查五件合格三件，部分符合得一半', () => {
    // 1.1.2.2: 40×70%×50%×40% = 5.6, two fifths lost; 2.2: 20×25% = 5, half lost.
    const marks = { ...met, '1.1.2.2': { sample: { passed: 3, of: 5 } }, '2.2': { level: 'partly' } }
    expect(score(baoji2020, factsOf(baoji2020, marks)).total).toBe(95.26)
  })

  test('有废止未标注的，政策文件整项最多得六成', () => {
    // 政策文件 is worth 14; without the limit it would have kept 14 − 14×60%×20% = 12.32.
    const marks = { ...met, ...faults('1.1.2.1', ['1.1.2.1.abolished', 1]) }
    expect(score(baoji2020, factsOf(baoji2020, marks)).total).toBe(94.4)
  })

  test('部门版不看政务服务大厅，两版各有各的指标', () => {
    const result = score(baoji2020, factsOf(baoji2020, met, { class: 'department' }))
    expect(result.total).toBe(100)
    expect(result.indicators[2]!.children[1]!.absentBecause).toBe('不适用于该类机关')
  })

  test('没有评定的不得分，并写明', () => {
    const losses = lossesOf(score(baoji2020, factsOf(baoji2020)).indicators)
    expect(new Set(losses.map(({ caption }) => caption))).toEqual(new Set(['尚未评定', '尚未采样']))
  })

  test('综合得分按权重，缺一部分的按比例并入其余', () => {
    const whole = compose(baoji2020.composite, { own: [90], quarters: [80, 100], social: [70] })
    expect(whole.total).toBe(88)
    const partial = compose(baoji2020.composite, { own: [90], quarters: [60, 60] })
    expect(partial.total).toBe(83.33)
    expect(partial.parts[2]).toMatchObject({ mean: null, points: 0 })
    expect(compose(baoji2020.composite, {}).total).toBeNull()
  })
})

test('检查的数字作为问题计入，人工查到的留着；重新检查的以新数字为准', () => {
  const facts = factsOf(licheng2020, faults('3', ['3.corrected', 1]))
  const first = withFigures(licheng2020, facts, { 'requests.late': { count: 2, caption: '逾期答复2件' } })
  expect(first.marks['3']!.found).toMatchObject([{ kind: '3.corrected' }, { kind: '3.overdue', times: 2 }])
  const again = withFigures(licheng2020, first, { 'requests.late': { count: 0, caption: '' } })
  expect(again).toEqual(facts)
  const vetoed = withFigures(websites2019, factsOf(websites2019), {
    'columns.stale': { count: 10, caption: '' },
  })
  expect(score(websites2019, vetoed).verdict).toBe('vetoed')
})

/** Anything that can be found under a system. */
const factsArbitrary = (system: IndicatorSystem): fc.Arbitrary<Facts> => {
  const leaves = allLeaves(system)
  const markOf = (leaf: (typeof leaves)[number]) =>
    fc.record({
      found: fc.array(
        fc.constantFrom(...faultsOf(leaf).map(({ id }) => id), 'none').map((kind) => found(kind)),
        { maxLength: 6 },
      ),
      level: fc.constantFrom('done', 'partly', 'not'),
      sample: fc.nat(5).map((passed) => ({ passed, of: 5 })),
    })
  return fc.record({
    class: fc.constantFrom(...system.classes.map(({ key }) => key)),
    marks: fc.record(Object.fromEntries(leaves.map((leaf) => [leaf.id, markOf(leaf)]))),
    vetoes: fc.constant([]),
  })
}

describe.each(standardSystems)('无论查到什么：$name', (system) => {
  const most = system.full + (system.bonus?.most ?? 0)
  const leaves = allLeaves(system).filter((leaf) => faultsOf(leaf).length > 0)

  test('多一个问题，得分不会更高；分数不出界；先后次序无关；失分合计与得分相符', () => {
    fc.assert(
      fc.property(factsArbitrary(system), fc.constantFrom(...leaves), fc.nat(), (facts, leaf, pick) => {
        const before = score(system, facts)
        expect(before.total).toBeGreaterThanOrEqual(0)
        expect(before.total).toBeLessThanOrEqual(most)
        const kinds = faultsOf(leaf)
        const mark = facts.marks[leaf.id]!
        const more = [...mark.found!, found(kinds[pick % kinds.length]!.id)]
        const after = score(system, {
          ...facts,
          marks: { ...facts.marks, [leaf.id]: { ...mark, found: more } },
        })
        expect(after.total).toBeLessThanOrEqual(before.total)
        const turned = Object.fromEntries(
          Object.entries(facts.marks).map(([id, each]) => [id, { ...each, found: each.found!.toReversed() }]),
        )
        expect(score(system, { ...facts, marks: turned }).total).toBe(before.total)
        const worth = before.indicators.reduce((sum, each) => sum + each.worth, 0)
        const lost = lossesOf(before.indicators).reduce((sum, each) => sum + each.lost, 0)
        expect(worth - lost).toBeCloseTo(before.indicators.reduce((sum, { points }) => sum + points, 0))
        const vetoed = system.vetoes.slice(0, 1).map(({ id, from = 1 }) => found(id, from))
        if (vetoed.length > 0) expect(score(system, { ...facts, vetoes: vetoed }).total).toBe(0)
      }),
      { numRuns: 150 },
    )
  })
})
