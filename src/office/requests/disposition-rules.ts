/**
 * What must be on file before a request can end in a certain way. Asked when the decision is drafted, reviewed,
 * signed and sent: an opinion that came in between may have taken the ground from under it.
 */
import { grounds } from '../../law/grounds.ts'
import type { DraftData } from './draft-data.ts'
import { type EndingKey, endings, isDisposition } from './endings.ts'
import { type Refusal, refuse } from './refusal.ts'
import { answerable, conclude } from './seven-questions.ts'
import { baseOf, type RequestState } from './state.ts'
import { objects } from './tell-third-party.ts'
import { missing, says } from './verb.ts'

type Rule = (state: RequestState, draft: DraftData) => Refusal | null

/** Why the decision cannot stand on what is on file; null where it can. */
export function faultOf(state: RequestState, draft: DraftData): Refusal | null {
  for (const rule of [...general, ...(special[draft.ending] ?? [])]) {
    const refusal = rule(state, draft)
    if (refusal !== null) return refusal
  }
  return null
}

const general: readonly Rule[] = [belongs, notAbandoned, isReasoned, withholdsByGround, agreesWithAnswers]

function belongs({ variant }: RequestState, { ending }: DraftData): Refusal | null {
  if (ending === 'withdrawn')
    return refuse('dispositionNotOpen', '撤回由申请人提出；请在收到撤回后登记撤回。', '条例§29')
  if (isDisposition(ending) === (variant !== 'recordCorrection')) return null
  return refuse('wrongVariant', '更正申请与信息公开申请的答复种类不同，请重新选择。', '条例§41')
}

/** A request deemed abandoned has one ending, and that ending needs the lapse on file. */
function notAbandoned({ correction, fee }: RequestState, { ending }: DraftData): Refusal | null {
  if (correction !== null && correction.correctedOn === null) {
    if (correction.lapsedOn === null)
      return refuse('waiting', '已告知补正，尚未收到补正的申请；请待补正或者登记逾期。', '条例§30')
    if (ending !== 'notCorrected')
      return refuse('dispositionNotOpen', '已登记逾期未补正，只能告知不再处理。', '条例§30')
  } else if (ending === 'notCorrected') {
    return refuse('notLapsed', '没有登记逾期未补正，不能视为放弃申请；请先登记。', '条例§30')
  }
  if (fee !== null && fee.paidOn === null) {
    if (fee.lapsedOn === null)
      return refuse('waiting', '已发收费通知，尚未缴费；请待缴费或者登记逾期。', '办法§6')
    if (ending !== 'feeUnpaid')
      return refuse('dispositionNotOpen', '已登记逾期未缴费，只能告知不再处理。', '办法§6')
  } else if (ending === 'feeUnpaid') {
    return refuse('notLapsed', '没有登记逾期未缴费，不能视为放弃申请；请先登记。', '办法§6')
  }
  return null
}

function isReasoned(_: RequestState, { ending, facts, statements }: DraftData): Refusal | null {
  const { caption, cites, mustState } = endings[ending]
  if (!says(facts)) return refuse('noReason', `“${caption}”缺少查明的事实，请写明。`, ...cites)
  const unsaid = mustState.find((_, index) => !says(statements[index]))
  return unsaid === undefined
    ? null
    : refuse('noReason', `“${caption}”的答复应当写明：${unsaid}。请补充。`, ...cites)
}

function withholdsByGround(_: RequestState, draft: DraftData): Refusal | null {
  const { ending, withheld } = draft
  const { caption, ground, cites } = endings[ending]
  const own = withheld.filter((each) => each.ground === ground)
  if (ground !== null && (withheld.length === 0 || own.length < withheld.length))
    return refuse('groundWithoutBasis', `“${caption}”应当且只能以该项理由不予公开。`, ...cites)
  if (ending === 'partial' && withheld.length === 0)
    return refuse('groundWithoutBasis', '部分公开应当逐项写明不予公开的内容和理由。', '条例§37')
  if (ground === null && ending !== 'partial' && withheld.length > 0)
    return refuse('groundWithoutBasis', `“${caption}”不涉及不予公开的理由，请核对。`, ...cites)
  const bare = withheld.find(({ part, reason }) => !says(part) || !says(reason))
  if (bare !== undefined) {
    const { mustExplain, cites } = bare.ground === null ? notInformation : grounds[bare.ground]
    return refuse('noReason', `${mustExplain}；请写明不予公开的内容和理由。`, ...cites)
  }
  return withheld.some((each) => each.ground === 'otherLaw') ? namesLaw(draft, '条例§14') : null
}

/** 条例§37: a part may also be no government information at all. */
const notInformation = { mustExplain: '说明该部分为何不属于政府信息', cites: ['条例§37'] } as const

