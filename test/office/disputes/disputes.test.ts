/** Review and suit in use: from the reply through both instances into section four of the annual report. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '../../../src/law/day.ts'
import { disputesOf } from '../../../src/office/disputes/disputes-of.ts'
import {
  type DecideDispute,
  decideDispute,
  type RegisterDispute,
  registerDispute,
} from '../../../src/office/disputes/register-dispute.ts'
import {
  annualReadings,
  fold,
  type RecordedEvent,
  type RequestState,
} from '../../../src/office/requests/index.ts'
import { streamOfRequest } from '../../../src/office/streams.ts'
import { editions } from '../../../src/report/editions/index.ts'
import { judgements } from '../../../src/report/judge.ts'
import { figureAt } from '../../../src/report/reading.ts'
import type { Store } from '../../../src/store/store.ts'
import { application, here, openHouse, start } from '../replies/house.ts'
import { replyFor } from '../replies/replies.ts'
import { momentOf, must, type OfficeWalk, walkOffice } from '../replies/walk-office.ts'
import { employ, outgoing, textOf, toOf } from '../tracking/staffed.ts'

let store: Store
const requests: string[] = []
beforeAll(async () => {
  store = await openHouse()
  await employ(store)
})
afterAll(() => store.close())

/** A request refused in March 2026, served on the 24th. */
async function refused(request: string): Promise<OfficeWalk> {
  requests.push(request)
  const walked = walkOffice(store, { organ: here, request, today: start })
  await walked.receive(application)
  await walked.on('2026-03-20').decide(replyFor('deliberative'))
  return walked.deliver('2026-03-24')
}

const deed = (request: string, today: Day) => ({
  organ: here,
  request,
  context: {
    today,
    organ: 'localDepartment',
    actor: { id: 'staff-1', role: 'handler', scope: 'organ' },
  } as const,
  at: momentOf(today),
})
const file = (request: string, today: Day, command: RegisterDispute['command'], more: object = {}) =>
  registerDispute(store, { ...deed(request, today), command, ...more })
const decide = (request: string, today: Day, command: DecideDispute['command'], more: object = {}) =>
  decideDispute(store, { ...deed(request, today), command, ...more })

const review = {
  id: 'r',
  dispute: 'reconsideration',
  caseNo: '示政复〔2026〕3号',
  forum: '示例县人民政府',
  against: 'reply',
} as const
const suit = {
  id: 's',
  dispute: 'litigation',
  caseNo: '（2026）示行初1号',
  forum: '示例县人民法院',
  against: 'reply',
  after: 'r',
} as const
const paper = (id: string) => ({ id, name: `${id}.txt`, bytes: new TextEncoder().encode(id) })

const stateOf = (request: string): Promise<RequestState> =>
  store.inTransaction(here, async ({ events }) =>
    fold((await events.load(streamOfRequest(request))) as readonly RecordedEvent[]),
  )
const cellsOf = async (year: number) => {
  const readings = annualReadings(await Promise.all(requests.map(stateOf)), year)!
  const table = editions['2021'].tables.filter(({ key }) => key === 'disputes')
  expect(judgements(table, readings).filter(({ verdict }) => verdict !== 'holds')).toEqual([])
  return (column: string) =>
    figureAt(readings, `disputes/cases@${column}` as 'disputes/cases@reconsideration.total')
}

