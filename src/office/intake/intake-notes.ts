import type { Calendar } from '../../law/calendar.ts'
import type { Citation } from '../../law/citation.ts'
import { type Channel, channels } from '../../law/receipt.ts'
import { hasFailed } from '../handling/all-or-nothing.ts'
import { type Handling, handleWithin, type Outcome } from '../handling/handle-request.ts'
import { isOpen, type OrganDetails } from '../organs/organ.ts'
import type { Unit } from '../ports.ts'
import type { FoundApplicant } from './find-applicant.ts'

/** Something to look at, without effect of its own. */
export interface Warning {
  readonly code: string
  readonly message: string
  readonly cites: readonly Citation[]
}

/** What whoever opens the file later has to know of how the application came in. */
export const intakeNotes = (
  organ: Pick<OrganDetails, 'channels'>,
  channel: Channel,
  doubt: FoundApplicant['doubt'],
): readonly Warning[] => [
  ...(isOpen(organ, channel) ? [] : [unopened(channel)]),
  ...(doubt === null ? [] : [doubts[doubt]]),
]

/** 接收渠道函: a channel that the guide does not open is no reason to turn an application away. */
const unopened = (channel: Channel): Warning => ({
  code: 'channelNotOpened',
  message: `该件经由本机关指南未开通的渠道（${channels[channel].caption}）收到，照常登记；请与申请人确认，并考虑在指南中开通。`,
  cites: ['接收渠道函', '条例§28'],
})

const doubts: Readonly<Record<NonNullable<FoundApplicant['doubt']>, Warning>> = {
  contactDiffers: {
    code: 'contactDiffers',
    message: '本次填写的联系方式与此前登记的不同，未经核对，没有更新此前的记录；请与申请人核对。',
    cites: ['个保法§51'],
  },
  nameDiffers: {
    code: 'nameDiffers',
    message: '同一证件号码此前登记的姓名或者名称与本次不同；请核对身份证明。',
    cites: ['条例§29¶2(1)'],
  },
}

/** Notes on the file, by the system, so that whoever opens it later knows as well. */
export async function noteWithin(
  unit: Unit,
  handling: Omit<Handling<'annotate'>, 'action' | 'command'>,
  notes: readonly Warning[],
  calendar: Calendar,
): Promise<Outcome | null> {
  const context = { ...handling.context, actor: { id: 'system', role: 'system', scope: 'organ' } } as const
  let last: Outcome | null = null
  for (const { message } of notes) {
    last = await handleWithin(
      unit,
      { ...handling, context, action: 'annotate', command: { text: message } },
      calendar,
    )
    if (hasFailed(last)) return last
  }
  return last
}
