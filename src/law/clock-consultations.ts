import { type Calendar, workingDaysBetween } from './calendar.ts'
import type { Citation } from './citation.ts'
import type { ClockEvent, ConsultedParty } from './clock-events.ts'
import { arrival, done, type Handler, type Happening, type Move, type Rules, refused } from './clock-move.ts'
import type { ClockState, Exclusion } from './clock-state.ts'
import { type Day, formatChinese } from './day.ts'
import { deadline } from './deadline.ts'
import { type PeriodId, periods } from './periods.ts'

/*
 * Asking others for their opinion (条例§11¶1, §32–34). The time needed does not count, and it ends with the opinion or
 * with the last of the 15 working days or the day named, whichever is first: an organ cannot wait for silence to be
 * broken.
 */

interface PartyLaw {
  readonly name: string
  /** Null where the law has none. */
  readonly period: PeriodId | null
  readonly silence: string | undefined
  readonly cites: readonly Citation[]
}

const parties: Readonly<Record<ConsultedParty, PartyLaw>> = {
  thirdParty: byLaw('第三方', 'thirdPartyOpinion'),
  agency: byLaw('相关行政机关', 'agencyOpinion'),
  otherAgency: {
    name: '其他有关机关',
    period: null,
    silence: '由行政机关依照条例决定是否公开',
    cites: ['条例§11¶1'],
  },
}

function byLaw(name: string, period: PeriodId): PartyLaw {
  const { silence, cites } = periods[period]
  return { name, period, silence, cites }
}

type Sent = Extract<ClockEvent, { kind: 'consultationSent' }>

export const consultationSent: Handler<'consultationSent'> = (state, event, { calendar, policy }) => {
  if (state.exclusions.some(({ consultation, to }) => consultation?.id === event.id && to === null))
    return refused(
      state,
      event,
      'consultationRepeated',
      `征求意见（${event.id}）尚未结束，重复发出不另行计算`,
      ['条例§33¶3'],
    )
  const { name, period, cites } = parties[event.party]
  const limit = limitOf(event, period, calendar)
  const given = period === null ? '对方的期限由本机关指定' : arrival(event.receivedOn)
  const opened: Exclusion = {
    consultation: { id: event.id, party: event.party },
    after: policy.consultationExcludedFrom === 'received' ? (event.receivedOn ?? event.on) : event.on,
    to: null,
    limit,
    lapsed: false,
  }
  return done(
    { ...state, exclusions: [...state.exclusions, opened] },
    'pauses',
    `${formatChinese(event.on)}书面征求${name}意见（${given}），对方至迟于${formatChinese(limit)}提出，所需时间不计入答复期限`,
    ['条例§33¶3', ...cites],
  )
}

function limitOf({ on, receivedOn, by }: Sent, period: PeriodId | null, calendar: Calendar): Day {
  // Where the day the letter arrived is not on file, its sending is the only day that is.
  return period === null ? (by ?? on) : deadline(calendar, period, receivedOn ?? on).due
}

export const consultationReturned: Handler<'consultationReturned'> = (state, event, rules) => {
  const open = openConsultation(state, event.id)
  if (open === undefined) {
    const lapsed = state.exclusions.some(
      ({ consultation, lapsed }) => lapsed && consultation?.id === event.id,
    )
    return lapsed
      ? refused(
          state,
          event,
          'consultationReturnedLate',
          '意见晚于提出意见的期限，排除的时间止于该期限届满之日',
          ['条例§33¶3'],
        )
      : refused(state, event, 'consultationUnknown', `没有发出过征求意见（${event.id}）或者已经结束`, [
          '条例§33¶3',
        ])
  }
  const { name } = parties[open.consultation!.party]
  return closed(state, open, event, rules, `${formatChinese(event.on)}收到${name}意见`, ['条例§33¶3'])
}

export const consultationLapsed: Handler<'consultationLapsed'> = (state, event, rules) => {
  const open = openConsultation(state, event.id)!
  const { name, silence, cites } = parties[open.consultation!.party]
  const says = `${name}至${formatChinese(event.on)}逾期未提出意见，${silence}`
  return closed(state, open, event, rules, says, ['条例§33¶3', ...cites], true)
}

function closed(
  state: ClockState,
  open: Exclusion,
  event: Happening,
  { calendar }: Rules,
  says: string,
  cites: readonly Citation[],
  lapsed = false,
): Move {
  const exclusions = state.exclusions.map((each) =>
    each === open ? { ...each, to: event.on, lapsed } : each,
  )
  const days = Math.max(0, workingDaysBetween(calendar, open.after, event.on))
  return done(
    { ...state, exclusions },
    'resumes',
    `${says}，${formatChinese(open.after)}次日至${formatChinese(event.on)}的${days}个工作日不计入答复期限`,
    cites,
  )
}

function openConsultation(state: ClockState, id: string): Exclusion | undefined {
  return state.exclusions.find(({ consultation, to }) => consultation?.id === id && to === null)
}
