/** 指标体系在页面上的修改：输入的、增删的，和检查时在哪一格说明。 */
import { describe, expect, test } from 'vitest'
import { checkSystem } from '../../../src/office/supervision/assessment/check-system.ts'
import { type SystemAct, withAct } from '../../../src/office/supervision/assessment/edit-system.ts'
import { type IndicatorSystem, leavesOf } from '../../../src/office/supervision/assessment/system.ts'
import { systemSchemaFault } from '../../../src/office/supervision/assessment/system-shape.ts'
import { licheng2020 } from '../../../src/office/supervision/assessment/systems/licheng-2020.ts'
import { standardSystems } from '../../../src/office/supervision/assessment/systems/standard-systems.ts'
import { websites2019 } from '../../../src/office/supervision/assessment/systems/websites-2019.ts'
import { withTyped } from '../../../src/office/supervision/assessment/type-system.ts'

const type = (system: IndicatorSystem, fields: Readonly<Record<string, string | readonly string[]>>) =>
  withTyped(system, {
    one: (name) => (name in fields ? String(fields[name]) : null),
    all: (name) => (fields[name] as readonly string[] | undefined) ?? [],
  })

const act = (system: IndicatorSystem, what: SystemAct['do'], at: string) => withAct(system, { do: what, at })
const leaf = (system: IndicatorSystem, id: string) =>
  leavesOf(system.indicators).find((each) => each.id === id)!

describe.each(standardSystems)('$name', (system) => {
  test('什么也没有输入，一字不变', () => {
    expect(type(system, {})).toEqual({ system, wrong: {} })
  })

  test('改为别的计分办法、增删以后，仍然是完整的体系', () => {
    for (const { id } of leavesOf(system.indicators).slice(0, 5))
      for (const kind of ['levels', 'ratio', 'earn', 'deduct']) {
        const { system: other } = act(system, 'setRule', `${kind}:${id}`)
        expect(systemSchemaFault(other)).toBeNull()
        expect(checkSystem(other)).toEqual([])
      }
    for (const list of ['classes', 'vetoes', 'grades']) {
      const more = act(system, 'addRow', list)
      expect(systemSchemaFault(more.system)).toBeNull()
      const at = more.focus!.split('.').slice(0, 2).join('.')
      expect(act(more.system, 'dropRow', at).system).toEqual(system)
    }
  })
})

test('不是数字的、名称空着的，说明在哪一格，原来的不丢', () => {
  const { system, wrong } = type(licheng2020, { 'weight:8': '十分', 'caption:1': ' ', 'each:1.body': '' })
  expect(wrong).toEqual({
    'weight:8': expect.stringContaining('不是数字'),
    'caption:1': '请填写名称。',
    'each:1.body': '请填写数字。',
  })
  expect(system).toEqual(licheng2020)
})

test('分档：加一档，得分比例按百分数填写；超过 100% 的在那一格说明', () => {
  const levels = act(licheng2020, 'setRule', 'levels:8').system
  const { system: three, focus } = act(levels, 'addRow', 'levels:8')
  expect(focus).toBe('levels:8.2.caption')
  const typed = type(three, { 'levels:8.1.share': '33.3', 'levels:8.2.share': '120％' }).system
  expect(leaf(typed, '8').rule).toMatchObject({ levels: [{ share: 1 }, { share: 0.333 }, { share: 1.2 }] })
  expect(checkSystem(typed).map(({ field }) => field)).toEqual(['levels:8.2.share'])
  const none = [0, 0, 0].reduce((rest) => act(rest, 'dropRow', 'levels:8.0').system, three)
  expect(checkSystem(none).map(({ field }) => field)).toEqual(['caption:8'])
})

test('限制得分：加一条、改为减半；所指的问题删去以后，限制一并删去', () => {
  const { system: limited } = act(licheng2020, 'addRow', 'limits:1')
  const { limits } = leaf(limited, '1')
  expect(limits).toMatchObject([{ effect: 'atMost', share: 0.6 }])
  const at = 'limits:1.0'
  const halved = type(limited, { [`${at}.effect`]: 'times', [`${at}.share`]: '50' }).system
  expect(leaf(halved, '1').limits).toMatchObject([{ effect: 'times', share: 0.5 }])
  expect(checkSystem(halved)).toEqual([])
  const without = act(halved, 'dropFault', limits![0]!.fault).system
  expect(leaf(without, '1').limits).toBeUndefined()
  expect(checkSystem(type(halved, { [`${at}.fault`]: '9.none' }).system).map(({ field }) => field)).toEqual([
    `${at}.fault`,
  ])
})

test('单项否决、加分门槛、等次、综合得分、适用的类别都可以改', () => {
  const typed = type(websites2019, {
    'vetoes.0.from': '3',
    'bonus.gate': '85',
    'grades.0.from': '95',
    pass: '',
    'composite:own': '70',
    'composite:quarters': '20',
    'composite:below': '',
  }).system
  expect(typed.vetoes[0]!.from).toBe(3)
  expect(typed.bonus!.gate).toBe(85)
  expect([typed.grades[0]!.from, typed.pass]).toEqual([95, null])
  expect(typed.composite).toMatchObject([
    { of: 'own', weight: 70 },
    { of: 'quarters', weight: 20 },
  ])
  expect(checkSystem(typed).map(({ field }) => field)).toEqual(['composite:own'])

  const { system: two } = act(licheng2020, 'addRow', 'classes')
  const key = two.classes.at(-1)!.key
  const bound = type(two, { 'with:classes:8': '1', 'classes:8': [key] }).system
  expect(leaf(bound, '8').classes).toEqual([key])
  expect(leaf(type(bound, { 'with:classes:8': '1' }).system, '8').classes).toBeUndefined()

  const { system: bonus } = act(act(licheng2020, 'addBonus', '').system, 'addRow', 'bonus')
  expect(bonus.bonus!.indicators[0]!.rule).toMatchObject({ kind: 'earn', merits: [{ each: 1 }] })
  expect(checkSystem(bonus)).toEqual([])
  expect(act(bonus, 'dropBonus', '').system.bonus).toBeNull()
})

test('等次没有从高到低的，在那一格说明', () => {
  const { grades } = licheng2020
  const wrong = type(licheng2020, { 'grades.1.from': String(grades[0]!.from) }).system
  expect(checkSystem(wrong).map(({ field }) => field)).toEqual(['grades.1.from'])
})
