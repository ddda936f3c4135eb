/** Replies, and steps on the way to them on the days of the tests. */
import type { Day } from '../../../src/law/day.ts'
import type { Office } from '../../../src/office/ports.ts'
import { answerConsultation } from '../../../src/office/third-party/answer-consultation.ts'
import { askThirdParty } from '../../../src/office/third-party/ask-third-party.ts'
import { openConsultation } from '../../../src/office/third-party/open-consultation.ts'
import { here, thirdParty } from './house.ts'
import { momentOf, must, type OfficeWalk } from './walk-office.ts'

export { replyFor } from '../../../src/office/demonstration/replies.ts'

export const askCorrection = (walked: OfficeWalk): Promise<OfficeWalk> =>
  walked.notice(
    'askCorrection',
    { items: [{ requirement: 'description', what: '请写明文件的名称或者文号' }], by: '2026-03-16' },
    { guidance: '可以写明征收项目的名称、批准年份或者地块位置' },
  )

/** A third party is asked about a contract and may answer online. */
export async function askThirdPartyOf(walked: OfficeWalk, office: Office): Promise<void> {
  const acting = walked.acting('consultThirdParty')
  const { request } = acting
  const asked = await askThirdParty(office, {
    ...acting,
    command: { id: 'c1', counterpart: `third-party-${request}`, matter: '施工合同的单价表' },
    facts: { interest: '商业秘密' },
    letterId: `asks-${request}`,
    thirdParty,
    online: { address: 'https://reply.example', code: codeOf(walked) },
  })
  must('askThirdParty', asked)
}

/** The code in its letter; a real one is random. */
export const codeOf = (walked: OfficeWalk): string =>
  `CODE-${walked.acting('consultThirdParty').request.toUpperCase()}-${'7'.repeat(12)}`

/** It is asked, opens its letter online four days later, and answers three days after that. */
export async function thirdPartySays(
  walked: OfficeWalk,
  office: Office,
  opinion: 'agrees' | 'objects',
  reasons = '单价是示例建设有限公司的商业秘密',
): Promise<void> {
  await askThirdPartyOf(walked, office)
  const byCode = (today: Day) => ({ organ: here, code: codeOf(walked), today, at: momentOf(today) })
  must('openConsultation', await openConsultation(office, byCode('2026-03-06')))
  must('answer', await answerConsultation(office, { ...byCode('2026-03-09'), opinion, reasons }))
  walked.on('2026-03-09')
}
