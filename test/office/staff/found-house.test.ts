import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundHouse, isUnfounded, setUpCode } from '../../../src/office/staff/found-house.ts'
import type { Store } from '../../../src/store/store.ts'
import { open, organ } from '../../store/support/office.ts'
import { codeOf, founding, someone } from './people.ts'

describe('首次运行', () => {
  let store: Store
  beforeAll(async () => {
    store = await open(':memory:')
  }, 60_000)
  afterAll(() => store.close())

  test('三员须为三人、三个账号，写法有误的整个不收', async () => {
    const { founders, ...rest } = founding()
    const cases = [
      ['samePerson', founding(['same', 'same', 'aud'])],
      ['samePerson', { ...rest, founders: { ...founders, auditAdmin: someone('aud', 'account-sec') } }],
      ['badAccount', { ...rest, founders: { ...founders, auditAdmin: someone('aud', '审计') } }],
    ] as const
    for (const [code, wrong] of cases) expect(codeOf(await foundHouse(store, wrong))).toBe(code)
    expect(await isUnfounded(store)).toBe(true)
    expect(await store.staff.get('sys')).toBeNull()
  })

  test('等保要求 空的系统由首个机关和三员开始；两人同时初始化，只有一个成功，以后不再有第二次', async () => {
    const other = { ...founding(['b1', 'b2', 'b3']), organ: organ('other') }
    const outcomes = await Promise.all([founding(), other].map((each) => foundHouse(store, each)))
    expect(outcomes.map(codeOf)).toEqual(['done', 'notEmpty'])
    expect(await isUnfounded(store)).toBe(false)
    expect(codeOf(await foundHouse(store, other))).toBe('notEmpty')
    expect(await store.organs.all()).toEqual([organ('city')])
    expect((await store.staff.grantsAt('city')).map(({ staff, role }) => `${staff} ${role}`)).toEqual([
      'aud auditAdmin',
      'sec securityAdmin',
      'sys systemAdmin',
    ])
    const log = await store.inTransaction('city', ({ events }) => events.read(0, 100))
    expect(log.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual(
      Array.from({ length: 3 }, () => ['staffAdded system', 'roleGranted system']).flat(),
    )
  })

  test('初始化口令不论大小写、空格和连字符；错的、空的、差一位的都不行', () => {
    const code = 'K7PM-3XQ9-TT2A'
    for (const entered of [code, 'k7pm3xq9tt2a', ' K7PM 3XQ9 TT2A ', 'ｋ７ＰＭ-3xq9-tt2a'])
      expect(setUpCode(code, entered), entered).toBe(true)
    for (const entered of ['', '--', 'K7PM-3XQ9-TT2', 'K7PM-3XQ9-TT2AA', 'K7PM-3XQ9-TT2B'])
      expect(setUpCode(code, entered), entered).toBe(false)
    expect(setUpCode('', '')).toBe(false)
  })
})
