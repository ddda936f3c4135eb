import type { Citation } from './citation.ts'
import { type Day, formatChinese } from './day.ts'

/** How an application came in. */
export type Channel = 'inPerson' | 'oral' | 'registeredPost' | 'ordinaryPost' | 'online' | 'fax' | 'email'

export interface Arrival {
  readonly channel: Channel
  /** In person: handed over; post: signed for, or found in the box; otherwise: arrived in the system. */
  readonly arrivedOn: Day
  /** The day on which the office and the applicant confirmed the receipt with each other. */
  readonly confirmedOn?: Day
  /** Sent to another unit or person than the disclosure office; `arrivedOn` is when the office really got it. */
  readonly misaddressed?: boolean
  /** No telephone given, or nobody answered: registered, and the clock waits until contact is restored. */
  readonly unreachable?: boolean
}

export interface Receipt {
  /** The day of receipt, from which the clock is counted; null while a confirmation is wanting. */
  readonly received: Day | null
  readonly basis: 'submitted' | 'signed' | 'confirmed' | 'contactRestored' | 'unconfirmed'
  readonly because: string
  readonly warnings: readonly string[]
  readonly cites: readonly Citation[]
}

interface ChannelRule {
  readonly caption: string
  readonly basis: 'submitted' | 'signed' | 'confirmed'
  readonly cites: readonly Citation[]
}

/** 条例§31. A published e-mail address is an internet channel: the older 期限函 let its arrival suffice. */
export const channels: Readonly<Record<Channel, ChannelRule>> = {
  inPerson: { caption: '当面提交', basis: 'submitted', cites: ['条例§31(1)'] },
  oral: { caption: '口头申请，由工作机构代为填写', basis: 'submitted', cites: ['条例§29¶1', '条例§31(1)'] },
  registeredPost: { caption: '需签收的邮寄', basis: 'signed', cites: ['条例§31(2)'] },
  ordinaryPost: { caption: '平常信函等无需签收的邮寄', basis: 'confirmed', cites: ['条例§31(2)'] },
  online: { caption: '互联网渠道', basis: 'confirmed', cites: ['条例§31(3)'] },
  fax: { caption: '工作机构的传真', basis: 'confirmed', cites: ['条例§31(3)'] },
  email: { caption: '电子邮件', basis: 'confirmed', cites: ['条例§31(3)'] },
}

/** The day on which the law takes an application as received, and why. Pure; an unconfirmed one gives null. */
export function receiptOf(arrival: Arrival): Receipt {
  const rule = channels[arrival.channel]
  const needsConfirmation =
    rule.basis === 'confirmed' || arrival.misaddressed === true || arrival.unreachable === true
  if (!needsConfirmation) {
    const what = rule.basis === 'signed' ? '签收' : '提交'
    return {
      received: arrival.arrivedOn,
      basis: rule.basis,
      because: `${rule.caption}，以${what}之日${formatChinese(arrival.arrivedOn)}为收到申请之日。`,
      warnings: [],
      cites: rule.cites,
    }
  }
  return confirmed(arrival, rule)
}

function confirmed(arrival: Arrival, rule: ChannelRule): Receipt {
  const { arrivedOn, confirmedOn, misaddressed, unreachable } = arrival
  // The law sets the same day for letters nobody signs for; for internet and fax it sets none.
  const sameDay = arrival.channel === 'ordinaryPost' || misaddressed === true
  const caption = misaddressed ? `${rule.caption}，未寄给政府信息公开工作机构` : rule.caption
  const cites: readonly Citation[] = misaddressed || unreachable ? [...rule.cites, '期限函'] : rule.cites
  if (confirmedOn === undefined) {
    const wait = unreachable
      ? '无法与申请人取得联系，先行登记，恢复联系之日起算'
      : '尚未与申请人确认，期限未起算'
    const duty = sameDay
      ? `应当于收到的当日${formatChinese(arrivedOn)}与申请人确认，请即确认并记录。`
      : '请尽快与申请人确认并记录。'
    return {
      received: null,
      basis: 'unconfirmed',
      because: `${caption}，${wait}。`,
      warnings: unreachable ? ['请保留联系不上的记录，并继续联系申请人。'] : [duty],
      cites,
    }
  }
  const early =
    confirmedOn < arrivedOn
      ? [`确认日${formatChinese(confirmedOn)}早于到达日${formatChinese(arrivedOn)}，请核对。`]
      : []
  const late =
    sameDay && confirmedOn > arrivedOn && !unreachable
      ? [
          `应当于收到的当日${formatChinese(arrivedOn)}与申请人确认，实际确认为${formatChinese(confirmedOn)}，存在迟延。`,
        ]
      : []
  return {
    received: confirmedOn,
    basis: unreachable ? 'contactRestored' : 'confirmed',
    because: `${caption}，以${unreachable ? '恢复联系' : '双方确认'}之日${formatChinese(confirmedOn)}为收到申请之日。`,
    warnings: [...early, ...late],
    cites,
  }
}
