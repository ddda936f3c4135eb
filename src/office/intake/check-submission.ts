/**
 * What cannot be recorded at all. An application that is merely incomplete is none of it: that is received, and asked
 * to be corrected once (条例§30). Pure.
 */
import { applicantKinds, identityTypes } from '../../law/application.ts'
import { isDay } from '../../law/day.ts'
import { channels } from '../../law/receipt.ts'
import type { Agent } from '../applicants/agent.ts'
import type { Applicant } from '../applicants/applicant.ts'
import { event } from '../requests/index.ts'
import { personalTextIn } from '../requests/personal-text.ts'
import { contentOf, deliveryWays, provisionForms, tidyText } from './content.ts'
import type { IntakeRefusal, Submission } from './submission.ts'

/** Most characters of a text about the applicant: no name, number or address is longer. */
const longestText = 1000
const longestReason = 500

/** Why the submission cannot be recorded; null where it can. */
export function faultOf(submission: Submission): IntakeRefusal | null {
  return unknownIn(submission) ?? wrongChannel(submission) ?? tooLong(submission)
}

const variants = { disclosure: true, recordCorrection: true }

function unknownIn({
  channel,
  applicant,
  content,
  arrivedOn,
  confirmedOn,
}: Submission): IntakeRefusal | null {
  const isOf = (table: object, key: string | null | undefined): boolean =>
    key === null || key === undefined || Object.hasOwn(table, key)
  const wrong = [
    isOf(channels, channel) ? null : '申请渠道',
    isOf(applicantKinds, applicant.kind) ? null : '申请人类别',
    isOf(identityTypes, applicant.idKind) && isOf(identityTypes, applicant.agent?.idKind) ? null : '证件类型',
    isOf(variants, content.variant) ? null : '申请种类',
    isOf(provisionForms, content.provision) ? null : '提供方式',
    isOf(deliveryWays, content.delivery) ? null : '获取途径',
    isDay(arrivedOn) ? null : '到达日期',
    confirmedOn === undefined || isDay(confirmedOn) ? null : '确认日期',
  ].filter((what) => what !== null)
  return wrong.length === 0
    ? null
    : refuse(
        'unknownValue',
        `${wrong.join('、')}填写有误，无法识别。请从给出的选项中选择，日期请写成年月日。`,
      )
}

/** An applicant submits today over the internet; every other channel and day is for the office to attest. */
function wrongChannel({ context, channel, arrivedOn, ...rest }: Submission): IntakeRefusal | null {
  if (context.actor.role !== 'applicant') return null
  const { confirmedOn, misaddressed, unreachable } = rest
  const plain = confirmedOn === undefined && !misaddressed && !unreachable
  return channel === 'online' && arrivedOn === context.today && plain
    ? null
    : refuse('wrongChannel', '网上提交只能登记当日通过互联网提出的申请。其他方式提出的，请由工作机构登记。')
}

function tooLong({ applicant, content, oralBecause, posting }: Submission): IntakeRefusal | null {
  const { agent, contact = {}, ...own } = applicant
  const about = [...texts(own), ...texts(contact), ...texts(agent ?? {}), ...texts(posting ?? {})]
  const wrong = [
    about.some((text) => text.length > longestText)
      ? `申请人或者邮寄信息中有一项超过 ${longestText} 字`
      : null,
    (tidyText(oralBecause)?.length ?? 0) > longestReason ? `口头申请的说明超过 ${longestReason} 字` : null,
    ...contentOf(content).tooLong,
  ].filter((what) => what !== null)
  return wrong.length === 0
    ? null
    : refuse('tooLong', `${wrong.join('；')}。请压缩后填写，详细内容可以作为附件提交。`)
}

const texts = (record: object): readonly string[] =>
  Object.values(record).filter((value) => typeof value === 'string')

/** The reason for an oral application goes into the log, so it may not say who the applicant is. */
export function personalReason(
  { oralBecause, context }: Submission,
  applicant: Applicant,
): IntakeRefusal | null {
  const text = tidyText(oralBecause)
  if (text === null) return null
  const found = personalTextIn([event('annotated', context.today, { text })], personalWordsOf(applicant))
  return found && { refused: true, code: 'personalData', message: found.message, cites: found.cites }
}

/** Names and numbers of an applicant, none of which may stand in an event. */
export function personalWordsOf({
  name,
  idNumber,
  contact,
  representative,
  agent,
}: Applicant): readonly string[] {
  const named = (who: Agent | null) => [who?.name, who?.idNumber, who?.phone]
  return [
    name,
    idNumber,
    contact.phone,
    contact.email,
    contact.address,
    representative,
    ...named(agent),
  ].filter((word) => typeof word === 'string' && word !== '') as string[]
}

const refuse = (code: IntakeRefusal['code'], message: string): IntakeRefusal => ({
  refused: true,
  code,
  message,
  cites: ['条例§29¶2'],
})
