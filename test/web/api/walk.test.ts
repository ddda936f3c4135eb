/** Requests walked over HTTP alone, to every ending that the law knows. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EndingKey } from '../../../src/office/requests/index.ts'
import { dispositionKeys } from '../../office/requests/walk.ts'
import { type House, openHouse } from './support/house.ts'
import { company } from './support/people.ts'
import { answered, factsFor, type HttpWalk, registered, titleOf } from './support/walk.ts'

const start = '2026-03-02'
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** What has to be on file before the ending is open; nothing where a draft is enough. */
const preparations: Partial<Record<EndingKey, (walk: HttpWalk) => Promise<unknown>>> = {
  thirdParty: (walk) => thirdPartySays(walk, 'objects'),
  partial: (walk) => thirdPartySays(walk, 'partly'),
  stillUnclear: async (walk) => {
    await askCorrection(walk)
    await walk.on('2026-03-12').do('acceptCorrection', { text: '就是那份文件' })
  },
  excessive: async (walk) => {
    await walk.do('askReasons', {
      facts: '一个月内提出六十件申请。',
      by: '2026-03-09',
      letter: { facts: factsFor('reasonsNotice') },
    })
    await walk.on('2026-03-06').do('recordReasons', { text: '了解情况' })
    await walk.do('declineExcessive', { because: '所述理由与申请数量不相称。' })
  },
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

async function thirdPartySays(walk: HttpWalk, opinion: 'objects' | 'partly'): Promise<void> {
  await walk.do('consultThirdParty', {
    thirdParty: company,
    matter: '施工合同的单价表',
    letter: { facts: factsFor('thirdPartyConsultation') },
  })
  await walk.do('recordConsultationReceipt', { id: '1' })
  await walk.on('2026-03-09').do('returnConsultation', { id: '1', opinion, reasons: '属于商业秘密。' })
}

describe('申请的每一种结局', () => {
  const drafted = dispositionKeys.filter((key) => key !== 'withdrawn')

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

  test('申请人撤回申请，计入其他处理', async () => {
    const walk = await registered(house, start)
    await walk.on('2026-03-04').do('withdraw', { how: '书面' })
    expect((await walk.read()).body).toMatchObject({ status: 'withdrawn', disposition: 'withdrawn' })
  })

  test.each(['recordCorrected', 'recordTransferred', 'recordDirected', 'recordKept'] as const)(
    '条例§41 更正申请：%s，不起算答复期限',
    async (key) => {
      const walk = await registered(house, start, {}, { variant: 'recordCorrection', inaccuracy: '面积有误' })
      await answered(walk, key)
      const { body } = await walk.read()
      expect(body).toMatchObject({
        status: 'served',
        disposition: null,
        due: null,
        variant: 'recordCorrection',
      })
    },
  )

  test('条例§39¶1 信访件走错渠道：确认收到之前转出', async () => {
    const walk = await registered(house, start, { channel: 'registeredPost', doubtful: true })
    await walk.do('moveOn', {
      matter: 'petition',
      to: '示例县信访局',
      letter: { facts: factsFor('petition') },
    })
    expect((await walk.read()).body).toMatchObject({ status: 'movedOn', closedOn: start })
  })
})
