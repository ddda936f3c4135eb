/** Random legal histories: at each step one of the moves that are open, by whoever may make it. */
import fc from 'fast-check'
import type { ApplicantKind } from '../../../src/law/application.ts'
import { applicantKinds } from '../../../src/law/application.ts'
import { addDays, type Day } from '../../../src/law/day.ts'
import { type Channel, channels } from '../../../src/law/receipt.ts'
import {
  type CommandOf,
  type EndingKey,
  endings,
  type PaperPurpose,
  paperPurposes,
  type RequestAction,
  type Role,
  requestActions,
  verbs,
} from '../../../src/office/requests/index.ts'
import { draftOf, letterOf, paperOf, remediesFor, type Walk, walk } from './walk.ts'

export interface Step {
  /** Calendar days to wait before it. */
  readonly wait: number
  readonly pick: number
  readonly dice: number
}

export interface Plan {
  readonly start: Day
  readonly applicantKind: ApplicantKind
  readonly channel: Channel
  readonly steps: readonly Step[]
}

export function plans(from: Day, days: number): fc.Arbitrary<Plan> {
  return fc.record({
    start: fc.nat({ max: days }).map((count) => addDays(from, count)),
    applicantKind: fc.constantFrom(...(Object.keys(applicantKinds) as ApplicantKind[])),
    channel: fc.constantFrom(...(Object.keys(channels) as Channel[])),
    steps: fc.array(fc.noBias(fc.record({ wait: fc.nat({ max: 9 }), pick: fc.nat(), dice: fc.nat() })), {
      minLength: 5,
      maxLength: 60,
    }),
  })
}

/** Carries a plan out. What a command is refused for leaves the history as it was. */
export function live({ start, applicantKind, channel, steps }: Plan, index = 0): Walk {
  const walked = walk(start).do('receive', {
    number: `${start}-${index}`,
    applicant: `vault-${index}`,
    applicantKind,
    channel,
    arrivedOn: start,
    oralBecause: '书写困难',
    doubtful: index % 7 === 0,
    variant: index % 9 === 4 ? 'recordCorrection' : 'disclosure',
  })
  for (const { wait, pick, dice } of steps) {
    walked.on(addDays(walked.today, wait))
    const found = openMove(walked, pick, dice)
    if (found !== null) act(walked, found.action, found.role, dice)
  }
  return walked
}

/** What would end most histories before they begin, or only adds notes. */
const rare: ReadonlySet<RequestAction> = new Set([
  'moveOn',
  'voidEntry',
  'withdraw',
  'returnDraft',
  'annotate',
  'assign',
  'suggestProactive',
  'hintTransfer',
  'answerSevenQuestions',
  'giveLegalOpinion',
  'confirmDuplicate',
  'recordServiceFailure',
  'issueLetter',
])

/** What brings a request nearer to its end; tried first at two steps of three. */
const forward: readonly RequestAction[] = [
  'confirmReceipt',
  'returnConsultation',
  'lapseConsultation',
  'recordConsultationReceipt',
  'acceptCorrection',
  'recordFeeNoticeService',
  'recordPayment',
  'lapseCorrection',
  'lapseFee',
  'tellThirdParty',
  'serve',
  'dispatch',
  'seal',
  'approve',
  'review',
  'draft',
]

