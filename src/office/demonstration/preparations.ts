/** What has to be on file before an ending is open. */
import type { Facts } from '../letters/facts.ts'
import type { Office } from '../ports.ts'
import { answerConsultation } from '../third-party/answer-consultation.ts'
import { askThirdParty } from '../third-party/ask-third-party.ts'
import { openConsultation } from '../third-party/open-consultation.ts'
import { giveReasons, handInCorrection } from '../tracking/hand-in.ts'
import { demonstrationThirdParty } from './applicants.ts'
import type { DraftedEnding } from './replies.ts'
import { must, type OfficeWalk } from './walk-office.ts'

type Prepare = (walk: OfficeWalk, office: Office) => Promise<Facts | undefined>

const preparations: { readonly [Ending in DraftedEnding]?: Prepare } = {
  thirdParty: async (walk, office) => {
    await askParty(walk, office)
    await answer(walk.after(4), office, 'objects', '单价属于公司的商业秘密')
    return undefined
  },
  notExist: async (walk) => {
    await walk.act('recordRetrieval', {
      places: ['综合档案室文书档案', '办公自动化系统收发文库'],
      words: ['征收', '补偿安置'],
      by: walk.staff.handler,
      found: false,
      result: '未检索到与申请内容相符的记录',
    })
    return undefined
  },
  stillUnclear: async (walk, office) => {
    await askToCorrect(walk)
    must(
      'handIn',
      await handInCorrection(office, {
        ...walk.own(),
        entry: walk.entry('correction'),
        text: '请提供相关文件。',
      }),
    )
    return undefined
  },
  repeat: async (walk) => {
    const { today } = walk
    await walk.act('confirmDuplicate', {
      earlier: 'past-granted',
      letterNo: '示政公开〔2024〕1号',
      answeredOn: today,
    })
    return undefined
  },
  excessive: async (walk, office) => {
    await walk.notice('askReasons', { facts: '一个月内提出六十件内容相近的申请', by: walk.later(7) })
    must(
      'reasons',
      await giveReasons(office, {
        ...walk.after(3).own(),
        entry: walk.entry('reasons'),
        text: '想全面了解情况。',
      }),
    )
    await walk.act('declineExcessive', { because: '所述理由与申请的数量不相称' })
    return undefined
  },
  notCorrected: async (walk) => {
    await askToCorrect(walk)
    await walk.after(12).act('lapseCorrection', { inquiry: '电话联系三次，无回应，未见正当理由。' })
    return undefined
  },
  feeUnpaid: async (walk) => {
    await askToPay(walk)
    await walk.after(22).act('lapseFee', { inquiry: '非税收入系统无缴款记录。' })
    return undefined
  },
  recordCorrected: async ({ today }) => ({ recordCorrectedOn: today }),
  recordTransferred: async ({ today }) => ({ transferredOn: today }),
}

/** Does it, and gives the facts of the letter that follow from it. */
export const prepare = async (ending: DraftedEnding, walk: OfficeWalk, office: Office): Promise<Facts> =>
  (await preparations[ending]?.(walk, office)) ?? {}

export const askToCorrect = (walk: OfficeWalk): Promise<OfficeWalk> =>
  walk.notice(
    'askCorrection',
    { items: [{ requirement: 'description', what: '请写明文件的名称或者文号' }], by: walk.later(10) },
    { guidance: '可以写明项目的名称、批准年份或者地块位置' },
  )

export const askToPay = async (walk: OfficeWalk): Promise<void> => {
  await walk.notice('askFee', { pages: 320, payHow: '凭缴款识别码到示例县代理银行网点缴纳' })
  await walk.act('recordFeeNoticeService', {})
}

const consultation = 'c1'

/** A third party is asked, with a code to answer online by. */
export const askParty = async (walk: OfficeWalk, office: Office): Promise<void> => {
  const { request } = walk
  must(
    'askThirdParty',
    await askThirdParty(office, {
      ...walk.acting('consultThirdParty'),
      command: { id: consultation, counterpart: `third-party-${request}`, matter: '施工合同的单价表' },
      facts: { interest: '商业秘密' },
      letterId: `letter-${request}-${consultation}`,
      thirdParty: demonstrationThirdParty,
      online: { address: 'https://reply.shili.example', code: codeOf(request) },
    }),
  )
  await walk.refresh()
}

/** Invented as the rest is: the code of a real consultation is drawn by chance. */
const codeOf = (request: string): string =>
  `DEMO-${request
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .slice(0, 12)}-0000`

export const answer = async (
  walk: OfficeWalk,
  office: Office,
  opinion: 'agrees' | 'objects',
  reasons: string,
): Promise<void> => {
  const { organ, request, context, at } = walk.acting('annotate')
  const byCode = { organ, code: codeOf(request), today: context.today, at }
  must('openConsultation', await openConsultation(office, byCode))
  must('answerConsultation', await answerConsultation(office, { ...byCode, opinion, reasons }))
  await walk.refresh()
}
