/** The daily round: what it finds, what it does by itself, and what it never does. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../../src/law/day.ts'
import { messageHouseOf } from '../../../src/office/messages/message-house.ts'
import type { Unit } from '../../../src/office/ports.ts'
import { streamOfRequest } from '../../../src/office/streams.ts'
import { settleSweep } from '../../../src/office/sweep/policy.ts'
import type { Store } from '../../../src/store/store.ts'
import { application, openHouse, start } from '../replies/house.ts'
import { askCorrection, replyFor } from '../replies/replies.ts'
import { momentOf, walkOffice } from '../replies/walk-office.ts'
import { member, outgoing, textOf, toOf } from '../tracking/staffed.ts'
import { newOrgan, received, round, thirdPartyAsked, walkers } from './organs.ts'

let store: Store
beforeAll(async () => {
  store = await openHouse()
})
afterAll(() => store.close())

const within = <T>(organ: string, work: (unit: Unit) => Promise<T>) => store.inTransaction(organ, work)

describe('条例§45 每日巡查', () => {
  test('来件未确认、收到未分办的，超过所定工作日才列出，提醒负责人', async () => {
    const organ = await newOrgan(store)
    const doubtful = walkOffice(store, {
      organ,
      request: `${organ}-doubt`,
      today: '2026-03-05',
      staff: walkers(organ),
    })
    await doubtful.receive({ ...application, doubtful: true })
    await received(store, organ, `${organ}-open`, '2026-03-05', false)
    await received(store, organ, `${organ}-given`, '2026-03-05')
    await outgoing(store)
    // The fifth is a Thursday: the weekend does not count.
    expect(await round(store, organ, '2026-03-08')).toMatchObject({
      unconfirmed: [],
      unassigned: [],
      reminded: 0,
    })
    const found = await round(store, organ, '2026-03-09')
    expect(found.unconfirmed).toMatchObject([{ request: `${organ}-doubt`, since: '2026-03-05', days: 2 }])
    expect(found.unassigned).toMatchObject([{ request: `${organ}-open`, since: '2026-03-05', days: 2 }])
    const sent = await outgoing(store)
    expect(sent.map(toOf)).toEqual([`${organ}-head@water.example`, `${organ}-head@water.example`])
    expect(sent.map(textOf).join()).toContain('来件登记已2个工作日，尚未确认收到')
    await within(organ, (unit) =>
      settleSweep(unit, { untouchedDays: 3 }, { actor: 'a', at: momentOf(start) }),
    )
    expect((await round(store, organ, '2026-03-10')).unassigned).toEqual([])
  })

  test('条例§32 第三方期满未答复：系统登记逾期，期限恢复，经办人得知；不到期、送达日未登记的不登记', async () => {
    const organ = await newOrgan(store)
    for (const [name, reached] of [
      ['silent', '2026-03-05'],
      ['later', '2026-03-06'],
      ['unserved', null],
    ] as const) {
      const walked = await received(store, organ, `${organ}-${name}`, start)
      await thirdPartyAsked(store, walked.on('2026-03-04'), `${organ}-${name}`, reached)
    }
    await outgoing(store)
    const found = await round(store, organ, '2026-03-27')
    expect(found.lapsed).toMatchObject([
      {
        request: `${organ}-silent`,
        consultation: 'c1',
        party: 'thirdParty',
        limit: '2026-03-26',
        due: '2026-04-22',
      },
    ])
    expect(found.unserved).toMatchObject([
      { request: `${organ}-unserved`, letter: 'consultation', sentOn: '2026-03-04' },
    ])
    const events = await within(organ, ({ events }) => events.load(streamOfRequest(`${organ}-silent`)))
    expect(events.at(-1)).toMatchObject({ kind: 'consultationLapsed', actor: 'system', on: '2026-03-27' })
    // In the lists again: the due day came back.
    const { rows } = await store.board.byDue([organ], { to: '2026-04-22' }, { limit: 10 })
    expect(rows.map(({ id }) => id)).toEqual([`${organ}-silent`])
    const sent = await outgoing(store)
    expect(sent.find(({ id }) => id.includes('consultationLapsed'))).toMatchObject({
      payload: { to: `${organ}-handler@water.example`, text: expect.stringContaining('2026年4月22日') },
    })
  })

  test('条例§30、办法§6、条例§35 申请人的期限届满只列出，从不自动视为放弃', async () => {
    const organ = await newOrgan(store)
    const asked = await received(store, organ, `${organ}-correction`, start)
    await askCorrection(asked.on('2026-03-04'))
    const charged = await received(store, organ, `${organ}-fee`, start)
    await charged.on('2026-03-04').notice('askFee', { pages: 120, payHow: '凭缴款识别码到代理银行网点缴纳' })
    await charged.act('recordFeeNoticeService', {})
    const reasons = await received(store, organ, `${organ}-reasons`, start)
    await reasons.on('2026-03-04').notice('askReasons', { facts: '一个月内提出六十件申请', by: '2026-03-16' })
    const helped = await received(store, organ, `${organ}-house`, start)
    await helped.act('consultInternally', {
      id: 'c1',
      counterpart: '规划科',
      matter: '协查',
      by: '2026-03-16',
    })
    expect((await round(store, organ, '2026-03-16')).periodsOver).toEqual([])
    const log = (await within(organ, ({ events }) => events.read(0, 10_000))).length
    const found = await round(store, organ, '2026-04-03')
    expect(found.periodsOver.map(({ request, period, by }) => [request, period, by]).toSorted()).toEqual([
      [`${organ}-correction`, 'correction', '2026-03-16'],
      [`${organ}-fee`, 'fee', '2026-04-01'],
      [`${organ}-house`, 'consultation', '2026-03-16'],
      [`${organ}-reasons`, 'reasons', '2026-03-16'],
    ])
    expect((await within(organ, ({ events }) => events.read(0, 10_000))).length).toBe(log)
    expect(found.lapsed).toEqual([])
  })

  test('逾期提交的补正写明提交之日，提醒判断有无正当理由', async () => {
    const organ = await newOrgan(store)
    const asked = await received(store, organ, `${organ}-offered`, start)
    await askCorrection(asked.on('2026-03-04'))
    await asked.on('2026-03-18').act('offerCorrection', { entry: 'words' })
    await outgoing(store)
    const found = await round(store, organ, '2026-03-19')
    expect(found.periodsOver).toMatchObject([{ period: 'correction', offered: '2026-03-18' }])
    expect((await outgoing(store)).map(textOf).join()).toContain('请判断有无正当理由')
  })

  test('条例§33¶2 届满前5、2、0个工作日各提醒一次，休息日不提醒；逾期逐日提醒经办人和负责人', async () => {
    const organ = await newOrgan(store)
    // Due on Monday, March 30.
    await received(store, organ, `${organ}-due`, start)
    await outgoing(store)
    const told: string[] = []
    for (let day: Day = '2026-03-19'; day <= '2026-04-01'; day = addDays(day, 1)) {
      const { dueSoon, overdue } = await round(store, organ, day)
      const sent = (await outgoing(store)).filter(({ topic }) => topic === 'mail')
      const heads = sent.filter((each) => toOf(each).includes('head')).length
      told.push(
        `${day.slice(5)} ${dueSoon[0]?.left ?? '-'} ${overdue[0]?.left ?? '-'} ${sent.length - heads}+${heads}`,
      )
    }
    expect(told).toEqual([
      '03-19 - - 0+0',
      '03-20 - - 0+0',
      '03-21 - - 0+0',
      '03-22 - - 0+0',
      '03-23 5 - 1+0',
      '03-24 4 - 0+0',
      '03-25 3 - 0+0',
      '03-26 2 - 1+0',
      '03-27 1 - 0+0',
      '03-28 1 - 0+0',
      '03-29 1 - 0+0',
      '03-30 0 - 1+1',
      '03-31 - -1 1+1',
      '04-01 - -2 1+1',
    ])
  })

  test('漏了几日未巡查的，补上最近的一次，不重不漏', async () => {
    const organ = await newOrgan(store)
    await received(store, organ, `${organ}-due`, start)
    await outgoing(store)
    expect((await round(store, organ, '2026-03-24')).reminded).toBe(1)
    expect((await round(store, organ, '2026-03-25')).reminded).toBe(0)
    expect((await round(store, organ, '2026-03-27')).reminded).toBe(1)
    const ids = (await outgoing(store)).map(({ id }) => id.split('/').slice(1, 4).join('/'))
    expect(ids).toEqual(['dueSoon/2026-03-30/2', 'dueSoon/2026-03-30/5'])
  })

  test('没有经办人、经办人停用或者没有邮箱的，提醒负责人；停发的一类不发', async () => {
    const organ = await newOrgan(store)
    const walked = await received(store, organ, `${organ}-due`, start)
    await within(organ, ({ staff }) => staff.put({ ...member(`${organ}-handler`), organ, suspended: true }))
    await outgoing(store)
    await round(store, organ, '2026-03-23')
    expect((await outgoing(store)).map(toOf)).toEqual([`${organ}-head@water.example`])
    await within(organ, ({ settings }) =>
      settings.set('messages', { silent: ['dueSoon'] }, { actor: 'a', at: momentOf(start) }),
    )
    expect((await within(organ, messageHouseOf)).isSilent('dueSoon')).toBe(true)
    expect((await round(store, organ, '2026-03-26')).reminded).toBe(0)
    expect(walked.state.handler).toBe(`${organ}-handler`)
  })

  test('条例§45 办结逾期未归档的列出，每月提醒；复议、诉讼未结的不列', async () => {
    const organ = await newOrgan(store)
    for (const name of ['filed', 'loose', 'disputed']) {
      const walked = await received(store, organ, `${organ}-${name}`, start)
      await walked.on('2026-03-20').decide(replyFor('notThisOrgan'))
      await walked.deliver('2026-03-24')
      if (name === 'filed') await walked.archive()
      if (name === 'disputed')
        await walked.on('2026-04-20').act('fileReview', {
          id: 'r',
          dispute: 'reconsideration',
          caseNo: '1',
          against: 'reply',
        })
    }
    await outgoing(store)
    expect((await round(store, organ, '2026-09-16')).archivingOverdue).toEqual([])
    const found = await round(store, organ, '2026-09-17')
    expect(found.archivingOverdue).toMatchObject([
      { request: `${organ}-loose`, closedOn: '2026-03-20', days: 181 },
    ])
    expect(found.reminded).toBe(1)
    expect((await round(store, organ, '2026-09-18')).reminded).toBe(0)
    expect((await round(store, organ, '2026-10-08')).reminded).toBe(1)
  })

  test('个保法§47 保存期限届满的告诉安全管理员，只说件数', async () => {
    const organ = await newOrgan(store)
    const walked = walkOffice(store, {
      organ,
      request: `${organ}-old`,
      today: '2014-03-03',
      staff: walkers(organ),
    })
    await walked.receive(application)
    await walked.on('2014-03-10').act('withdraw', { how: '书面' })
    await walked.archive()
    await outgoing(store)
    expect((await round(store, organ, '2024-12-31')).retentionDue).toEqual([])
    const found = await round(store, organ, '2025-01-02')
    expect(found.retentionDue).toMatchObject([{ what: 'record', since: '2025-01-01' }])
    const sent = (await outgoing(store)).filter((each) => textOf(each).includes('1名申请人'))
    expect(sent.map(toOf)).toEqual([`${organ}-security@water.example`])
    expect((await round(store, organ, '2025-01-03')).reminded).toBe(0)
  })
})
