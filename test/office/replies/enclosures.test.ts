/** What leaves with a reply is looked into, and a person answers for it (条例§15, §17). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepPaper } from '../../../src/office/papers/keep-paper.ts'
import { dispatchReply } from '../../../src/office/replies/dispatch-reply.ts'
import { clearEnclosure, inspectEnclosure } from '../../../src/office/replies/enclosures.ts'
import type { Store } from '../../../src/store/store.ts'
import { residentId } from '../../office-parts/made-numbers.ts'
import { application, here, openHouse, start } from './house.ts'
import { replyFor } from './replies.ts'
import { must, type OfficeWalk, viewerOf, walkOffice } from './walk-office.ts'

let store: Store
let cases = 0
beforeAll(async () => {
  store = await openHouse()
})
afterAll(() => store.close())

const number = residentId('330106', '19700101', '321')
const list = new TextEncoder().encode(`补偿名单\n户主 王示例 公民身份号码 ${number}\n`)

/** A request with a list of people on file that is to go out with the reply. */
const withList = async () => {
  const walked = walkOffice(store, { organ: here, request: `enclosed-${++cases}`, today: start })
  await walked.receive(application)
  const paper = { id: `list-${cases}`, name: '补偿名单.txt', bytes: list, purpose: 'enclosure' } as const
  const { paper: kept } = must(
    'keepPaper',
    await keepPaper(store, { ...walked.acting('addPaper'), ...paper }),
  )
  return { walked, hash: kept.hash, request: `enclosed-${cases}` }
}

const clear = (
  walked: OfficeWalk,
  hash: string,
  acknowledgements: readonly { finding: string; reason: string }[],
) => clearEnclosure(store, { ...walked.acting('clearPaper'), hash, acknowledgements })

describe('条例§15、§17 随附文件的核查', () => {
  test('查出的个人信息只以遮盖的样子显示', async () => {
    const { hash, request } = await withList()
    const viewer = viewerOf(here, 'handler')
    const found = must('inspect', await inspectEnclosure(store, { organ: here, request, hash, viewer }))
    expect(found.personal).toMatchObject([{ kind: 'residentId' }])
    expect(JSON.stringify(found)).not.toContain(number)
  })

  test('没有逐项确认的不放行，障碍一次列明；逐项确认后放行，谁确认的记在卷内', async () => {
    const { walked, hash, request } = await withList()
    const viewer = viewerOf(here, 'handler')
    const { personal } = must(
      'inspect',
      await inspectEnclosure(store, { organ: here, request, hash, viewer }),
    )
    const [finding] = personal.map(({ id }) => id)
    expect(await clear(walked, hash, [])).toMatchObject({
      failure: 'blocked',
      obstacles: [{ code: 'unacknowledged', finding }],
    })
    expect(await clear(walked, hash, [{ finding: finding!, reason: '行' }])).toMatchObject({
      obstacles: [{ code: 'noReason' }],
    })
    expect(await clear(walked, hash, [{ finding: finding!, reason: `户主证号${number}` }])).toMatchObject({
      obstacles: [{ code: 'personalReason' }],
    })
    const reason = '征收公告已经依法公布该名单'
    const cleared = must('clear', await clear(walked, hash, [{ finding: finding!, reason }]))
    expect(cleared.state.papers).toMatchObject([{ hash, decided: { as: 'cleared' } }])
    const events = await store.inTransaction(here, ({ events }) => events.load(`request/${request}`))
    expect(events.at(-1)).toMatchObject({
      kind: 'paperCleared',
      actor: 'staff-1',
      data: { findings: 1, acknowledged: [{ finding, reason }] },
    })
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${number}|王示例|名单.txt`))
  })

  test('没有核查的，答复不能发出；文书写明附件的名称', async () => {
    const { walked, hash } = await withList()
    const letter = await walked.decide(replyFor('granted', { enclosures: [hash] }))
    expect(letter.letter.attachments).toEqual(['补偿名单'])
    const held = await dispatchReply(store, { ...walked.acting('dispatch'), command: { method: 'inPerson' } })
    expect(held).toMatchObject({ refused: true, code: 'enclosureNotCleared' })
  })

  test('没有权限的、卷内没有的，什么也看不到', async () => {
    const { walked, hash, request } = await withList()
    const of = { organ: here, request }
    const applicant = { kind: 'applicant', ...of } as const
    const unknown = { failure: 'unknownPaper' }
    expect(await inspectEnclosure(store, { ...of, hash, viewer: applicant })).toMatchObject(unknown)
    const viewer = viewerOf(here, 'handler')
    expect(await inspectEnclosure(store, { ...of, hash: '0'.repeat(64), viewer })).toMatchObject(unknown)
    const acting = walked.acting('clearPaper')
    const actor = { id: 'applicant-1', role: 'applicant', scope: 'own' } as const
    const context = { ...acting.context, actor }
    const refused = await clearEnclosure(store, { ...acting, context, hash, acknowledgements: [] })
    expect(refused).toMatchObject({ refused: true, code: 'notPermitted' })
  })

  test('内容已经删除的，如实告知', async () => {
    const { hash, request } = await withList()
    await store.inTransaction(here, ({ blobs }) => blobs.erase(hash, '2026-03-03T02:00:00.000Z'))
    const viewer = viewerOf(here, 'handler')
    expect(await inspectEnclosure(store, { organ: here, request, hash, viewer })).toMatchObject({
      failure: 'erasedPaper',
    })
  })
})