/** The first open move in an order that the dice throw: `strides` have no divisor in common with the number of verbs. */
function openMove(walked: Walk, pick: number, dice: number): { action: RequestAction; role: Role } | null {
  const stride = strides[dice % strides.length]!
  const thrown = requestActions.map(
    (_, turn) => requestActions[(pick + turn * stride) % requestActions.length]!,
  )
  const order = pick % 3 === 0 ? thrown : [...forward.slice(dice % 7), ...thrown]
  for (const action of order) {
    if (rare.has(action) && dice % 30 !== 0) continue
    if (action === 'fileReview' && walked.state.disputes.length > 1) continue
    for (const role of ['handler', 'reviewer', 'head'] as const)
      if (verbs[action].guard(walked.state, walked.context(action, { role })) === null)
        return { action, role }
  }
  return null
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
const strides = Array.from({ length: 22 }, (_, n) => n + 1).filter(
  (stride) => divisor(requestActions.length, stride) === 1,
)

function act(walked: Walk, action: RequestAction, role: Role, dice: number): void {
  for (const command of commandsFor(walked, action, dice)) {
    const before = JSON.stringify([walked.state, walked.events])
    const decision = walked.attempt(action, command as never, { role })
    if (!decision.refused) {
      walked.do(action, command as never, { role })
      const letterNo = walked.state.draft?.seal?.letterNo
      if (action === 'seal' && letterNo !== undefined) walked.do('issueLetter', letterOf(letterNo))
      return
    }
    if ('events' in decision || JSON.stringify([walked.state, walked.events]) !== before)
      throw new Error(`${action}: a refusal left something behind`)
  }
}

const endingKeys = Object.keys(endings) as EndingKey[]
const paperPurposeKeys = Object.keys(paperPurposes) as PaperPurpose[]
const letterNo = '某公函〔2026〕7号'
const text = '如实说明。'

/** Commands to be tried in turn; the first that is accepted is the move. */
function commandsFor(walked: Walk, action: RequestAction, dice: number): readonly unknown[] {
  const { state, today } = walked
  const soon = addDays(today, 1 + (dice % 20))
  const ids = state.consultations.map(({ id }) => ({ id }))
  const sent = { id: `c${state.consultations.length}`, counterpart: 'vault-x', matter: text, letterNo }
  const enclosures = state.papers.filter(({ purpose }) => purpose === 'enclosure').map(({ hash }) => hash)
  const dispute = { id: `d${state.disputes.length}`, caseNo: '某案', dispute: 'litigation' } as const
  const table: { readonly [A in RequestAction]?: readonly (CommandOf<A> | object)[] } = {
    voidEntry: [{ because: '同一封信登记了两次' }],
    moveOn: [{ matter: (['petition', 'inquiry', 'complaint'] as const)[dice % 3]!, to: '信访局', letterNo }],
    assign: [{ handler: 'staff-1' }],
    confirmDuplicate: [{ earlier: 'request-0', letterNo, answeredOn: '2019-06-01' }],
    askCorrection: [{ items: [{ requirement: 'form', what: text }], by: soon, letterNo }],
    acceptCorrection: [{}, { lateBecause: text }].slice(dice % 2),
    lapseCorrection: [{ inquiry: text }],
    lapseFee: [{ inquiry: text }],
    consultThirdParty: [sent],
    consultAgency: [sent],
    consultOtherAgency: [{ ...sent, by: soon }],
    consultInternally: [{ ...sent, by: soon }],
    referForDetermination: [{ ...sent, by: soon }],
    recordConsultationReceipt: ids,
    lapseConsultation: ids,
    returnConsultation: ids.map((id) => ({
      ...id,
      opinion: (['agrees', 'objects', 'partly', 'noView'] as const)[dice % 4]!,
      reasons: text,
    })),
    tellThirdParty: ids.map((id) => ({ ...id, because: text, letterNo })),
    giveLegalOpinion: [{ view: 'sound', text }],
    askReasons: [{ facts: text, by: soon, letterNo }],
    offerCorrection: [{ entry: 'vault-y' }],
    recordReasons: [{ entry: 'vault-y' }],
    declineExcessive: [{ because: text }],
    defer: [{ until: addDays(today, 30 + (dice % 200)), because: text, letterNo }],
    proposeExtension: [{ days: 1 + (dice % 25), because: text }],
    approveExtension: [{ letterNo }],
    refuseExtension: [{ because: text }],
    askFee: [dice % 2 ? { pages: 31 + (dice % 300) } : { pieces: 11 + (dice % 60) }].map((basis) => ({
      ...basis,
      payHow: text,
      letterNo,
    })),
    recordPayment: [{ amount: state.fee?.amount ?? 0, billNo: '1' }],
    recordRetrieval: [{ places: [text], words: [text], by: 'staff-1', found: dice % 3 === 0, result: text }],
    answerSevenQuestions: [{ answers: { correction: 'clear' } }],
    hintTransfer: [{ to: '县水利局', contact: '0000-1234567' }],
    draft: endingKeys.map((_, index) =>
      draftOf(endingKeys[(index + dice) % endingKeys.length]!, {
        override: { because: 'publicInterest', reason: text },
        attachments: enclosures,
      }),
    ),
    returnDraft: [{ remarks: text }],
    seal: [{ seal: text, letterNo: `某公复〔2026〕${state.version}号` }],
    addPaper: paperPurposeKeys.map((_, index) =>
      paperOf(paperPurposeKeys[(index + dice) % paperPurposeKeys.length]!, (dice % 16).toString(16)),
    ),
    clearPaper: enclosures.map((hash) => ({ hash, findings: 0, acknowledged: [] })),
    withholdPaper: enclosures.map((hash) => ({ hash, because: text })),
    issueLetter: [letterOf(`某公函〔2026〕${state.version}号`)],
    serve: [{ proof: 'signature', reference: text }],
    recordServiceFailure: [{ because: text }],
    withdraw: [{ how: text }],
    suggestProactive: [{ by: 'office', about: text }],
    fileReview: [
      { ...dispute, dispute: 'reconsideration', against: 'reply' },
      { ...dispute, against: 'silence' },
      { ...dispute, against: 'reply', after: state.disputes[0]?.id ?? 'd0' },
      { ...dispute, against: 'reply', standing: 'reviewOrgan' },
    ].toSpliced(0, dice % 4),
    decideReview: state.disputes.map(({ id }) => ({
      id,
      result: (['upheld', 'corrected', 'other'] as const)[dice % 3]!,
      what: text,
      effective: dice % 5 !== 0,
    })),
    archive: [{ retention: 'years10', fileNo: '1' }],
    annotate: [{ text }],
  }
  if (action === 'dispatch')
    return (['post', 'inPerson', 'online', 'entrusted'] as const)
      .map((method) => ({ method, trackingNo: 'XA1', remedies: remediesFor(walked) }))
      .toSpliced(0, dice % 4)
  return table[action] ?? [{}]
}
