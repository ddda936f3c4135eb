import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '../../../src/law/day.ts'
import { addDays } from '../../../src/law/day.ts'
import type { CaseRow, Page, PageRequest } from '../../../src/office/ports.ts'
import { CaseTable } from '../../../src/store/cases.ts'
import { append, type Bench, by, event, organ, project } from '../support/office.ts'

const county = 'cases-county'
const bureau = 'cases-bureau'
const town = 'cases-town'
const organs = [county, bureau, town]

/** 60 cases over three organs, received one a day, due twenty days later; every fifth closed, every seventh waiting. */
const count = 60
const received = (n: number): Day => addDays('2026-01-01', n)

export function testCases({ store }: Bench): void {
  describe('cases', () => {
    beforeAll(async () => {
      await store().organs.put(organ(county))
      for (const id of [bureau, town]) await store().organs.put(organ(id, county))
      for (let n = 0; n < count; n++) await receive(n)
    })

    async function receive(n: number): Promise<void> {
      const closed = n % 5 === 0
      const facts = {
        number: `〔2026〕${n}号`,
        variant: n % 12 === 6 ? 'recordCorrection' : 'disclosure',
        applicantKind: n % 2 === 0 ? 'natural' : 'business',
        receivedOn: n % 20 === 3 ? null : received(n),
        status: closed ? 'closed' : 'handling',
        disposition: closed ? 'granted' : null,
        closedOn: closed ? addDays(received(n), 10) : null,
        applicant: `vault-${n % 6}`,
        handler: n % 4 === 0 ? 'staff-1' : null,
        more: { n, ...(n % 15 === 0 && { disputes: [{ id: 'd1' }] }) },
      }
      await store().inTransaction(organs[n % 3]!, async (unit) => {
        await unit.events.append(`request/${id(n)}`, 0, [event('received', facts, received(n))], by)
        const due = closed || n % 7 === 0 ? null : addDays(received(n), 20)
        await unit.cases.setDue(id(n), { due, firm: true, took: null, calendarVersion: 'c1' })
      })
    }

    test('a row follows its events in the same transaction', async () => {
      await append(store(), county, 'request/follow', 0, event('received', { status: 'registered' }))
      const row = await store().inTransaction(county, async (unit) => {
        await unit.events.append(
          'request/follow',
          1,
          [event('moved', { status: 'drafting' }), event('noted')],
          by,
        )
        return unit.cases.get('follow')
      })
      expect(row).toMatchObject({ id: 'follow', organ: county, version: 3, status: 'drafting', due: null })
      const later = await store().inTransaction(county, ({ cases }) => cases.get('follow'))
      expect(later).toEqual(row)
    })

    test('a case is found by its number, and only in its organ', async () => {
      const find = (id: string) => store().inTransaction(id, ({ cases }) => cases.byNumber('〔2026〕6号'))
      expect(await find(county)).toMatchObject({ id: id(6), more: { n: 6 } })
      expect(await find(bureau)).toBeNull()
    })

    test('by due day over organs: each once, soonest first, whatever the size of the page', async () => {
      const expected = Array.from({ length: count }, (_, n) => n).filter((n) => n % 5 !== 0 && n % 7 !== 0)
      for (const limit of [1, 7, 200]) {
        const rows = await pages((page) => store().board.byDue(organs, {}, page), limit)
        expect(rows.map(({ id }) => id)).toEqual(expected.map(id))
      }
      const overdue = await store().board.byDue(organs, { to: '2026-01-25' }, { limit: 100 })
      expect(overdue.rows.map(({ due }) => due)).toEqual([
        '2026-01-22',
        '2026-01-23',
        '2026-01-24',
        '2026-01-25',
      ])
      expect(await store().board.countByDue(organs, { from: '2026-01-24', to: '2026-01-25' })).toBe(2)
      expect(await store().board.countByDue([town], { to: '2026-01-25' })).toBe(1)
    })

    test('the list: newest receipt first, cases without one before all, in pages of any size', async () => {
      const whole = await pages((page) => store().board.list({ organs: [bureau, town] }, page), 200)
      expect(whole).toHaveLength(40)
      const days = whole.map(({ receivedOn }) => receivedOn ?? '9999')
      expect(days).toEqual(days.toSorted().reverse())
      const small = await pages((page) => store().board.list({ organs: [bureau, town] }, page), 3)
      expect(small).toEqual(whole)
    })

    test('filters, and the counts of the same filters', async () => {
      const filters = [
        { organs, open: true, status: ['handling'] },
        { organs, open: false, disposition: ['granted' as const], applicantKind: ['natural' as const] },
        { organs, received: { from: '2026-01-10', to: '2026-01-20' } as const },
        { organs, closed: { from: '2026-01-10', to: '2026-01-31' } as const },
        { organs, openAt: '2026-01-31' as const },
        { organs: [county], channel: ['online' as const], status: ['handling', 'closed'] },
        { organs, open: true, status: ['handling'], handler: null },
        { organs, applicants: ['vault-1', 'vault-4', 'vault-9'] },
        { organs, disputed: true as const },
        { organs, reported: { from: '2026-01-20', to: '2026-01-31' } as const },
        { organs, variant: ['recordCorrection' as const] },
      ]
      const sizes = await Promise.all(
        filters.map(async (filter) => {
          const { rows } = await store().board.list(filter, { limit: 200 })
          const tally = await store().board.tally(filter, ['organ', 'applicantKind', 'disposition'])
          expect(tally.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
          expect((await store().board.tally(filter, []))[0]).toEqual({ count: rows.length })
          return rows.length
        }),
      )
      expect(sizes).toEqual([48, 6, 11, 5, 24, 20, 36, 20, 4, 27, 5])
    })

    test('a page mark that is none of ours is an error and not the first page', async () => {
      const page = store().board.list({ organs }, { limit: 1, after: 'nonsense' })
      await expect(page).rejects.toThrow(RangeError)
    })

    test('open cases of another calendar are found until they are derived anew', async () => {
      const moved: string[] = []
      for (;;) {
        const batch = await store().inTransaction(town, async ({ cases }) => {
          const rows = await cases.withOtherCalendar('c2', 5)
          for (const { id, due } of rows)
            await cases.setDue(id, {
              due: due && addDays(due, 1),
              firm: true,
              took: null,
              calendarVersion: 'c2',
            })
          return rows
        })
        if (batch.length === 0) break
        moved.push(...batch.map(({ id }) => id))
      }
      expect(moved).toEqual(
        Array.from({ length: count }, (_, n) => n)
          .filter((n) => n % 3 === 2 && n % 5 !== 0)
          .map(id),
      )
      expect((await store().board.byDue([town], {}, { limit: 1 })).rows[0]!.due).toBe('2026-01-24')
    })

    test('a due day derived from an older state does not overwrite what came in meanwhile', async () => {
      await append(store(), county, 'request/late', 0, event('received', { status: 'registered' }))
      await append(store(), county, 'request/late', 1, event('moved', { status: 'drafting' }))
      // One connection lets nobody in between; the version is set back to stand for the time before.
      const stale = new CaseTable(store().database, county, project)
      await sql`update request_case set version = 1 where organ = ${county} and id = 'late'`.execute(
        store().database,
      )
      await stale.get('late')
      await sql`update request_case set version = 2 where organ = ${county} and id = 'late'`.execute(
        store().database,
      )
      await stale.setDue('late', { due: '2026-02-01', firm: true, took: null, calendarVersion: 'c9' })
      await stale.flush()
      const after = await store().inTransaction(county, ({ cases }) => cases.get('late'))
      expect(after).toMatchObject({ version: 2, status: 'drafting', due: null, calendarVersion: '' })
    })

    test('within a unit the board sees what the unit has done', async () => {
      const seen = await store().inTransaction(county, async (unit) => {
        await unit.events.append('request/seen', 0, [event('received', { handler: 'staff-9' })], by)
        const { rows } = await unit.board.list({ organs: [county], handler: 'staff-9' }, { limit: 5 })
        unit.abandon()
        return rows.map(({ id }) => id)
      })
      expect(seen).toEqual(['seen'])
    })
  })
}

function id(n: number): string {
  return `case-${String(n).padStart(3, '0')}`
}

async function pages(query: (page: PageRequest) => Promise<Page<CaseRow>>, limit: number) {
  const rows: CaseRow[] = []
  let after: string | undefined
  for (;;) {
    const page = await query({ limit, after })
    rows.push(...page.rows)
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    if (page.next === null) return rows
    after = page.next
  }
}
