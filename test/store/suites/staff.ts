import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Grant, StaffMember } from '../../../src/office/ports.ts'
import { type Bench, organ } from '../support/office.ts'

const here = 'staff-here'
const there = 'staff-there'

const member = (id: string, change: Partial<StaffMember> = {}): StaffMember => ({
  id,
  organ: here,
  name: `示例人员${id}`,
  account: `account-${id}`,
  mail: `${id}@organ.example`,
  phone: null,
  suspended: false,
  ...change,
})

export function testStaff({ store }: Bench): void {
  describe('staff', () => {
    beforeAll(async () => {
      for (const id of [here, there]) await store().organs.put(organ(id))
    })

    const put = (row: StaffMember) => store().inTransaction(row.organ, ({ staff }) => staff.put(row))
    const grant = (row: Grant) => store().inTransaction(row.organ, ({ staff }) => staff.grant(row))
    const revoke = (row: Grant) => store().inTransaction(row.organ, ({ staff }) => staff.revoke(row))

    test('a member is found by id and by account, whatever the organ, and listed by account', async () => {
      const rows = [
        member('p2', { account: 'zeta' }),
        member('p1', { account: 'alpha', mail: null, phone: '0000' }),
      ]
      for (const row of rows) expect(await put(row)).toBeNull()
      const { staff } = store()
      expect(await staff.get('p2')).toEqual(rows[0])
      expect(await staff.byAccount('alpha')).toEqual(rows[1])
      expect(await staff.ofOrgan(here)).toEqual([rows[1], rows[0]])
      expect(await staff.ofOrgan(there)).toEqual([])
      expect([await staff.get('nobody'), await staff.byAccount('nobody')]).toEqual([null, null])
    })

    test('a member is replaced as a whole', async () => {
      const changed = member('p3', { name: '示例新名', phone: '0001', suspended: true })
      await put(member('p3'))
      await put(changed)
      expect(await store().staff.get('p3')).toEqual(changed)
    })

    test('an account is unique over all organs, and nobody changes the organ', async () => {
      await put(member('p4'))
      expect(await put(member('p5', { account: 'account-p4' }))).toEqual({ failure: 'accountTaken' })
      expect(await put(member('p5', { account: 'account-p4', organ: there }))).toEqual({
        failure: 'accountTaken',
      })
      expect(await put(member('p4', { organ: there }))).toEqual({ failure: 'ofOtherOrgan' })
      const elsewhere = await store().inTransaction(there, ({ staff }) => staff.put(member('p4')))
      expect(elsewhere).toEqual({ failure: 'ofOtherOrgan' })
      expect(await store().staff.get('p4')).toEqual(member('p4'))
    })

    test('of many who take one account at once, one gets it', async () => {
      const ids = Array.from({ length: 8 }, (_, n) => `race-${n}`)
      const outcomes = await Promise.all(
        ids.map((id, n) => put(member(id, { account: 'race', organ: n % 2 === 0 ? here : there }))),
      )
      expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome?.failure === 'accountTaken')).toHaveLength(7)
    })

    test('grants are given and taken once, and belong to their organ', async () => {
      await put(member('p6'))
      const grants: Grant[] = [
        { staff: 'p6', organ: here, role: 'handler' },
        { staff: 'p6', organ: here, role: 'reviewer' },
        { staff: 'p6', organ: there, role: 'authority' },
      ]
      for (const row of grants) expect([await grant(row), await grant(row)]).toEqual([true, false])
      expect(await store().staff.grantsOf('p6')).toEqual(grants)
      expect(await store().staff.grantsAt(there)).toEqual([grants[2]])
      expect([await revoke(grants[1]!), await revoke(grants[1]!)]).toEqual([true, false])
      expect(await store().staff.grantsOf('p6')).toEqual([grants[0], grants[2]])
      const elsewhere = store().inTransaction(here, ({ staff }) => staff.grant(grants[2]!))
      await expect(elsewhere).rejects.toThrow(there)
    })

    test('who is suspended has no grants to act by; they are still on record', async () => {
      await put(member('p7'))
      const row: Grant = { staff: 'p7', organ: there, role: 'handler' }
      await grant(row)
      await put(member('p7', { suspended: true }))
      expect(await store().staff.grantsOf('p7')).toEqual([])
      expect(await store().staff.grantsAt(there)).toContainEqual(row)
      await put(member('p7'))
      expect(await store().staff.grantsOf('p7')).toEqual([row])
    })

    test('an abandoned unit leaves neither member nor grant', async () => {
      await store().inTransaction(here, async ({ staff, abandon }) => {
        await staff.put(member('p8'))
        await staff.grant({ staff: 'p8', organ: here, role: 'handler' })
        abandon()
      })
      expect(await store().staff.get('p8')).toBeNull()
      expect((await store().staff.grantsAt(here)).filter(({ staff }) => staff === 'p8')).toEqual([])
    })

    test('name, address and telephone number stand nowhere in the clear', async () => {
      await put(member('p9', { name: '示例明文姓名', mail: 'clear@organ.example', phone: '00009999' }))
      const { rows } = await sql<{ text: string }>`
        select concat(t::text, encode(t.sealed, 'escape')) as text from staff as t where id = 'p9'`.execute(
        store().database,
      )
      expect(rows[0]!.text).toContain('account-p9')
      for (const clear of ['示例明文姓名', 'clear@organ.example', '00009999'])
        expect(rows[0]!.text).not.toContain(clear)
    })
  })
}
