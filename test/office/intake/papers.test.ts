/** Files taken into a case and given out again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handleRequest } from '../../../src/office/handling/handle-request.ts'
import { inspectPapers, mostPapers } from '../../../src/office/papers/inspect-papers.ts'
import { type KeepPaper, keepPaper } from '../../../src/office/papers/keep-paper.ts'
import { openPaper, paperOf } from '../../../src/office/papers/open-paper.ts'
import type { Store } from '../../../src/store/store.ts'
import { makeDocx, paragraph } from '../../office-parts/made-files.ts'
import { at, bytesOf, changed, contextOf, everything, here, openOffice, sha256, today } from './support.ts'

let store: Store

beforeAll(async () => {
  store = await openOffice()
  await handleRequest(store, {
    organ: here,
    request: 'r1',
    action: 'receive',
    command: {
      number: '2026-1',
      applicant: 'v1',
      applicantKind: 'natural',
      channel: 'inPerson',
      arrivedOn: today,
    },
    context: contextOf(),
    at,
  })
})
afterAll(() => store.close())

const paper = (id: string, bytes: Uint8Array, more: Partial<KeepPaper> = {}): KeepPaper => ({
  organ: here,
  request: 'r1',
  id,
  bytes,
  name: '李某某的信.txt',
  purpose: 'application',
  context: contextOf(),
  at,
  ...more,
})

const reading = <T>(read: (unit: Parameters<Parameters<Store['inTransaction']>[1]>[0]) => Promise<T>) =>
  store.inTransaction(here, read)

describe('材料', () => {
  test('条例§45 收下的材料：内容与名称封存，日志只有校验值和用途', async () => {
    const bytes = bytesOf('申请公开示例县水库除险加固工程的批复。')
    const kept = await keepPaper(
      store,
      paper('p1', bytes, { name: '../李某某 的\u202e信.txt', description: '李某某手写' }),
    )
    expect(kept).toMatchObject({
      refused: false,
      paper: { id: 'p1', name: '李某某 的信.txt', type: 'text/plain' },
    })
    const found = await reading((unit) => paperOf(unit, 'p1'))
    expect(found).toEqual({
      request: 'r1',
      name: '李某某 的信.txt',
      description: '李某某手写',
      purpose: 'application',
      hash: sha256(bytes),
      type: 'text/plain',
      size: bytes.length,
    })
    expect(Buffer.from((await reading((unit) => openPaper(unit, 'p1'))) as Uint8Array)).toEqual(
      Buffer.from(bytes),
    )
    const { event, request_case, blob, vault } = await everything(store)
    expect(event).toContain(sha256(bytes))
    for (const text of [event, request_case, blob, vault]) expect(text).not.toMatch(/李某某|水库/)
  })

  test('保密法 涉密的文件不接收：退回并说明，什么也不留下', async () => {
    const before = await everything(store)
    const secret = makeDocx(paragraph('机密★10年') + paragraph('关于某事的报告'))
    const refused = await keepPaper(store, paper('p2', secret, { name: '报告.docx' }))
    expect(refused).toMatchObject({ refused: true, code: 'classified' })
    expect((refused as { message: string }).message).toMatch(/^[^（]*密级标志.*保密工作机构/)
    expect(await changed(store, before)).toEqual([])
  })

  test('可执行文件、宏、空文件、残损文件都不接收，理由是中文', async () => {
    const before = await everything(store)
    const bad: [string, Uint8Array][] = [
      ['a.exe', bytesOf(`MZ${'\0'.repeat(100)}`)],
      ['b.txt', bytesOf('')],
      ['c.docm', makeDocx(paragraph('甲'), { 'word/vbaProject.bin': new Uint8Array(10) })],
      ['d.pdf', bytesOf('%PDF-1.7 nothing')],
    ]
    for (const [name, bytes] of bad) {
      const refused = await keepPaper(store, paper('p3', bytes, { name }))
      expect(refused).toMatchObject({ refused: true })
      expect((refused as { message: string }).message).toMatch(/[\u4e00-\u9fff]{6}/)
    }
    expect(await changed(store, before)).toEqual([])
  })

  test('条例§45 同一内容不重复收；没有登记的件不收；没有权限的人不收：都不留痕迹', async () => {
    const bytes = bytesOf('同一份材料')
    expect(await keepPaper(store, paper('p4', bytes))).toMatchObject({ refused: false })
    const before = await everything(store)
    const attempts = [
      paper('p5', bytes),
      paper('p6', bytes, { request: 'nowhere' }),
      paper('p7', bytesOf('x'), { context: contextOf('auditAdmin') }),
      paper('p8', bytesOf('y'), { context: contextOf('applicant'), purpose: 'enclosure' }),
    ]
    for (const each of attempts) expect(await keepPaper(store, each)).toMatchObject({ refused: true })
    expect(await changed(store, before)).toEqual([])
  })

  test('没有的材料、别种记录都查无此件；删除后得知已删除', async () => {
    await reading(({ vault }) => vault.put({ id: 'other', kind: 'applicant', data: {}, lookup: {} }, at))
    for (const id of ['none', 'other']) {
      expect(await reading((unit) => paperOf(unit, id))).toBeNull()
      expect(await reading((unit) => openPaper(unit, id))).toBeNull()
    }
    await reading(({ vault }) => vault.erase('p4', at))
    expect(await reading((unit) => openPaper(unit, 'p4'))).toEqual({ failure: 'erased', at })
    expect(await reading((unit) => paperOf(unit, 'p4'))).toEqual({ failure: 'erased', at })
  })

  test('几个文件一起来：有一个不行就都不收，说明是第几个', async () => {
    const good = { ...paper('p9', bytesOf('甲')), name: '甲.txt' }
    const outcome = await inspectPapers([good, { ...good, bytes: new Uint8Array() }])
    expect(outcome).toMatchObject({ refused: true, message: expect.stringMatching(/^第 2 个文件：/) })
    expect(JSON.stringify(outcome)).not.toContain('甲')
    const many = await inspectPapers(Array.from({ length: mostPapers + 1 }, () => good))
    expect(many).toMatchObject({ refused: true, code: 'tooManyPapers' })
  })
})
