import type { Calendar } from './calendar.ts'
import type { Citation } from './citation.ts'
import { type Day, formatChinese } from './day.ts'
import { type Deadline, deadline } from './deadline.ts'
import { type DispositionKey, dispositions } from './dispositions.ts'
import { type GroundKey, grounds } from './grounds.ts'
import { instruments } from './instruments.ts'
import { type OrganKind, type ReviewOrgans, reviewOrgans } from './review-organs.ts'

/** Notices that only move the handling forward; by themselves they open no remedy. */
export type ProceduralNotice =
  | 'receipt'
  | 'correctionNotice'
  | 'extensionNotice'
  | 'consultationNotice'
  | 'reasonsNotice'
  | 'feeNotice'

/** Conduct without a letter. */
export type Omission = 'noAnswer' | 'notPublished'

/**
 * `reviewFirst`: review before suit (复议前置). `reviewOrSuit`: either, as the applicant chooses. `applyFirst`: ask
 * for the information before anything else. `none`: nothing to be challenged yet.
 */
export type Route = 'none' | 'reviewFirst' | 'reviewOrSuit' | 'applyFirst'

/**
 * `settled`: text and practice agree. `unconfirmed`: rests on a text we have not read in full. `disputed`: courts
 * and organs have read it differently; a letter must not hide the other route.
 */
export type Certainty = 'settled' | 'unconfirmed' | 'disputed'

export interface RemedyQuestion {
  readonly act: DispositionKey | ProceduralNotice | Omission
  /** For a partial grant: the grounds of what was withheld. */
  readonly withheld?: readonly GroundKey[]
  readonly decidedOn: Day
  /** Day on which the applicant received the letter, from which the periods run. */
  readonly servedOn?: Day
  readonly servedOnline?: boolean
  readonly organ: OrganKind
  /** False where the letter did not tell the right to review, the organ and the period. */
  readonly informed?: boolean
  readonly reviewDecisionReceivedOn?: Day
}

export interface RemedyRoute {
  readonly route: Route
  readonly certainty: Certainty
  readonly because: readonly string[]
  readonly cites: readonly Citation[]
  /** Null where no remedy is open. */
  readonly review: ReviewOrgans | null
  /** Until when, as far as the days asked about are known. */
  readonly deadlines: readonly Deadline[]
  /** What the letter must contain on remedies. */
  readonly duties: readonly { readonly text: string; readonly cites: readonly Citation[] }[]
}

/** A route as far as the law decides it, before organs and days. */
interface Ruling {
  readonly route: Route
  readonly certainty: Certainty
  readonly because: string
  readonly cites: readonly Citation[]
}

/** The law changed three times; each reply is judged by the law of its day. */
const reviewActRevised: Day = instruments.复议法.inForceFrom
const interpretationInForce: Day = instruments.司法解释.inForceFrom
const reviewRegulationRevised: Day = instruments.复议条例.inForceFrom

const procedural: Readonly<Record<ProceduralNotice, string>> = {
  receipt: '登记回执',
  correctionNotice: '补正告知',
  extensionNotice: '延期答复告知',
  consultationNotice: '征求意见告知',
  reasonsNotice: '说明理由通知',
  feeNotice: '收费通知',
}

/** Which review or suit is open against a reply, a notice or an omission, where, until when, and why. Pure. */
export function remedyRoute(question: RemedyQuestion, calendar: Calendar): RemedyRoute {
  const ruling = rule(question)
  const open = ruling.route === 'reviewFirst' || ruling.route === 'reviewOrSuit'
  return {
    route: ruling.route,
    certainty: ruling.certainty,
    because: [ruling.because],
    cites: ruling.cites,
    review: open ? reviewOrgans[question.organ] : null,
    deadlines: open ? deadlinesOf(question, ruling.route, calendar) : [],
    duties: open ? dutiesOf(question, ruling.route) : [],
  }
}

function rule(question: RemedyQuestion): Ruling {
  const { act, decidedOn } = question
  if (isProcedural(act)) {
    const because = `${procedural[act]}是程序性处理，不单独复议、起诉；对最终的处理决定可以依法救济`
    return { route: 'none', certainty: 'settled', because, cites: ['复议指导意见§3'] }
  }
  if (act === 'notPublished') {
    const because = '认为应当主动公开而未公开的，先向行政机关申请公开，对答复或者逾期不答复再行救济'
    return { route: 'applyFirst', certainty: 'settled', because, cites: ['司法解释§2¶1'] }
  }
  if (act === 'noAnswer') return ruleOnSilence(decidedOn)
  if (dispositions[act].remedy === 'none')
    return {
      route: 'none',
      certainty: 'settled',
      because: '申请人自行终止，没有可以救济的处理决定',
      cites: ['条例§51'],
    }
  if (decidedOn < reviewActRevised) {
    const because = `${formatChinese(reviewActRevised)}前作出的答复不适用复议前置，可以复议或者直接起诉`
    return {
      route: 'reviewOrSuit',
      certainty: 'settled',
      because,
      cites: ['条例§51', '诉讼法§44¶1', '复议法§90'],
    }
  }
  return ruleOnReply(act, question.withheld ?? [], decidedOn)
}

