import { workingDaysBetween } from './calendar.ts'
import { consultationLapsed, consultationReturned, consultationSent } from './clock-consultations.ts'
import { arrival, done, type Handler, type Happening, type Move, type Rules, refused } from './clock-move.ts'
import { problem } from './clock-problems.ts'
import { type ClockState, countOf, type Exclusion } from './clock-state.ts'
import { type Day, formatChinese } from './day.ts'
import { deadline } from './deadline.ts'
import { longestExtension, replyDays } from './periods.ts'

/** Applies one happening. An event the law gives no effect leaves the state as it was and says why. */
export function move(state: ClockState, event: Happening, rules: Rules): Move {
  if (state.ended !== null)
    return refused(state, event, 'afterEnd', '期限已因答复或者撤回终止，此后的事项不影响期限', [])
  if (state.base === null && event.kind !== 'received')
    return refused(state, event, 'notReceived', '此前没有收到申请的记录，期限尚未起算', ['条例§31'])

  const count = countOf(state, rules.calendar)
  if (lateMoves.has(event.kind) && count !== null && event.on > count.due) {
    const message = `答复期限已于${formatChinese(count.due)}届满，届满后的此项处理不改变期限`
    return refused(state, event, 'afterDue', message, ['条例§33¶2'])
  }
  return (handlers[event.kind] as Handler<Happening['kind']>)(state, event as never, rules)
}

/** A period that has run out is not revived: these count only when done on or before the due day. */
const lateMoves: ReadonlySet<Happening['kind']> = new Set([
  'correctionAsked',
  'consultationSent',
  'feeAsked',
  'extended',
  'deferred',
])

