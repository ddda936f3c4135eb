/**
 * The gate before a reply leaves: basis, facts, remedies, enclosures, number, date, seal, the letter kept, and the
 * third party told. Each item is
 * judged by itself, so that the workbench can show all that is wanting at once; `dispatch` asks the same.
 */
import { isLetterNumber } from '../../law/letter-number.ts'
import { type RemedyRoute, remedyRoute } from '../../law/remedies.ts'
import { groundsOf } from '../../law/withheld.ts'
import { paperOf } from './add-paper.ts'
import type { Context } from './context.ts'
import { faultOf } from './disposition-rules.ts'
import { endings, remedyAs } from './endings.ts'
import type { Method, Remedies } from './events.ts'
import { letterOf } from './issue-letter.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Draft, RequestState } from './state.ts'
import { objects } from './tell-third-party.ts'
import { says } from './verb.ts'

export type GateItemId =
  | 'facts'
  | 'basis'
  | 'thirdParty'
  | 'enclosures'
  | 'number'
  | 'date'
  | 'seal'
  | 'letter'
  | 'remedy'

export interface GateItem {
  readonly id: GateItemId
  readonly caption: string
  /** Null where the item is in order. */
  readonly refusal: Refusal | null
}

export interface Leaving {
  readonly method: Method
  readonly remedies: Remedies | null
}

/** Every item of the gate for the draft on file. Empty where there is no draft. */
export function qualityGate(state: RequestState, leaving: Leaving, context: Context): readonly GateItem[] {
  const { draft } = state
  if (draft === null) return []
  const { seal } = draft
  return [
    { id: 'facts', caption: '事实和理由', refusal: faultOf(state, draft) },
    { id: 'basis', caption: '依据', refusal: basis(draft) },
    { id: 'thirdParty', caption: '告知第三方', refusal: thirdPartyTold(state, draft) },
    { id: 'enclosures', caption: '随附文件', refusal: enclosuresCleared(state, draft) },
    {
      id: 'seal',
      caption: '印章',
      refusal: seal === null ? refuse('notSealed', '尚未用印，不能发出；请先用印。', '公文格式') : null,
    },
    {
      id: 'number',
      caption: '发文字号',
      refusal: isLetterNumber(seal?.letterNo)
        ? null
        : refuse('letterNumber', '没有合乎格式的发文字号，不能发出；请先编号。', '公文格式'),
    },
    {
      id: 'date',
      caption: '成文日期',
      refusal:
        seal !== null && seal.datedOn <= context.today
          ? null
          : refuse('letterDate', '没有成文日期，或者成文日期晚于今天，不能发出；请核对。', '公文格式'),
    },
    { id: 'letter', caption: '答复文书', refusal: seal === null ? null : letterIssued(state, seal.letterNo) },
    {
      id: 'remedy',
      caption: '救济途径',
      refusal: seal === null ? null : remediesTold(draft, seal.datedOn, leaving, context),
    },
  ]
}

function basis(draft: Draft): Refusal | null {
  return endings[draft.ending].cites.length > 0
    ? null
    : refuse('groundWithoutBasis', '处理决定没有依据，不能发出。', '条例§36')
}

function thirdPartyTold({ consultations }: RequestState, { ending, withheld }: Draft): Refusal | null {
  const given = ending === 'granted' || ending === 'partial'
  const spared = withheld.some(({ ground }) => ground === 'thirdParty')
  const untold = consultations.some((each) => objects(each) && each.toldOn === null)
  return given && !spared && untold
    ? refuse(
        'thirdPartyNotTold',
        '第三方不同意公开而决定公开的，应当将公开的内容和理由书面告知第三方；请先告知。',
        '条例§32',
      )
    : null
}

function enclosuresCleared(state: RequestState, { attachments }: Draft): Refusal | null {
  return attachments.every((hash) => paperOf(state, hash, 'enclosure')?.decided?.as === 'cleared')
    ? null
    : refuse(
        'enclosureNotCleared',
        '随附的文件尚未全部核查放行，不能发出；请核查其中有无不应提供的内容，并逐项确认，决定不提供的请退回重新拟稿。',
        '条例§15',
        '条例§17',
      )
}

/**
 * What leaves is what is kept: the letter under the number sealed, with its digest in the log. Asked of every
 * request, not of those alone that have some letter already: else the receipt of an application would decide.
 */
function letterIssued(state: RequestState, letterNo: string): Refusal | null {
  return letterOf(state, letterNo)?.to === 'applicant'
    ? null
    : refuse('letterNotIssued', `文号为${letterNo}的答复文书没有留存，不能发出；请先生成文书。`, '条例§45')
}

type Expected = Pick<RemedyRoute, 'route' | 'certainty' | 'cites'>

/** The remedies that the letter must tell: by law/remedies as of its date. */
export function remediesOf(draft: Draft, datedOn: Draft['on'], online: boolean, context: Context): Expected {
  const { ending, withheld } = draft
  return remedyRoute(
    {
      act: remedyAs(ending),
      withheld: groundsOf(withheld),
      decidedOn: datedOn,
      servedOnline: online,
      organ: context.organ,
    },
    context.calendar,
  )
}

function remediesTold(
  draft: Draft,
  datedOn: Draft['on'],
  { method, remedies }: Leaving,
  context: Context,
): Refusal | null {
  const expected = remediesOf(draft, datedOn, method === 'online', context)
  if (expected.route === 'none') return null
  if (remedies === null || remedies.reviewOrgans.length === 0 || !says(remedies.court))
    return refuse(
      'noRemedies',
      '没有写明行政复议机关、管辖法院和期限，不能发出；请写明救济途径。',
      ...expected.cites,
    )
  // Where the courts were divided a letter may tell both ways, for it must not hide the other.
  const right =
    remedies.route === expected.route ||
    (expected.certainty === 'disputed' && remedies.route === 'reviewOrSuit')
  if (!right)
    return refuse(
      'wrongRemedies',
      expected.route === 'reviewFirst'
        ? '该决定应当先申请行政复议，答复中应当如此告知；请更正救济途径。'
        : '该决定可以申请行政复议，也可以直接起诉，答复中应当如此告知；请更正救济途径。',
      ...expected.cites,
    )
  return method === 'online' && datedOn >= '2024-01-01' && !says(remedies.onlineReview)
    ? refuse(
        'noRemedies',
        '通过互联网送达的，应当同时提供提交行政复议申请书的互联网渠道；请补充。',
        '复议法§22¶2',
      )
    : null
}