function ruleOnReply(act: DispositionKey, withheld: readonly GroundKey[], decidedOn: Day): Ruling {
  const { remedy, cites } = dispositions[act]
  if (remedy === 'refusal') {
    const because = '依据条例第十四条至第十六条不予公开，应当先申请行政复议'
    return { route: 'reviewFirst', certainty: 'settled', because, cites: ['复议法§23¶1(4)', ...cites] }
  }
  if (remedy === 'partial' && withheld.length > 0) {
    const revised: readonly Citation[] = decidedOn >= reviewRegulationRevised ? ['复议条例§31'] : []
    return {
      route: 'reviewFirst',
      certainty: 'unconfirmed',
      because: '部分公开中依据条例第十四条至第十六条不予公开的部分属于不予公开，应当先申请行政复议',
      cites: [
        '复议法§23¶1(4)',
        '复议指导意见§2',
        ...revised,
        ...withheld.flatMap((key) => grounds[key].cites),
      ],
    }
  }
  if (decidedOn < interpretationInForce && (remedy === 'unavailable' || remedy === 'declined')) {
    const first = act === 'notExist' || act === 'notThisOrgan'
    const because = `${formatChinese(interpretationInForce)}前“不予公开”的范围存在争议，应当同时说明两种救济途径`
    return {
      route: first ? 'reviewFirst' : 'reviewOrSuit',
      certainty: 'disputed',
      because,
      cites: ['复议法§23¶1(4)'],
    }
  }
  const direct: readonly Citation[] = decidedOn < interpretationInForce ? [] : ['司法解释§1']
  const because = '不属于依据条例第十四条至第十六条的不予公开，可以申请行政复议，也可以直接起诉'
  return {
    route: 'reviewOrSuit',
    certainty: 'settled',
    because,
    cites: [...direct, '条例§51', '诉讼法§44¶1'],
  }
}

function ruleOnSilence(dueOn: Day): Ruling {
  const revised = dueOn >= reviewRegulationRevised
  return {
    route: 'reviewOrSuit',
    certainty: revised ? 'disputed' : 'settled',
    because: revised
      ? '逾期不答复可以复议或者起诉；修订后的实施条例可能要求先复议，建议先申请行政复议，不得只告知一种途径'
      : '逾期不答复可以申请行政复议，也可以直接起诉',
    cites: revised ? ['司法解释§2¶2', '复议条例§30'] : ['司法解释§2¶2', '条例§51'],
  }
}

function deadlinesOf(question: RemedyQuestion, route: Route, calendar: Calendar): readonly Deadline[] {
  const { servedOn, decidedOn, reviewDecisionReceivedOn, informed = true } = question
  const direct = route === 'reviewOrSuit'
  const fromService =
    servedOn === undefined
      ? []
      : [
          deadline(calendar, informed ? 'reviewApplication' : 'reviewUninformed', servedOn),
          ...(direct ? [deadline(calendar, informed ? 'suit' : 'suitUninformed', servedOn)] : []),
        ]
  const afterReview =
    reviewDecisionReceivedOn === undefined
      ? []
      : [deadline(calendar, 'suitAfterReview', reviewDecisionReceivedOn)]
  const bars = [
    deadline(calendar, 'reviewBar', decidedOn),
    ...(direct ? [deadline(calendar, 'suitBar', decidedOn)] : []),
  ]
  return [...fromService, ...afterReview, ...bars]
}

function dutiesOf({ servedOnline, decidedOn }: RemedyQuestion, route: Route): RemedyRoute['duties'] {
  const inForce = decidedOn >= reviewActRevised
  return [
    route === 'reviewFirst'
      ? {
          text: '告知应当先申请行政复议、复议机关和60日的申请期限；对复议决定不服的，自收到复议决定书之日起15日内起诉',
          cites: ['复议法§23¶2', '复议法§20¶1', '诉讼法§45'] as const,
        }
      : {
          text: '告知可以自收到之日起60日内申请行政复议，或者6个月内提起行政诉讼，写明复议机关和法院',
          cites: ['复议法§20¶1', '诉讼法§46¶1'] as const,
        },
    ...(servedOnline && inForce
      ? [
          {
            text: '通过互联网送达的，同时提供提交行政复议申请书的互联网渠道',
            cites: ['复议法§22¶2'] as const,
          },
        ]
      : []),
  ]
}

function isProcedural(act: RemedyQuestion['act']): act is ProceduralNotice {
  return Object.hasOwn(procedural, act)
}
