/** The reports from outside that the demonstration county has put in. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  countyId,
  demonstrationOrgans,
  rowOfDemonstration,
} from '../../../src/office/demonstration/county.ts'
import { makeReports } from '../../../src/office/demonstration/reports.ts'
import { momentOf } from '../../../src/office/demonstration/walk-office.ts'
import { openReading, openSource } from '../../../src/office/reports/examined/open-source.ts'
import { findingsOf } from '../../../src/office/reports/examined/reading.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { open } from '../../store/support/office.ts'

let store: Store
beforeAll(async () => {
  store = await open(':memory:')
  for (const organ of demonstrationOrgans) await store.organs.put(rowOfDemonstration(organ))
  await makeReports({ office: store, actor: 'staff-county-handler', today: '2026-11-23', at: momentOf })
})
afterAll(() => store.close())

const rows = async () => (await store.examined.list({ organs: [countyId] }, { limit: 50 })).rows

const rulesBroken = (id: string, number?: number) =>
  store.inTransaction(countyId, async (unit) => {
    const { source } = (await openSource(unit, id))!
    const { kept } = (await openReading(unit, source, number))!
    return new Set(findingsOf(kept).map(({ rule }) => rule))
  })

describe('示例县收存的年报', () => {
  test('五份都读出来了，认得出是哪个机关、哪一年的', async () => {
    const found = (await rows()).map(({ state, matchedOrgan, year, edition }) => [
      state,
      matchedOrgan,
      year,
      edition,
    ])
    expect(found.toReversed()).toEqual([
      ['read', 'education', 2025, '2021'],
      ['read', 'housing', 2025, '2021'],
      ['read', 'donghe', 2025, '2021'],
      ['read', 'xiling', 2020, '2019'],
      ['read', 'beishan', 2025, '2021'],
    ])
    for (const { cellsRead, cellsTotal } of await rows()) expect(cellsTotal - cellsRead).toBeLessThan(3)
  })

  test('各有其病：合计不等于分项之和、现行有效件数不足、划线', async () => {
    expect(await rulesBroken('examined-1')).toContain('T3-SUM')
    expect(await rulesBroken('examined-2')).toContain('T2-STOCK')
    expect(await rulesBroken('examined-3', 1)).toContain('BLANK')
    // Somebody has asked and entered what the dashes stood for.
    expect(await rulesBroken('examined-3')).not.toContain('BLANK')
    expect((await rows()).map(({ corrections }) => corrections)).toEqual([0, 0, 1, 0, 0])
  })

  test('日志和列表核对无误', async () => {
    expect((await verify(store, countyId)).faults).toEqual([])
  })
})
