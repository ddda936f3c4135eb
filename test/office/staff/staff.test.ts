import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Role, roles } from '../../../src/office/requests/permissions.ts'
import { addStaff } from '../../../src/office/staff/add-staff.ts'
import { foundHouse } from '../../../src/office/staff/found-house.ts'
import { grantRole } from '../../../src/office/staff/grant-role.ts'
import { moveStaff } from '../../../src/office/staff/move-staff.ts'
import { renameStaff } from '../../../src/office/staff/rename-staff.ts'
import { restoreStaff } from '../../../src/office/staff/restore-staff.ts'
import { revokeRole } from '../../../src/office/staff/revoke-role.ts'
import { accountOf, grantableRoles, incompatible } from '../../../src/office/staff/rules.ts'
import { suspendStaff } from '../../../src/office/staff/suspend-staff.ts'
import { streamOfStaff } from '../../../src/office/streams.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { open, organ } from '../../store/support/office.ts'
import { by, codeOf, founding, someone } from './people.ts'

/** A city that has been founded, with a county and a town below. */
async function founded(): Promise<Store> {
  const store = await open(':memory:')
  expect(codeOf(await foundHouse(store, founding()))).toBe('done')
  await store.organs.put(organ('county', 'city'))
  await store.organs.put(organ('town', 'county'))
  await store.organs.put(organ('county2', 'city'))
  return store
}

