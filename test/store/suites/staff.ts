import { type RawBuilder, sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Grant, StaffMember } from '../../../src/office/ports.ts'
import { addStaff } from '../../../src/office/staff/add-staff.ts'
import { grantRole } from '../../../src/office/staff/grant-role.ts'
import { recordSignIn } from '../../../src/office/staff/record-sign-in.ts'
import { rebuild } from '../../../src/store/rebuild.ts'
import { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { at, type Bench, by, deriveDue, event, oldRing, organ } from '../support/office.ts'

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

    test('an entry sealed with an older key is read, and sealed with the current one', async () => {
      const where = 'staff-keys'
      await store().organs.put(organ(where))
      const old = new Store(store().database, { ...store().parts, ring: oldRing }, () => undefined)
      const row = member('k1', { organ: where })
      await old.inTransaction(where, ({ staff }) => staff.put(row))
      expect(await store().staff.get('k1')).toEqual(row)
      expect([await store().reseal(where, 100), await store().reseal(where, 100)]).toEqual([1, 0])
      expect(await store().staff.get('k1')).toEqual(row)
      await expect(old.staff.get('k1')).rejects.toThrow('k2')
    })

    describe('and the log', () => {
      const where = 'staff-log'
      const deed = (actor: string) => ({ organ: where, by: { actor, at }, today: '2026-11-22' }) as const
      const faults = async () =>
        (await verify(store(), where)).faults.map(({ kind, stream }) => [kind, stream])

      beforeAll(async () => {
        await store().organs.put(organ(where))
        await store().organs.put(organ('staff-log-2', where))
        // The first is entered as a founding enters them: with their events.
        await store().inTransaction(where, async ({ staff, events }) => {
          await staff.put(member('guard', { organ: where }))
          await staff.grant({ staff: 'guard', organ: where, role: 'securityAdmin' })
          const recorded = [event('staffAdded'), event('roleGranted', { role: 'securityAdmin' })]
          await events.append('staff/guard', 0, recorded, by)
        })
        for (const id of ['w1', 'w2']) {
          await addStaff(store(), { ...member(id) }, deed('guard'))
          await grantRole(store(), { staff: id, role: 'handler' }, deed('guard'))
        }
      })

      test('a grant, a dismissal or a member that the log knows nothing of is found, and made right again', async () => {
        expect(await faults()).toEqual([])
        const change = (statement: RawBuilder<unknown>) => statement.execute(store().database)
        await change(sql`insert into staff_grant values (${where}, 'w1', 'head')`)
        expect(await faults()).toEqual([['staffDiffers', 'staff/w1']])
        await change(sql`delete from staff_grant where organ = ${where} and staff = 'w2'`)
        await change(sql`update staff set suspended = true where id = 'guard'`)
        expect(await faults()).toEqual(['guard', 'w1', 'w2'].map((id) => ['staffDiffers', `staff/${id}`]))
        await rebuild(store(), where, deriveDue)
        expect(await faults()).toEqual([])
        expect(await store().staff.grantsOf('w1')).toEqual([{ staff: 'w1', organ: where, role: 'handler' }])
        expect(await store().staff.grantsOf('guard')).toHaveLength(1)
        await change(
          sql`insert into staff select organ, 'w3', 'w3', suspended, key_id, sealed from staff where id = 'w1'`,
        )
        expect(await faults()).toEqual([['staffDiffers', 'staff/w3']])
        await change(sql`delete from staff where id = 'w3'`)
      })

      test('of two roles that do not go together, granted at once at two organs, one is granted', async () => {
        for (let round = 0; round < 5; round++) {
          const id = `both-${round}`
          await addStaff(store(), { ...member(id) }, deed('guard'))
          const outcomes = await Promise.all([
            grantRole(store(), { staff: id, role: 'handler' }, deed('guard')),
            grantRole(store(), { staff: id, role: 'auditAdmin' }, { ...deed('guard'), organ: 'staff-log-2' }),
          ])
          expect(outcomes.filter((outcome) => 'refused' in outcome && !outcome.refused)).toHaveLength(1)
          expect(await store().staff.grantsOf(id)).toHaveLength(1)
        }
      })

      test('what happened at the door is recorded though many write to the stream at once', async () => {
        const failed = {
          kind: 'signInFailed',
          on: '2026-11-22',
          data: { by: 'password', address: null },
        } as const
        const recorded = await Promise.all(
          Array.from({ length: 12 }, () => recordSignIn(store(), 'w1', failed, { actor: 'w1', at })),
        )
        expect(recorded).toEqual(Array.from({ length: 12 }, () => true))
        const events = await store().inTransaction(where, ({ events }) => events.load('staff/w1'))
        expect(events.filter(({ kind }) => kind === 'signInFailed')).toHaveLength(12)
        expect(await recordSignIn(store(), 'nobody', failed, { actor: 'system', at })).toBe(false)
        expect(await faults()).toEqual([])
      })
    })
  })
}