const handlers: { readonly [Kind in Happening['kind']]: Handler<Kind> } = {
  received(state, event) {
    if (state.base !== null)
      return refused(state, event, 'receivedTwice', '申请已登记收到，不重复起算', ['条例§31'])
    return done(
      started(state, event.on),
      'starts',
      `${formatChinese(event.on)}收到申请，答复期限${replyDays}个工作日，自次日起算`,
      ['条例§33¶2', '民法典§201'],
    )
  },

  /** 条例§30 wants one notice, telling everything: a second one does not stop the clock again. */
  correctionAsked(state, event, { calendar }) {
    if (state.correction !== null || state.wasCorrected)
      return refused(state, event, 'correctionRepeated', '补正应当一次性告知，再次要求补正不停止计算期限', [
        '条例§30',
      ])
    const notice = deadline(calendar, 'correctionNotice', state.base!)
    return done(
      { ...state, correction: { askedOn: event.on, by: event.by ?? null } },
      'pauses',
      `${formatChinese(event.on)}告知补正，答复期限自收到补正的申请之日起重新计算`,
      ['条例§30'],
      event.on > notice.due
        ? [
            problem(event.on, 'correctionNoticeLate', `补正告知应在${formatChinese(notice.due)}前作出`, [
              '条例§30',
            ]),
          ]
        : [],
    )
  },

  corrected(state, event) {
    if (state.correction === null)
      return refused(state, event, 'correctedUnasked', '没有待补正的告知，不重新起算期限', ['条例§30'])
    const { by } = state.correction
    return done(
      { ...started(state, event.on), correction: null, wasCorrected: true },
      'restarts',
      `${formatChinese(event.on)}收到补正的申请，${replyDays}个工作日的答复期限自次日重新起算`,
      ['条例§30', '条例§33¶2'],
      by !== null && event.on > by
        ? [
            problem(event.on, 'correctedLate', `补正晚于告知的期限${formatChinese(by)}，请核对有无正当理由`, [
              '条例§30',
            ]),
          ]
        : [],
    )
  },

  feeAsked(state, event, { calendar }) {
    if (state.fee !== null) return refused(state, event, 'feeRepeated', '已有待缴费的收费通知', ['办法§6'])
    const { on, receivedOn } = event
    // Where the day the notice arrived is not on file, its sending is the only day that is.
    const payBy = deadline(calendar, 'feePayment', receivedOn ?? on).due
    return done(
      { ...state, fee: { askedOn: on, isServed: receivedOn !== undefined, payBy } },
      'pauses',
      `${formatChinese(on)}发出收费通知（${arrival(receivedOn)}），申请人至迟于${formatChinese(payBy)}缴费，逾期视为放弃申请`,
      ['办法§6'],
    )
  },

  feePaid(state, event, { calendar, policy }) {
    if (state.fee === null) return refused(state, event, 'feePaidUnasked', '没有待缴费的收费通知', ['办法§6'])
    const { askedOn, payBy } = state.fee
    const late =
      event.on > payBy
        ? [
            problem(event.on, 'feePaidLate', `缴费晚于${formatChinese(payBy)}，依规定视为放弃申请，请核对`, [
              '办法§6',
            ]),
          ]
        : []
    if (policy.afterPayment === 'afresh') {
      const says = `${formatChinese(event.on)}缴费，${replyDays}个工作日的办理期限自次日重新计算`
      return done({ ...started(state, event.on), fee: null }, 'restarts', says, ['办法§6'], late)
    }
    const wait: Exclusion = { consultation: null, after: askedOn, to: event.on, limit: payBy, lapsed: false }
    const waited = workingDaysBetween(calendar, askedOn, event.on)
    const says = `${formatChinese(event.on)}缴费，期限继续计算，等待缴费的${waited}个工作日不计入`
    return done(
      { ...state, fee: null, exclusions: [...state.exclusions, wait] },
      'resumes',
      says,
      ['办法§6'],
      late,
    )
  },

  extended(state, event, { calendar }) {
    const granted = Math.max(0, Math.min(event.days, longestExtension - state.extended))
    const due = countOf(state, calendar)?.due
    const from = due ? `自原届满日${formatChinese(due)}次日起算` : '自期限恢复后的原届满日次日起算'
    return done(
      { ...state, allowance: state.allowance + granted, extended: state.extended + granted },
      granted > 0 ? 'extends' : 'none',
      `${formatChinese(event.on)}经工作机构负责人同意延长${granted}个工作日，${from}`,
      ['条例§33¶2'],
      event.days > granted
        ? [
            problem(
              event.on,
              'extensionTooLong',
              `延长${event.days}个工作日，超过合计${longestExtension}个工作日的上限，按${granted}个工作日计算`,
              ['条例§33¶2'],
            ),
          ]
        : [],
    )
  },

  deferred(state, event, { calendar }) {
    const due = countOf(state, calendar)?.due
    if (event.until < (due ?? event.on))
      return refused(state, event, 'deferralTooEarly', '延迟答复的日期早于现行届满日，不予采用', ['条例§35'])
    const says = `${formatChinese(event.on)}认为理由合理，告知延迟至${formatChinese(event.until)}答复`
    return done({ ...state, deferredUntil: event.until }, 'defers', says, ['条例§35'])
  },

  answered(state, event, { calendar }) {
    const due = countOf(state, calendar)?.due
    const late = due !== undefined && event.on > due ? workingDaysBetween(calendar, due, event.on) : null
    return done(
      { ...state, ended: 'answered' },
      'ends',
      `${formatChinese(event.on)}答复${due === undefined ? '，其时期限暂停计算' : late === null ? '，在期限内' : ''}`,
      ['条例§33'],
      late === null
        ? []
        : [
            problem(event.on, 'answeredLate', `答复晚于${formatChinese(due!)}，逾期${late}个工作日`, [
              '条例§33¶2',
            ]),
          ],
    )
  },

  consultationSent,
  consultationReturned,
  consultationLapsed,

  withdrawn(state, event) {
    return done(
      { ...state, ended: 'withdrawn' },
      'ends',
      `${formatChinese(event.on)}申请人撤回申请，期限终止`,
      [],
    )
  },
}

/**
 * A count that begins anew has 20 working days and may be extended again; an extension of the count before it
 * is gone with that count.
 */
function started(state: ClockState, on: Day): ClockState {
  return { ...state, base: on, allowance: replyDays, extended: 0 }
}