describe('人员和身份', () => {
  let store: Store
  beforeAll(async () => {
    store = await founded()
  }, 60_000)
  afterAll(() => store.close())

  let made = 0
  /** Somebody new at the organ, with these roles there. */
  const enter = async (where: string, ...held: Role[]) => {
    const id = `p${++made}`
    expect(codeOf(await addStaff(store, someone(id), by('sec', where)))).toBe('done')
    for (const role of held)
      expect(codeOf(await grantRole(store, { staff: id, role }, by('sec', where)))).toBe('done')
    return id
  }
  const logOf = async (where: string, id: string) =>
    (await store.inTransaction(where, ({ events }) => events.load(streamOfStaff(id)))).map(
      ({ kind, data, actor }) => ({ kind, data, actor }),
    )
  const everything = async (where: string) =>
    JSON.stringify(await store.inTransaction(where, ({ events }) => events.read(0, 1000)))

  describe('登记', () => {
    test('个保法§51 登记、改名、停用、恢复各留一条记录；记录中没有姓名、账号和联系方式', async () => {
      const id = await enter('county', 'handler')
      const change = { staff: id, name: '示例改名', phone: '000-0001' }
      expect(codeOf(await renameStaff(store, change, by('sec', 'county')))).toBe('done')
      expect(codeOf(await suspendStaff(store, { staff: id, because: 'left' }, by('sec', 'county')))).toBe(
        'done',
      )
      expect(codeOf(await restoreStaff(store, { staff: id }, by('sec', 'county')))).toBe('done')
      expect(await logOf('county', id)).toEqual([
        { kind: 'staffAdded', data: {}, actor: 'sec' },
        { kind: 'roleGranted', data: { role: 'handler' }, actor: 'sec' },
        { kind: 'staffChanged', data: { fields: ['name', 'phone'] }, actor: 'sec' },
        { kind: 'staffSuspended', data: { because: 'left' }, actor: 'sec' },
        { kind: 'staffRestored', data: {}, actor: 'sec' },
      ])
      expect(await store.staff.get(id)).toMatchObject({
        name: '示例改名',
        phone: '000-0001',
        suspended: false,
      })
      const log = await everything('county')
      for (const personal of ['示例', '000-0001', 'organ.example']) expect(log).not.toContain(personal)
    })

    test('账号不分大小写、全半角，全系统唯一，写法不对的不收', async () => {
      const first = await addStaff(store, someone('acc1', 'Ｌｉ.Wei'), by('sec', 'county'))
      expect(codeOf(first)).toBe('done')
      expect((await store.staff.byAccount('li.wei'))?.id).toBe('acc1')
      const again = await addStaff(store, someone('acc2', 'LI.WEI'), by('sec', 'county2'))
      expect(codeOf(again)).toBe('accountTaken')
      for (const account of ['ab', '.abc', '-abc', 'a b c', '李伟', 'a'.repeat(31), 'a@b.c', ''])
        expect(accountOf(account), account).toBeNull()
      const wrong = await addStaff(store, { ...someone('acc3'), account: 'ab' }, by('sec', 'county'))
      expect(codeOf(wrong)).toBe('badAccount')
      expect(await store.staff.get('acc3')).toBeNull()
      expect(await logOf('county', 'acc3')).toEqual([])
    })

    test('同一编号不能登记两次，也不能改挂别的机关；姓名必填，邮箱要像邮箱', async () => {
      const id = await enter('county')
      expect(codeOf(await addStaff(store, someone(id, 'another'), by('sec', 'county')))).toBe('staffExists')
      expect(codeOf(await addStaff(store, someone(id, 'another'), by('sec', 'county2')))).toBe('staffExists')
      const nameless = { ...someone('n1'), name: ' ' }
      expect(codeOf(await addStaff(store, nameless, by('sec', 'county')))).toBe('noName')
      const badMail = { ...someone('n1'), mail: '地址' }
      expect(codeOf(await addStaff(store, badMail, by('sec', 'county')))).toBe('badMail')
    })

    test('没有改动的修改、重复的停用和恢复、别的机关的人，都不受理', async () => {
      const id = await enter('county')
      const county = by('sec', 'county')
      expect(codeOf(await renameStaff(store, { staff: id, phone: ' ' }, county))).toBe('noChange')
      expect(codeOf(await restoreStaff(store, { staff: id }, county))).toBe('notSuspended')
      const leave = { staff: id, because: 'left' } as const
      expect(codeOf(await suspendStaff(store, leave, by('sec', 'county2')))).toBe('unknownStaff')
      expect(codeOf(await renameStaff(store, { staff: id, name: '示例' }, by('sec', 'city')))).toBe(
        'unknownStaff',
      )
      expect(codeOf(await suspendStaff(store, leave, county))).toBe('done')
      expect(codeOf(await suspendStaff(store, leave, county))).toBe('alreadySuspended')
    })
  })

  describe('调到其他机关', () => {
    const rolesOf = async (id: string) =>
      (await store.staff.grantsOf(id)).map((grant) => `${grant.organ} ${grant.role}`)
    const move = (id: string, to: string, role: Role, actor = 'sec') =>
      moveStaff(store, { staff: id, to, role }, by(actor, 'county'))

    test('收回在本机关的全部身份，授予在那里的身份，两个机关的日志各有记录', async () => {
      const id = await enter('county', 'handler', 'reviewer')
      expect(codeOf(await move(id, 'county2', 'head'))).toBe('done')
      expect(await rolesOf(id)).toEqual(['county2 head'])
      expect((await logOf('county', id)).slice(-2).map(({ kind }) => kind)).toEqual([
        'roleRevoked',
        'roleRevoked',
      ])
      expect(await logOf('county2', id)).toEqual([
        { kind: 'roleGranted', data: { role: 'head' }, actor: 'sec' },
      ])
      for (const where of ['county', 'county2']) expect((await verify(store, where)).faults).toEqual([])
      // An administrator of before may handle there: what they were is over.
      const admin = await enter('county', 'auditAdmin')
      expect(codeOf(await move(admin, 'town', 'handler'))).toBe('done')
      expect(await rolesOf(admin)).toEqual(['town handler'])
    })

    test('那边授予不成的，这边也不收回，两边都不留记录', async () => {
      const id = await enter('county', 'handler')
      await grantRole(store, { staff: id, role: 'reviewer' }, by('sec', 'town'))
      const before = [await rolesOf(id), await everything('county'), await everything('town')]
      expect(codeOf(await move(id, 'town', 'reviewer'))).toBe('alreadyGranted')
      expect(codeOf(await move(id, 'county', 'reviewer'))).toBe('sameOrgan')
      expect(codeOf(await move(id, 'nowhere', 'reviewer'))).toBe('notPermitted')
      // Whose right ends at the county cannot send anybody elsewhere.
      const local = await enter('county', 'securityAdmin')
      const settled = await everything('county')
      expect(codeOf(await move(id, 'county2', 'reviewer', local))).toBe('notPermitted')
      expect(await everything('county')).toBe(settled)
      expect([await rolesOf(id), await everything('town')]).toEqual([before[0], before[2]])
    })
  })

  describe('等保要求 三员分立', () => {
    test('任何两种身份：管理员不兼任何其他身份，办理人员之间可以兼任', () => {
      for (const one of grantableRoles)
        for (const other of grantableRoles) {
          const admins = [one, other].filter((role) => role.endsWith('Admin'))
          const forbidden = one !== other && admins.length > 0
          expect(incompatible([one, other])?.code ?? null, `${one} ${other}`).toBe(
            forbidden ? 'incompatibleRoles' : null,
          )
        }
      expect(incompatible(['handler', 'reviewer', 'systemAdmin'])?.message).toContain('管理员不得办理申请')
      expect(incompatible(['auditAdmin', 'systemAdmin'])?.message).toContain('三员')
      expect(incompatible([])).toBeNull()
    })

    test('在不同机关也不能兼任', async () => {
      const id = await enter('county', 'handler', 'reviewer')
      const audit = await grantRole(store, { staff: id, role: 'auditAdmin' }, by('sec', 'county2'))
      expect(codeOf(audit)).toBe('incompatibleRoles')
      const head = await grantRole(store, { staff: id, role: 'head' }, by('sec', 'county2'))
      expect(codeOf(head)).toBe('done')
      for (const role of ['handler', 'reviewer'] as const)
        expect(codeOf(await revokeRole(store, { staff: id, role }, by('sec', 'county')))).toBe('done')
      expect(codeOf(await revokeRole(store, { staff: id, role: 'head' }, by('sec', 'county2')))).toBe('done')
      expect(codeOf(await grantRole(store, { staff: id, role: 'auditAdmin' }, by('sec', 'county')))).toBe(
        'done',
      )
    })

    test('申请人、第三方、系统不是可以授予的身份；没有的身份收不回；不重复授予', async () => {
      const id = await enter('county', 'handler')
      for (const role of ['applicant', 'thirdParty', 'system'] as const)
        expect(codeOf(await grantRole(store, { staff: id, role }, by('sec', 'county')))).toBe('notGrantable')
      expect(codeOf(await grantRole(store, { staff: id, role: 'handler' }, by('sec', 'county')))).toBe(
        'alreadyGranted',
      )
      expect(codeOf(await revokeRole(store, { staff: id, role: 'head' }, by('sec', 'county')))).toBe(
        'notGranted',
      )
      expect(codeOf(await grantRole(store, { staff: 'ghost', role: 'head' }, by('sec', 'county')))).toBe(
        'unknownStaff',
      )
      expect(grantableRoles.length).toBe(Object.keys(roles).length - 3)
    })

    test('停用的人不授予身份，身份可以收回；恢复后只有没有收回的', async () => {
      const id = await enter('county', 'handler', 'head')
      await suspendStaff(store, { staff: id, because: 'away' }, by('sec', 'county'))
      expect(codeOf(await grantRole(store, { staff: id, role: 'auditAdmin' }, by('sec', 'county')))).toBe(
        'suspended',
      )
      expect(codeOf(await revokeRole(store, { staff: id, role: 'head' }, by('sec', 'county')))).toBe('done')
      await restoreStaff(store, { staff: id }, by('sec', 'county'))
      expect(await store.staff.grantsOf(id)).toEqual([{ staff: id, organ: 'county', role: 'handler' }])
    })

    test('不给自己授予身份，不停用自己', async () => {
      expect(codeOf(await grantRole(store, { staff: 'sec', role: 'handler' }, by('sec', 'county')))).toBe(
        'ownAccount',
      )
      expect(codeOf(await suspendStaff(store, { staff: 'sec', because: 'left' }, by('sec', 'city')))).toBe(
        'ownAccount',
      )
    })
  })

  describe('权限', () => {
    test('只有安全管理员管人；管到本机关和下级，管不到上级和同级', async () => {
      const local = await enter('county', 'securityAdmin')
      for (const [where, expected] of [
        ['county', 'done'],
        ['town', 'done'],
        ['city', 'notPermitted'],
        ['county2', 'notPermitted'],
        ['nowhere', 'notPermitted'],
      ] as const) {
        const outcome = await addStaff(store, someone(`w-${where}`), by(local, where))
        expect(codeOf(outcome), where).toBe(expected)
      }
      for (const role of grantableRoles.filter((each) => each !== 'securityAdmin')) {
        const id = await enter('county', role)
        expect(codeOf(await addStaff(store, someone('x1'), by(id, 'county'))), role).toBe('notPermitted')
        const grant = { staff: 'w-county', role: 'handler' } as const
        expect(codeOf(await grantRole(store, grant, by(id, 'county'))), role).toBe('notPermitted')
      }
    })

    test('停用的安全管理员什么也不能做', async () => {
      const local = await enter('county', 'securityAdmin')
      await suspendStaff(store, { staff: local, because: 'breach' }, by('sec', 'county'))
      expect(codeOf(await addStaff(store, someone('x2'), by(local, 'county')))).toBe('notPermitted')
    })
  })

  test('等保要求 最高一级机关最后一名安全管理员不能收回、不能停用；下级的可以', async () => {
    const local = await enter('county', 'securityAdmin')
    const own = { staff: local, role: 'securityAdmin' } as const
    expect(codeOf(await revokeRole(store, own, by('sec', 'county')))).toBe('done')

    const last = { staff: 'sec', role: 'securityAdmin' } as const
    expect(codeOf(await revokeRole(store, last, by('sec')))).toBe('lastSecurityAdmin')
    const second = await enter('city', 'securityAdmin')
    expect(codeOf(await suspendStaff(store, { staff: second, because: 'away' }, by('sec')))).toBe('done')
    // A suspended one does not count.
    expect(codeOf(await revokeRole(store, last, by('sec')))).toBe('lastSecurityAdmin')
    await restoreStaff(store, { staff: second }, by('sec'))
    expect(codeOf(await suspendStaff(store, { staff: 'sec', because: 'left' }, by(second)))).toBe('done')
    const alone = { staff: second, role: 'securityAdmin' } as const
    expect(codeOf(await revokeRole(store, alone, by(second)))).toBe('lastSecurityAdmin')
    expect(codeOf(await restoreStaff(store, { staff: 'sec' }, by(second)))).toBe('done')
  })
})
