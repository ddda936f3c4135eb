/** What an organ settles for its handling, on the embedded database. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handleRequest } from '../../../src/office/handling/handle-request.ts'
import { requestPolicyOf } from '../../../src/office/handling/request-policy.ts'
import { settleRequestPolicy } from '../../../src/office/handling/settle-request-policy.ts'
import {
  type CommandOf,
  defaultRequestPolicy,
  may,
  projectCase,
  type RequestAction,
  type RequestPolicy,
} from '../../../src/office/requests/index.ts'
import type { Store } from '../../../src/store/store.ts'
import { at, by, open, organ } from '../../store/support/office.ts'
import { draftOf, staff } from '../requests/walk.ts'

const here = 'township'
let store: Store
beforeAll(async () => {
  store = await open(':memory:', { project: projectCase })
  await store.organs.put(organ(here))
})
afterAll(() => store.close())

function act<A extends RequestAction>(request: string, action: A, command: CommandOf<A>, on = '2026-03-03') {
  const role = (['handler', 'reviewer', 'head'] as const).find((each) => may(each, action, 'organ')) ?? 'head'
  const actor = { id: staff[role], role, scope: 'organ' } as const
  const context = { today: on as '2026-03-03', organ: 'township', actor } as const
  return handleRequest(store, { organ: here, request, action, command, at, context })
}

const received = (request: string) =>
  act(request, 'receive', {
    number: request,
    applicant: 'vault-1',
    applicantKind: 'natural',
    channel: 'inPerson',
    arrivedOn: '2026-03-02',
  })

const settle = (policy: RequestPolicy, because: string) =>
  settleRequestPolicy(store, { organ: here, policy, because, by })

test('条例§45 没有审核人的乡镇，按自定的规则由负责人直接签发；规则和理由记入日志', async () => {
  await received('2026-1')
  await act('2026-1', 'draft', draftOf('granted'))
  expect(await act('2026-1', 'approve', {})).toMatchObject({ refused: true })

  const because = '本镇没有审核人，由负责人直接签发'
  await settle({ clock: {}, reviewBeforeApproval: false }, because)
  expect(await act('2026-1', 'approve', {})).toMatchObject({ refused: false })
  const log = await store.inTransaction(here, ({ events }) =>
    events.find({ kinds: ['settingSettled'] }, null, 10),
  )
  expect(log.map(({ data }) => data)).toEqual([{ key: 'requestPolicy', because }])
})

test('条例§33¶3 征求意见从发出还是收到起不计入期限，按自定的规则重算在办件', async () => {
  await received('2026-2')
  await act('2026-2', 'consultThirdParty', {
    id: 'c1',
    counterpart: 'vault-2',
    matter: '合同',
    letterNo: '示公开征〔2026〕1号',
  })
  await act('2026-2', 'recordConsultationReceipt', { id: 'c1' }, '2026-03-06')
  await act('2026-2', 'returnConsultation', { id: 'c1', opinion: 'agrees' }, '2026-03-12')
  const due = () => store.inTransaction(here, async ({ cases }) => (await cases.get('2026-2'))!.due!)
  const before = await due()
  const clock = { consultationExcludedFrom: 'received' } as const
  const recounted = await settle({ clock, reviewBeforeApproval: true }, '本地惯例')
  expect((await due()) < before).toBe(true)
  expect(recounted).toMatchObject({ moved: [{ request: '2026-2', before: { due: before } }] })
})

test('没有自定的，按系统的规则', async () => {
  await store.organs.put(organ('other'))
  expect(await store.inTransaction('other', requestPolicyOf)).toEqual(defaultRequestPolicy)
})