describe('条例§51 复议、诉讼', () => {
  test('复议维持，再诉：一审未生效为尚未审结，二审后计结果；各年各格', async () => {
    await refused('walk')
    await outgoing(store)
    const filed = must('file', await file('walk', '2026-04-20', review, { papers: [paper('复议申请书')] }))
    expect(filed.state.disputes[0]).toMatchObject({ forum: '示例县人民政府', coDefendant: false })
    expect(filed.state.papers.map(({ purpose }) => purpose)).toEqual(['record'])
    const sent = await outgoing(store)
    expect(sent.map(toOf)).toEqual(['staff-3@water.example'])
    expect(textOf(sent[0]!)).toContain('行政复议（示政复〔2026〕3号）')

    must('decide', await decide('walk', '2026-06-18', { id: 'r', result: 'upheld', what: '维持' }))
    const sued = must('sue', await file('walk', '2026-07-01', suit))
    expect(sued.state.disputes[1]).toMatchObject({ after: 'r', coDefendant: true, standing: 'originalOrgan' })
    const first = { id: 's', result: 'corrected', what: '撤销', effective: false, instance: 'first' } as const
    must('first', await decide('walk', '2026-11-20', first))

    const now = await cellsOf(2026)
    expect([now('reconsideration.upheld'), now('litigation.afterReconsideration.pending')]).toEqual([1, 1])
    expect(await disputesOf(store, [here], 2026)).toMatchObject([
      { id: 's', stage: 'appealed', column: 'litigation.afterReconsideration.pending', request: 'walk' },
      { id: 'r', stage: 'decided', column: 'reconsideration.upheld' },
    ])

    const second = {
      id: 's',
      result: 'upheld',
      what: '改判驳回诉讼请求',
      instance: 'second',
      caseNo: '（2027）示行终9号',
      forum: '示例市中级人民法院',
    } as const
    const done = must('second', await decide('walk', '2027-03-01', second))
    expect(done.state.disputes[1]?.decisions).toMatchObject([
      { instance: 'first', effective: false, result: 'corrected' },
      { instance: 'second', effective: true, result: 'upheld', forum: '示例市中级人民法院' },
    ])
    const next = await cellsOf(2027)
    expect([
      next('litigation.afterReconsideration.upheld'),
      next('litigation.afterReconsideration.total'),
      next('reconsideration.total'),
    ]).toEqual([1, 1, 0])
    expect((await disputesOf(store, [here], 2026))[0]).toMatchObject({ id: 's', stage: 'appealed' })
    expect(await disputesOf(store, [here], 2027)).toMatchObject([{ id: 's', stage: 'decided' }])
    expect(await disputesOf(store, [here], 2028)).toEqual([])
  })

  test('诉讼法§26¶2 复议改变原行为的，以复议机关为被告；年报填报函：本机关不是原行为机关的，不计', async () => {
    await refused('changed')
    must('file', await file('changed', '2026-04-20', review))
    must('decide', await decide('changed', '2026-06-18', { id: 'r', result: 'corrected', what: '撤销' }))
    expect(await file('changed', '2026-07-01', suit)).toMatchObject({ refused: true, cites: ['诉讼法§26¶2'] })
    must('file', await file('changed', '2026-07-01', { ...suit, standing: 'reviewOrgan' }))
    const [listed] = (await disputesOf(store, [here], 2026)).filter(
      ({ id, request }) => id === 's' && request === 'changed',
    )
    expect(listed).toMatchObject({ column: null, coDefendant: false })
    const cells = await cellsOf(2026)
    expect(cells('reconsideration.corrected')).toBe(1)
    expect(cells('litigation.afterReconsideration.total')).toBe(1)
  })

  test('归档之后的诉讼：材料照样入卷；审结之后又不能再加', async () => {
    const walked = await refused('archived')
    await walked.archive()
    const direct = { ...suit, id: 'd', after: undefined } as unknown as RegisterDispute['command']
    must('file', await file('archived', '2026-08-03', direct, { papers: [paper('起诉状')] }))
    const decided = { id: 'd', result: 'other', what: '裁定驳回起诉' } as const
    const done = must(
      'decide',
      await decide('archived', '2026-09-01', decided, { papers: [paper('裁定书')] }),
    )
    expect(done.state.papers).toHaveLength(2)
    const late = { ...decided, result: 'upheld' } as const
    expect(await decide('archived', '2026-09-02', late)).toMatchObject({ code: 'disputeUnknown' })
    expect((await cellsOf(2026))('litigation.direct.other')).toBe(1)
  })

  test('没有写明受理机关、没有此前的复议、材料不收的，什么也不留下', async () => {
    const walked = await refused('nothing')
    const before = walked.state.version
    expect(await file('nothing', '2026-04-20', { ...review, forum: ' ' })).toMatchObject({
      code: 'incomplete',
    })
    expect(await file('nothing', '2026-07-01', suit)).toMatchObject({ code: 'disputeUnknown' })
    const bad = { papers: [{ id: 'x', name: '空.pdf', bytes: new Uint8Array() }] }
    expect(await file('nothing', '2026-04-20', review, bad)).toMatchObject({ refused: true })
    expect((await stateOf('nothing')).version).toBe(before)
    expect(await outgoing(store)).not.toContainEqual(
      expect.objectContaining({ id: expect.stringMatching(/^nothing\/disputeFiled/) }),
    )
  })

  test('条例§50(3) 台账与年报一致：逐年逐格，台账所计之和等于年报', async () => {
    for (const year of [2025, 2026, 2027, 2028]) {
      const cells = await cellsOf(year)
      const listed = await disputesOf(store, [here], year)
      for (const kind of ['reconsideration', 'litigation.direct', 'litigation.afterReconsideration'])
        for (const result of ['upheld', 'corrected', 'other', 'pending']) {
          const column = `${kind}.${result}`
          expect([column, listed.filter((each) => each.column === column).length]).toEqual([
            column,
            cells(column),
          ])
        }
    }
  })

  test('个案多而争议少时，只取有争议的；各机关互不相见', async () => {
    expect(await disputesOf(store, ['government'], 2026)).toEqual([])
    const { rows } = await store.board.list({ organs: [here], disputed: true }, { limit: 100 })
    expect(rows.map(({ id }) => id).toSorted()).toEqual(['archived', 'changed', 'walk'])
  })
})
