/** 监督保障：问题从登记到整改到位，谁看得见，重复的问题怎么认出来。 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '../../../src/law/day.ts'
import {
  closeFinding,
  type Finding,
  findingsOf,
  openFinding,
  stepFinding,
} from '../../../src/office/supervision/findings/finding.ts'
import { isRow } from '../../../src/office/supervision/keep.ts'
import { lives, openSteps, supervisionKinds } from '../../../src/office/supervision/lives.ts'
import { rebuild } from '../../../src/store/rebuild.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { by, deriveDue, open, organ } from '../../store/support/office.ts'

let store: Store
const [county, water, mountain, village, elsewhere] = [
  'm-county',
  'm-water',
  'm-mountain',
  'm-village',
  'm-else',
]

beforeAll(async () => {
  store = await open(':memory:')
  for (const [id, parent] of [
    [county, null],
    [water, county],
    [mountain, county],
    [village, water],
    [elsewhere, null],
  ] as const)
    await store.organs.put(organ(id, parent))
})
afterAll(() => store.close())

const act = { organ: county, on: '2026-04-01' as Day, by }
let next = 0
const finding = (more: Partial<Finding> = {}) => ({
  id: `finding-${++next}`,
  organ: water,
  source: 'inspection' as const,
  subject: 'documents.interpretationMissing',
  what: '规范性文件没有解读，共2件',
  where: '《示例县水库管理办法》等',
  basis: '政务公开细则' as const,
  round: '2026年第一季度',
  ...more,
})
const found = (more: Partial<Finding> = {}, on: Day = act.on) =>
  openFinding(store, { ...act, on, due: '2026-12-30', finding: finding(more) })

describe('条例§47：发现问题，督促整改', () => {
  test('登记问题即开始整改；报整改、退回、再报、核验，一步不能越过', async () => {
    const opened = await found({ subject: 'walk' })
    if (!isRow(opened)) throw new Error('not opened')
    const step = (name: 'mend' | 'verify' | 'sendBack', taken: 'organ' | 'supervisor', who = water) =>
      stepFinding(store, {
        ...{ organ: county, id: opened.id, on: act.on, by, step: name, data: { text: '已经补发解读' } },
        as: taken === 'organ' ? { taken, organ: who } : { taken },
      })
    expect(await step('verify', 'supervisor')).toMatchObject({ refused: true, code: 'wrongStage' })
    expect(await step('mend', 'supervisor')).toMatchObject({ refused: true, code: 'notPermitted' })
    expect(await step('mend', 'organ', mountain)).toMatchObject({ refused: true, code: 'unknown' })
    expect(await step('mend', 'organ')).toMatchObject({ state: 'mended', closedOn: null })
    expect(await step('sendBack', 'supervisor')).toMatchObject({ state: 'sentBack' })
    expect(await step('mend', 'organ')).toMatchObject({ state: 'mended' })
    expect(await step('verify', 'supervisor')).toMatchObject({ state: 'verified', closedOn: act.on })
    expect(await step('mend', 'organ')).toMatchObject({ refused: true, code: 'wrongStage' })
  })

  test('上一轮通报过的同样问题认得出来，没有改的排在最前', async () => {
    const first = [await found({ subject: 'a' }), await found({ subject: 'b' })]
    if (!first.every(isRow)) throw new Error('not opened')
    await stepFinding(store, {
      ...{ organ: county, id: first[0]!.id, on: act.on, by, step: 'mend', data: { text: '已改' } },
      as: { taken: 'organ', organ: water },
    })
    await closeFinding(store, { ...act, id: first[0]!.id, as: 'verify', because: '属实' })
    const round = '2026年第二季度'
    await found({ subject: 'new', round }, '2026-07-01')
    await found({ subject: 'a', round }, '2026-07-01')
    await found({ subject: 'b', round }, '2026-07-01')
    await found({ subject: 'b', round, organ: mountain }, '2026-07-01')
    expect(await found({ subject: 'b', round }, '2026-07-02')).toMatchObject({
      refused: true,
      code: 'exists',
    })
    const listed = await findingsOf(store, { by: [county], of: water, round })
    expect(
      listed.map(({ subject, repeats, repeatedUnmended }) => [subject, repeats, repeatedUnmended]),
    ).toEqual([
      ['b', first[1]!.id, true],
      ['a', first[0]!.id, false],
      ['new', undefined, false],
    ])
    const [other] = await findingsOf(store, { by: [county], of: mountain, round })
    expect(other).not.toHaveProperty('repeats')
  })

  test('只能对下级机关登记；写有个人信息的不予登记，什么都不留', async () => {
    for (const [by, of] of [
      [county, elsewhere],
      [county, county],
      [water, county],
      [water, mountain],
    ] as const)
      expect(
        await openFinding(store, { ...act, organ: by, due: '2026-12-30', finding: finding({ organ: of }) }),
      ).toMatchObject({ refused: true, code: 'notBelow' })
    expect(await found({ what: '公开了13800138000', subject: 'p' })).toMatchObject({ code: 'personalData' })
    expect(await found({ where: ' ', subject: 'p' })).toMatchObject({ code: 'incomplete' })
    const listed = await findingsOf(store, { by: [county, water] })
    expect(listed.filter(({ subject }) => subject === 'p')).toEqual([])
  })
})

test('机关只看到自己的问题，督促机关只看到自己登记的（矩阵）', async () => {
  for (const of of [water, mountain, village]) await found({ subject: 'matrix', organ: of })
  await openFinding(store, {
    ...{ ...act, organ: water, due: '2026-12-30' },
    finding: finding({ subject: 'matrix', organ: village, round: '水利局自查' }),
  })
  const seen = async (by: readonly string[], of?: string) =>
    (await findingsOf(store, { by, ...(of !== undefined && { of }) }))
      .filter(({ subject }) => subject === 'matrix')
      .map((each) => `${each.by}→${each.organ}`)
      .toSorted()
  const superiors = async (id: string) => (await store.organs.withSuperiors(id)).map((each) => each.id)
  expect(await seen(await superiors(water), water)).toEqual(['m-county→m-water'])
  expect(await seen(await superiors(mountain), mountain)).toEqual(['m-county→m-mountain'])
  expect(await seen(await superiors(village), village)).toEqual(['m-county→m-village', 'm-water→m-village'])
  expect(await seen(await superiors(elsewhere), elsewhere)).toEqual([])
  expect(await seen([county])).toEqual(['m-county→m-mountain', 'm-county→m-village', 'm-county→m-water'])
  expect(await seen([water])).toEqual(['m-water→m-village'])
  expect(await seen([elsewhere])).toEqual([])
})

test('列表数据由登记日志重建，改动会被查出', async () => {
  const faults = async () =>
    (await verify(store, county, { deriveDue })).faults.map(({ kind, stream }) => [kind, stream])
  expect(await faults()).toEqual([])
  await sql`update supervision_record set state = 'x' where id = 'finding-2'`.execute(store.database)
  expect(await faults()).toEqual([['supervisionDiffers', 'supervision/finding/finding-2']])
  await rebuild(store, county, deriveDue)
  expect(await faults()).toEqual([])
})

test('每一种登记的每一步都从说得出名字的状态到说得出名字的状态，都走得到', () => {
  for (const kind of supervisionKinds) {
    const { states, steps } = lives[kind]
    const reached = new Set(['open'])
    for (let size = 0; size !== reached.size; ) {
      size = reached.size
      for (const { from, to } of Object.values(steps))
        if (to !== null && from.some((state) => reached.has(state))) reached.add(to)
    }
    expect([...reached].toSorted(), kind).toEqual(Object.keys(states).toSorted())
    for (const { from, closes, to } of Object.values(steps)) {
      for (const state of from) expect(states, kind).toHaveProperty(state)
      if (!closes) continue
      const open = [...openSteps(kind, to!, 'organ'), ...openSteps(kind, to!, 'supervisor')]
      // Which case a test was can still be said after it was unveiled: until then the case is counted.
      expect(open, kind).toEqual(kind === 'mock' && to === 'unveiled' ? ['find', 'release'] : [])
    }
  }
})