function agreesWithAnswers(_: RequestState, { ending, answers }: DraftData): Refusal | null {
  if (!isDisposition(ending) || !answerable.has(ending)) return null
  if (answers === null)
    return missing('七步判断（补不补、是不是、谁负责、有没有、给不给、怎么给、怎么答）', '条例§36')
  const { open, disposition } = conclude(answers)
  if (open !== null) return missing('七步判断中尚未回答的问题', '条例§36')
  return disposition === ending
    ? null
    : refuse(
        'answersDisagree',
        '七步判断的结论与拟作出的答复不一致，请核对判断或者更改答复。',
        ...endings[ending].cites,
      )
}

const special: Partial<Record<EndingKey, readonly Rule[]>> = {
  granted: [isProvided, respectsThirdParties],
  partial: [isProvided, thirdPartyWasAsked, respectsThirdParties],
  thirdParty: [thirdPartyWasAsked],
  registryQuery: [(_, draft) => namesLaw(draft, '条例§36(7)')],
  notExist: [wasSearched],
  stillUnclear: [
    ({ correction }) =>
      correction?.correctedOn
        ? null
        : refuse(
            'dispositionNotOpen',
            '没有经过补正，不能以补正后仍不明确答复；请先一次性告知补正。',
            '条例§30',
          ),
  ],
  repeat: [
    ({ duplicate }) =>
      duplicate?.letterNo && duplicate.answeredOn
        ? null
        : refuse(
            'dispositionNotOpen',
            '没有确认此前已经答复的相同申请及其文号、日期，不能以重复申请答复；请先确认重复。',
            '条例§36(6)',
          ),
  ],
  excessive: [
    ({ reasons }) =>
      reasons?.rejectedOn
        ? null
        : refuse(
            'dispositionNotOpen',
            '应当先要求申请人说明理由并认为理由不合理，才能不予处理；请先发出说明理由通知书。',
            '条例§35',
          ),
  ],
}

function isProvided(_: RequestState, { provision }: DraftData): Refusal | null {
  return provision !== null && says(provision.form) && says(provision.delivery)
    ? null
    : missing('提供信息的形式和途径', '条例§40')
}

/** 条例§36(4): of the search since the request stood as it stands; what was searched for another text proves nothing. */
function wasSearched(state: RequestState): Refusal | null {
  const since = baseOf(state)!
  const last = state.retrievals.filter(({ on }) => on >= since).at(-1)
  if (last === undefined)
    return refuse(
      'noRetrieval',
      '没有检索记录，不能答复信息不存在；请先登记检索的范围、关键词、检索人和结果。',
      '条例§36(4)',
    )
  return last.found
    ? refuse('noRetrieval', '最近一次检索找到了相关信息，不能答复信息不存在；请核对检索结果。', '条例§36(4)')
    : null
}

/** 条例§32: without having asked the third party in writing nothing can be withheld for its sake. */
function thirdPartyWasAsked({ consultations }: RequestState, { withheld }: DraftData): Refusal | null {
  if (!withheld.some(({ ground }) => ground === 'thirdParty')) return null
  const asked = consultations.filter(({ party, endedOn }) => party === 'thirdParty' && endedOn !== null)
  if (asked.length === 0)
    return refuse(
      'thirdPartyNotAsked',
      '没有书面征求第三方的意见，不能以保护第三方为由不予公开；请先征求意见。',
      '条例§32',
    )
  return asked.every(({ opinion }) => opinion === 'agrees')
    ? refuse('thirdPartyAgreed', '第三方同意公开，应当予以公开；请更改处理决定。', '条例§15')
    : null
}

/** 条例§32: over a reasoned objection only for the sake of the public interest; else the objection must be weighed. */
function respectsThirdParties({ consultations }: RequestState, draft: DraftData): Refusal | null {
  const spared = draft.withheld.some(({ ground }) => ground === 'thirdParty')
  if (spared || !consultations.some(objects) || says(draft.override?.reason)) return null
  return refuse(
    'thirdPartyObjects',
    '第三方不同意公开：理由合理的不予公开；认为理由不合理或者不公开会对公共利益造成重大影响的，请写明理由。',
    '条例§32',
  )
}

const ranks: ReadonlySet<string> = new Set(['law', 'administrativeRegulation'])

function namesLaw({ law }: DraftData, cite: '条例§14' | '条例§36(7)'): Refusal | null {
  return law !== null && ranks.has(law.rank) && says(law.name) && says(law.article)
    ? null
    : refuse(
        'groundWithoutBasis',
        '应当写明所依据的法律、行政法规的名称和条款；地方性法规、规章不足为据。',
        cite,
      )
}
