/** What the law regrets without forbidding it, and how the workbench is told what is open. */
import { describe, expect, test } from 'vitest'
import { movesOf, statusOf } from '../../../src/office/requests/index.ts'
import { askCorrection, start } from './preparations.ts'
import { answer, draftOf, received, remediesFor, sealed } from './walk.ts'

const correction = {
  items: [{ requirement: 'description', what: '请写明文件名称。' }],
  by: '2026-03-20',
  letterNo: '某公补〔2026〕1号',
} as const

describe('不合常规而仍然有效的办理附有提示', () => {
  test('条例§30 晚于7个工作日告知补正，期限仍停止计算，提示迟延', () => {
    const decision = received(start).on('2026-03-12').attempt('askCorrection', correction)
    expect(decision).toMatchObject({
      refused: false,
      warnings: [{ code: 'correctionNoticeLate', cites: ['条例§30'] }],
    })
  })

  test('条例§33¶2 逾期发出的答复仍是答复，提示逾期', () => {
    const walked = sealed(received(start).on('2026-03-31'), 'granted')
    const decision = walked.attempt('dispatch', {
      method: 'post',
      trackingNo: 'XA1',
      remedies: remediesFor(walked),
    })
    expect(decision).toMatchObject({ refused: false, warnings: [{ code: 'answeredLate' }] })
  })

  test('条例§30 有正当理由的逾期补正重新起算，逾期未补正的登记随之失效', () => {
    const walked = askCorrection(received(start))
      .on('2026-03-20')
      .do('lapseCorrection', { inquiry: '无' })
      .do('draft', draftOf('notCorrected'))
    walked.do('acceptCorrection', { lateBecause: '住院治疗。' })
    expect(statusOf(walked.state.progress)).toBe('handling')
    expect(walked.state.draft).toBeNull()
    answer(walked, 'granted')
  })

  test('只设负责人的机关可以不经审核签发，仍不得自拟自签', () => {
    const walked = received(start, { policy: { reviewBeforeApproval: false } }).do(
      'draft',
      draftOf('granted'),
    )
    expect(walked.attempt('approve', {}).refused).toBe(false)
    expect(walked.refusal('approve', {}, { id: 'staff-1' }).code).toBe('fourEyes')
  })
})

describe('工作台上的动作与实际办理同一判断', () => {
  test('每个动作或者可做，或者附有条款的理由', () => {
    const walked = askCorrection(received(start))
    const moves = movesOf(walked.state, walked.context('draft'))
    expect(moves.find(({ action }) => action === 'acceptCorrection')?.refusal).toBeNull()
    expect(moves.find(({ action }) => action === 'draft')?.refusal).toMatchObject({ code: 'waiting' })
    expect(moves.find(({ action }) => action === 'askCorrection')?.refusal).toMatchObject({
      code: 'correctionRepeated',
      cites: ['条例§30'],
    })
    for (const { refusal } of moves) expect(refusal === null || refusal.cites.length > 0).toBe(true)
  })
})
