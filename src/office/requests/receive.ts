import type { ApplicantKind } from '../../law/application.ts'
import { type Day, formatChinese } from '../../law/day.ts'
import { type Channel, receiptOf } from '../../law/receipt.ts'
import { event, type Variant } from './events.ts'
import { refuse } from './refusal.ts'
import { missing, says, verb } from './verb.ts'

export interface Receive {
  /** The organ's number of the case. */
  readonly number: string
  readonly variant?: Variant
  /** Id of the applicant in the vault. */
  readonly applicant: string
  readonly applicantKind: ApplicantKind
  readonly channel: Channel
  readonly arrivedOn: Day
  readonly confirmedOn?: Day
  readonly misaddressed?: boolean
  readonly unreachable?: boolean
  readonly oralBecause?: string
  /** Perhaps no application at all (信访, 咨询 …): registered, to be judged before it is confirmed or moved on. */
  readonly doubtful?: boolean
}

/**
 * 登记: whatever came in, by whatever channel, and the day of receipt where 条例§31 already gives one. In person and
 * by post it can never be refused (接收渠道函); what is wanting is asked for later, once (条例§30).
 */
export const receive = verb<Receive>(
  'receive',
  [({ number }) => (number === null ? null : refuse('exists', '该件已经登记，请勿重复登记。', '条例§45'))],
  (_, command, { today }) => {
    const { number, applicant, applicantKind, channel, arrivedOn, confirmedOn } = command
    if (!says(number)) return missing('登记编号', '条例§45')
    if (!says(applicant)) return missing('申请人', '条例§29¶2(1)')
    if (channel === 'oral' && !says(command.oralBecause))
      return missing('采用书面形式确有困难的说明，口头申请由工作机构代为填写', '条例§29¶1')
    if (arrivedOn > today || (confirmedOn !== undefined && confirmedOn > today))
      return refuse('future', '到达日、确认日不能晚于今天，请按实际日期登记。', '条例§31')
    if (confirmedOn !== undefined && confirmedOn < arrivedOn)
      return refuse('tooEarly', `确认日早于到达日${formatChinese(arrivedOn)}，请核对。`, '条例§31')

    const misaddressed = command.misaddressed ?? false
    const unreachable = command.unreachable ?? false
    const arrived = event('intakeRecorded', arrivedOn, {
      number,
      variant: command.variant ?? 'disclosure',
      applicant,
      applicantKind,
      channel,
      misaddressed,
      unreachable,
      oralBecause: command.oralBecause ?? null,
    })
    const { received, basis } = receiptOf({
      channel,
      arrivedOn,
      ...(confirmedOn && { confirmedOn }),
      misaddressed,
      unreachable,
    })
    if (command.doubtful || received === null || basis === 'unconfirmed') return [arrived]
    return [arrived, event('received', received, { basis })]
  },
)
