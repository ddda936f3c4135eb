/** 投诉举报：办结期限临近和届满时，提醒负责监督的人。 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../../src/law/day.ts'
import { isRow, stepSupervision } from '../../../src/office/supervision/keep.ts'
import { openComplaint } from '../../../src/office/supervision/open-complaint.ts'
import { sweepSupervision } from '../../../src/office/supervision/sweep-supervision.ts'
import type { Store } from '../../../src/store/store.ts'
import { here, openHouse } from '../replies/house.ts'
import { member, outgoing, textOf, toOf } from '../tracking/staffed.ts'

let store: Store
const government = 'government'
const act = { organ: government, by: { actor: 'supervisor', at: '2026-03-02T02:00:00.000Z' } }
const due: Day = '2026-03-20'

const complaint = (id: string) =>
  openComplaint(store, {
    ...{ ...act, id, on: '2026-03-02', about: here, due, entry: `entry-${id}` },
    data: {
      basis: 'art51',
      channel: 'letter',
      matter: '逾期不答复李小红',
      text: '',
      name: '李小红',
      contact: '',
    },
  })

/** The daily round of that day, made before seven in the morning of Beijing. */
const sweep = (today: Day, now = new Date(Date.parse(`${today}T06:20:00+08:00`)).toISOString()) =>
  sweepSupervision(store, government, { today, now })

beforeAll(async () => {
  store = await openHouse()
  await store.inTransaction(government, async ({ staff }) => {
    for (const id of ['supervisor', 'head']) await staff.put({ ...member(id), organ: government })
    await staff.grant({ staff: 'supervisor', organ: government, role: 'authority' })
    await staff.grant({ staff: 'head', organ: government, role: 'head' })
  })
  expect(isRow(await complaint('c-1'))).toBe(true)
})
afterAll(() => store.close())

test('条例§47、§51：期限前五个、一个工作日和当日各提醒一次，逾期次日再提醒；七点以前不发，不写投诉人', async () => {
  const told: (readonly [Day, string])[] = []
  for (const today of [
    ...(['2026-03-12', '2026-03-13', '2026-03-16', '2026-03-19', '2026-03-20'] as const),
    ...(['2026-03-21', '2026-03-23', '2026-03-24'] as const),
  ]) {
    const reminded = await sweep(today)
    expect(await sweep(today)).toBe(0)
    const messages = await outgoing(store)
    expect(messages).toHaveLength(reminded)
    for (const message of messages) {
      expect(toOf(message)).toBe('supervisor@water.example')
      expect(message.notBefore).toBe(new Date(Date.parse(`${today}T07:00:00+08:00`)).toISOString())
      expect(JSON.stringify(message)).not.toContain('李小红')
      told.push([today, textOf(message)])
    }
  }
  const what = '2026年3月2日登记的投诉举报（示例县自然资源局）应当在2026年3月20日前办结，'
  const inDays = (days: number) => `${what}还有${days}个工作日，请办理后在“监督保障”中登记答复。`
  expect(told).toEqual([
    ['2026-03-13', inDays(5)],
    ['2026-03-19', inDays(1)],
    ['2026-03-20', inDays(0)],
    ['2026-03-23', `${what}已经逾期，请立即办理，并在“监督保障”中登记答复。`],
  ])
})

test('条例§51：夜里补做巡查的，次日早上七点才发；办结以后不再提醒', async () => {
  expect(await sweep('2026-03-27', '2026-03-27T15:00:00.000Z')).toBe(1)
  const [message] = await outgoing(store)
  expect(message!.notBefore).toBe('2026-03-27T23:00:00.000Z')
  const data = { found: 'upheld', text: '已责令答复' }
  const answered = { ...act, kind: 'complaint', id: 'c-1', on: '2026-03-30', step: 'answer' } as const
  expect(isRow(await stepSupervision(store, { ...answered, as: { taken: 'supervisor' }, data }))).toBe(true)
  expect(await sweep('2026-04-03')).toBe(0)
})

test('条例§51：没有人担任监督的，提醒机关负责人', async () => {
  await store.inTransaction(government, ({ staff }) =>
    staff.revoke({ staff: 'supervisor', organ: government, role: 'authority' }),
  )
  expect(isRow(await complaint('c-2'))).toBe(true)
  expect(await sweep('2026-03-19')).toBe(1)
  expect((await outgoing(store)).map(toOf)).toEqual(['head@water.example'])
})
