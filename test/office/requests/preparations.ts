/** What has to happen before a request can end in a certain way. */
import type { EndingKey } from '../../../src/office/requests/index.ts'
import type { Walk } from './walk.ts'

export const start = '2026-03-02'

/** What has to be on file before the ending is open; nothing where a draft is enough. */
export const preparations: Partial<Record<EndingKey, (walked: Walk) => Walk>> = {
  thirdParty: (walked) => thirdPartySays(walked, 'objects'),
  notExist: (walked) =>
    walked.do('recordRetrieval', {
      places: ['档案管理系统', '办公自动化系统'],
      words: ['道路改造', '征求意见稿'],
      by: 'staff-1',
      found: false,
      result: '未检索到相关信息。',
    }),
  stillUnclear: (walked) => corrected(walked),
  repeat: (walked) =>
    walked.do('confirmDuplicate', {
      earlier: 'request-0',
      letterNo: '某公复〔2025〕9号',
      answeredOn: '2025-11-03',
    }),
  excessive: (walked) =>
    walked
      .do('askReasons', {
        facts: '一个月内提出六十件申请。',
        by: '2026-03-09',
        letterNo: '某公理〔2026〕1号',
      })
      .on('2026-03-06')
      .do('recordReasons', { entry: 'vault-3' })
      .do('declineExcessive', { because: '所述理由与申请数量不相称。' }),
  notCorrected: (walked) =>
    askCorrection(walked).on('2026-03-20').do('lapseCorrection', { inquiry: '电话联系无回应。' }),
  feeUnpaid: (walked) => askFee(walked).on('2026-04-07').do('lapseFee', { inquiry: '非税系统无缴款记录。' }),
}

export function askCorrection(walked: Walk): Walk {
  return walked.do('askCorrection', {
    items: [{ requirement: 'description', what: '请写明文件的名称或者文号。' }],
    by: '2026-03-16',
    letterNo: '某公补〔2026〕1号',
  })
}

export function corrected(walked: Walk): Walk {
  return askCorrection(walked).on('2026-03-12').do('acceptCorrection', {})
}

export function askFee(walked: Walk): Walk {
  return walked
    .do('askFee', { pages: 120, payHow: '非税收入缴款码', letterNo: '某公费〔2026〕1号' })
    .do('recordFeeNoticeService', {})
}

export function thirdPartySays(walked: Walk, opinion: 'agrees' | 'objects'): Walk {
  return walked
    .do('consultThirdParty', {
      id: 'c1',
      counterpart: 'vault-2',
      matter: '施工合同的单价表',
      letterNo: '某公征〔2026〕1号',
    })
    .do('recordConsultationReceipt', { id: 'c1' })
    .on('2026-03-09')
    .do('returnConsultation', { id: 'c1', opinion, reasons: '属于商业秘密。' })
}
