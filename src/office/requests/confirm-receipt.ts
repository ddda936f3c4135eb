import { formatChinese } from '../../law/day.ts'
import { receiptOf } from '../../law/receipt.ts'
import { type EventData, event } from './events.ts'
import { isOpen, isRegistered } from './guards.ts'
import { refuse } from './refusal.ts'
import { type Dated, dayOf, verb } from './verb.ts'

/**
 * The office and the applicant confirm the receipt with each other. The day of receipt is then what 条例§31 makes
 * of the channel: of a letter signed for it stays the day of signing, however late somebody looked at it.
 */
export const confirmReceipt = verb<Dated>(
  'confirmReceipt',
  [
    isRegistered,
    isOpen,
    ({ progress }) =>
      progress.receivedOn === null
        ? null
        : refuse(
            'alreadyReceived',
            `已登记${formatChinese(progress.receivedOn)}收到申请，期限不重复起算。`,
            '条例§31',
          ),
  ],
  ({ arrival }, command, context) => {
    const confirmedOn = dayOf(command, context)
    if (confirmedOn > context.today)
      return refuse('future', '确认日不能晚于今天，请按实际日期登记。', '条例§31')
    if (confirmedOn < arrival!.arrivedOn)
      return refuse('tooEarly', `确认日早于到达日${formatChinese(arrival!.arrivedOn)}，请核对。`, '条例§31')
    // With a day of confirmation no receipt stays open.
    const { received, basis } = receiptOf({ ...arrival!, confirmedOn })
    return [event('received', received!, { basis: basis as EventData['received']['basis'] })]
  },
)
