/** Who is told of an annual report, when, and how often. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../../src/law/calendar.ts'
import { followLog } from '../../../src/office/messages/follow-log.ts'
import { settleHooks } from '../../../src/office/messages/hooks.ts'
import type { WebhookPayload } from '../../../src/office/messages/payloads.ts'
import type { AnnualAsk } from '../../../src/office/reports/annual/desk.ts'
import { deadlineOf } from '../../../src/office/reports/annual/due.ts'
import { countedTables } from '../../../src/office/reports/annual/figures.ts'
import { acceptReport, publishReport, submitReport } from '../../../src/office/reports/annual/file-report.ts'
import { enterAnnualFigures } from '../../../src/office/reports/annual/write-figures.ts'
import { writeSection } from '../../../src/office/reports/annual/write-section.ts'
import type { Role } from '../../../src/office/requests/index.ts'
import { edition2021 } from '../../../src/report/editions/index.ts'
import { cells } from '../../../src/report/form.ts'
import { reportDueOn } from '../../../src/report/rules/organ.ts'
import type { Store } from '../../../src/store/store.ts'
import { openHouse } from '../replies/house.ts'
import { momentOf, must } from '../replies/walk-office.ts'
import { newOrgan, round } from '../sweep/organs.ts'
import { outgoing } from '../tracking/staffed.ts'

let store: Store
beforeAll(async () => {
  store = await openHouse()
})
afterAll(() => store.close())

const year = 2025

async function askOf(
  organ: string,
  today: AnnualAsk['today'],
  role: Role,
  scope: 'organ' | 'subordinate' = 'organ',
) {
  const row = (await store.organs.get(organ))!
  return {
    organ: row,
    year,
    today,
    at: momentOf(today),
    actor: `${organ}-${role}`,
    standings: [{ role, scope }],
  }
}

const subjects = async (): Promise<readonly string[]> =>
  (await outgoing(store)).flatMap(({ topic, payload }) =>
    topic === 'mail' ? [(payload as { subject: string }).subject] : [],
  )

async function write(organ: string): Promise<void> {
  const ask = await askOf(organ, '2026-01-05', 'handler')
  const figures = cells(edition2021.tables)
    .filter(({ table }) => !countedTables.has(table.key))
    .map(({ key }) => ({ key, value: 0, document: null, note: null }))
  must('figures', await enterAnnualFigures({ office: store }, ask, figures))
  const prose = {
    '1': '主动公开、依申请公开工作正常开展。',
    '5': '存在的主要问题是目录更新不及时，已经改进。',
    '6': '未收取信息处理费。',
  } as const
  for (const [section, text] of Object.entries(prose))
    must('section', await writeSection({ office: store }, ask, { section: section as '1', text, over: 0 }))
}

describe('条例§49 期限', () => {
  test('部门1月31日、县级以上政府3月31日；遇休息日提前，不顺延', () => {
    const of = (kind: Parameters<typeof reportDueOn>[0], today: AnnualAsk['today']) =>
      deadlineOf(reportDueOn(kind, year), nationalCalendar, today)
    expect(of('department', '2026-01-26')).toMatchObject({
      day: '2026-01-31',
      workingDay: '2026-01-30',
      left: 4,
      statutory: true,
    })
    expect(of('department', '2026-02-02').left).toBe(-1)
    expect(of('countyGovernment', '2026-03-30')).toMatchObject({
      day: '2026-03-31',
      workingDay: '2026-03-31',
      left: 1,
    })
    expect(of('townshipGovernment', '2026-01-26').statutory).toBe(false)
  })

  test('到期前后提醒负责人，同一次只提醒一回；报送之后不再催', async () => {
    const organ = await newOrgan(store)
    await outgoing(store)
    expect((await round(store, organ, '2026-01-16')).reportDue).toMatchObject({
      year,
      step: 'submit',
      left: 10,
    })
    expect(await subjects()).toEqual(['2025年政府信息公开工作年度报告的报送：2026年1月30日前'])
    await round(store, organ, '2026-01-19')
    expect(await subjects()).toEqual([])
    await round(store, organ, '2026-02-02')
    expect(await subjects()).toEqual(['2025年政府信息公开工作年度报告的报送：已经逾期'])
    await write(organ)
    must('submit', await submitReport({ office: store }, await askOf(organ, '2026-02-03', 'head')))
    expect((await round(store, organ, '2026-02-06')).reportDue).toBeNull()
  })
})

test('条例§49 报告每到一个阶段，推送一次；通过之后告诉负责人', async () => {
  const organ = await newOrgan(store)
  const url = 'https://all.example/reports'
  await store.inTransaction(organ, (unit) =>
    settleHooks(unit, [{ url }], { actor: 'a', at: momentOf('2026-01-05') }),
  )
  await write(organ)
  await outgoing(store)
  const house = { office: store }
  must('submit', await submitReport(house, await askOf(organ, '2026-01-12', 'head')))
  must(
    'accept',
    await acceptReport(house, await askOf(organ, '2026-01-13', 'authority', 'subordinate'), null),
  )
  must('publish', await publishReport(house, await askOf(organ, '2026-01-14', 'head')))
  await followLog(store, organ, momentOf('2026-01-15'))
  expect(await followLog(store, organ, momentOf('2026-01-15'))).toBe(0)
  const sent = await outgoing(store)
  const bodies = sent
    .filter(({ topic }) => topic === 'webhook')
    .map(({ payload }) => (payload as WebhookPayload).body)
  const events = bodies.map((body) => (body as { event: string }).event)
  expect(events.toSorted()).toEqual(['reportAccepted', 'reportPublished', 'reportSubmitted'])
  expect(bodies[events.indexOf('reportPublished')]).toEqual({
    event: 'reportPublished',
    organ,
    report: year,
    status: 'published',
    on: '2026-01-14',
  })
  expect(JSON.stringify(bodies)).not.toContain('request')
  const mails = sent.filter(({ topic }) => topic === 'mail').map(({ payload }) => payload as { text: string })
  expect(mails.map(({ text }) => text)).toEqual([
    '2025年政府信息公开工作年度报告已由上级机关通过，请及时公布。',
  ])
})
