/** Requests walked over HTTP alone, to every ending that the law knows. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EndingKey } from '../../../src/office/requests/index.ts'
import { dispositionKeys } from '../../office/requests/walk.ts'
import { type House, openHouse } from './support/house.ts'
import { answered, factsFor, type HttpWalk, registered, titleOf } from './support/walk.ts'

const start = '2026-03-02'
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** What has to be on file before the ending is open; nothing where a draft is enough. */
const preparations: Partial<Record<EndingKey, (walk: HttpWalk) => Promise<unknown>>> = {
  notExist: (walk) =>
    walk.do('recordRetrieval', {
      places: ['档案管理系统', '办公自动化系统'],
      words: ['道路改造', '征求意见稿'],
      by: '某工作人员',
      found: false,
      result: '未检索到相关信息。',
    }),
  repeat: (walk) =>
    walk.do('confirmDuplicate', {
      earlier: 'request-0',
      letterNo: '示公复〔2025〕9号',
      answeredOn: '2025-11-03',
    }),
  notCorrected: async (walk) => {
    await askCorrection(walk)
    await walk.on('2026-03-20').do('lapseCorrection', { inquiry: '电话联系无回应。' })
  },
  feeUnpaid: async (walk) => {
    await walk.do('askFee', {
      pages: 120,
      payHow: '非税收入缴款码',
      letter: { facts: factsFor('feeNotice') },
    })
    await walk.do('recordFeeNoticeService')
    await walk.on('2026-04-07').do('lapseFee', { inquiry: '非税系统无缴款记录。' })
  },
}

const askCorrection = (walk: HttpWalk) =>
  walk.do('askCorrection', {
    items: [{ requirement: 'description', what: '请写明文件的名称或者文号。' }],
    by: '2026-03-16',
    letter: { facts: factsFor('correctionNotice') },
  })

describe('申请的每一种结局', () => {
  const later: readonly EndingKey[] = ['thirdParty', 'stillUnclear', 'excessive']
  const drafted = dispositionKeys.filter((key) => key !== 'withdrawn' && !later.includes(key))

  test.each(drafted.map((key) => [titleOf(key), key] as const))('%s', async (_, key) => {
    const walk = await registered(house, start)
    await preparations[key]?.(walk)
    await answered(walk, key)
    const { status, body } = await walk.read()
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'served', disposition: key })
    await walk.do('archive', { retention: 'years10', fileNo: `2026-公开-${walk.number}` })
    expect((await walk.read()).body.status).toBe('archived')
  })
})
