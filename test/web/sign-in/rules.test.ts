/** The rules of the door that need no door. */
import { describe, expect, test } from 'vitest'
import { accountOf } from '../../../src/office/staff/rules.ts'
import { doors } from '../../../src/web/sign-in/doors.ts'
import { lockState } from '../../../src/web/sign-in/lock-state.ts'
import { defaultSignInLimits } from '../../../src/web/sign-in/options.ts'
import { faultOfPassword } from '../../../src/web/sign-in/password-rules.ts'
import { isOver, mustChange } from '../../../src/web/sign-in/sessions.ts'

/** Minutes after an arbitrary moment. */
const m = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 1) + minutes * 60_000).toISOString()
const stateAfter = (failures: readonly number[], now: number) => lockState(failures.map(m), m(now))

describe('等保要求 登录失败锁定', () => {
  test('不足五次不锁，说明还剩几次', () => {
    expect(stateAfter([], 0)).toEqual({ locked: false, left: 5 })
    expect(stateAfter([0, 1, 2, 3], 3)).toEqual({ locked: false, left: 1 })
  })

  test('第五次起锁定十五分钟，自第五次起算，到时即解', () => {
    const failures = [0, 3, 6, 9, 12]
    for (const now of [12, 15, 20, 26.9])
      expect(stateAfter(failures, now), `${now}`).toEqual({ locked: true, until: m(27) })
    expect(stateAfter(failures, 27)).toEqual({ locked: false, left: 5 })
  })

  test('十五分钟以前的失败不计', () => {
    expect(stateAfter([0, 3, 6, 9, 16], 16)).toEqual({ locked: false, left: 1 })
    expect(stateAfter([0, 3, 6, 9, 15], 15)).toEqual({ locked: false, left: 1 })
    expect(stateAfter([0, 3, 6, 9, 14.9], 14.9)).toEqual({ locked: true, until: m(29.9) })
  })

  test('解锁后再错五次，再锁一次；次序颠倒、时间在后的记录不影响', () => {
    const failures = [30, 31, 32, 33, 34, 0, 3, 6, 9, 12]
    expect(stateAfter(failures, 29)).toEqual({ locked: false, left: 5 })
    expect(stateAfter(failures, 33)).toEqual({ locked: false, left: 1 })
    expect(stateAfter(failures, 34)).toEqual({ locked: true, until: m(49) })
  })

  test('记录多于五次，按最后一次计', () => {
    expect(stateAfter([0, 0, 0, 0, 0, 1, 2], 2)).toEqual({ locked: true, until: m(17) })
  })
})

describe('等保要求 密码规则', () => {
  test('够长、三类字符、不常见的都可以', () => {
    for (const good of ['Shili-Mima-7429', '蓝色的Xiaofang车9', 'correct horse 9 Battery', 'k3J9-aQ2m-Zz'])
      expect(faultOfPassword(good, 'zhang.san'), good).toBeNull()
  })

  test.each([
    ['Ab1-xyz', '至少10个字符'],
    ['a'.repeat(129), '最多128个字符'],
    ['Zhang.San-2026', '不能含有账号'],
    ['abcdefghijklmn', '至少三种'],
    ['ABCDEFGH1234', '至少三种'],
    ['Password-2026', '过于常见'],
    ['P@ssw0rd2026', '过于常见'],
    ['Admin@123456', '过于常见'],
    ['Qwer@12345678', '过于常见'],
    ['2026#Gongkai', '过于常见'],
    ['Aa1Aa1Aa1Aa1', '过于常见'],
  ])('不收“%s”：%s', (password, because) => {
    const fault = faultOfPassword(password, 'zhang.san')
    expect(fault).toContain(because)
    expect(fault).not.toContain(password)
  })
})

describe('会话', () => {
  const limits = defaultSignInLimits
  const times = (opened: number, used: number) => ({
    createdAt: new Date(m(opened)),
    updatedAt: new Date(m(used)),
  })

  test('等保要求 三十分钟不用就结束，用着也只有八小时', () => {
    expect(isOver(times(0, 0), limits, m(29.9))).toBe(false)
    expect(isOver(times(0, 0), limits, m(30))).toBe(true)
    expect(isOver(times(0, 479), limits, m(479.9))).toBe(false)
    expect(isOver(times(0, 479), limits, m(480))).toBe(true)
  })

  test('密码须更换：初始密码、没有设过、满期；单点登录的不在此列', () => {
    const user = {
      id: 'x',
      username: 'x',
      twoFactorEnabled: false,
      mustChangePassword: false,
      passwordSetAt: new Date(m(0)),
    }
    const of = (change: object, means: 'password' | 'single' = 'password', now = m(1)) =>
      mustChange({ user: { ...user, ...change }, session: { means } }, limits, now)
    const late = m(90 * 24 * 60)
    expect(of({})).toBe(false)
    expect(of({ mustChangePassword: true })).toBe(true)
    expect(of({ passwordSetAt: null })).toBe(true)
    expect(of({}, 'password', late)).toBe(true)
    expect(of({ mustChangePassword: true }, 'single', late)).toBe(false)
    expect(mustChange({ user, session: { means: 'password' } }, { ...limits, passwordDays: 0 }, late)).toBe(
      false,
    )
  })
})

test('登录后的去处只能是本系统的页面', () => {
  const { body } = doors['/sign-in/social']
  for (const place of ['/', '/work/requests?x=1'])
    expect(body.safeParse({ callbackURL: place }).success).toBe(true)
  for (const place of ['//evil.example', '/\\evil.example', 'https://evil.example', 'evil', '/a\\b', ''])
    expect(body.safeParse({ callbackURL: place }).success, place).toBe(false)
})

test('账号的写法', () => {
  expect(accountOf('Ｚhang.San ')).toBe('zhang.san')
  expect(accountOf('张三')).toBeNull()
})
