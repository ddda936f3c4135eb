/** How a past request ended, as the verbs that would have ended it. Pure. */
import { type Day, yearOf } from '../../law/day.ts'
import type { DispositionKey } from '../../law/dispositions.ts'
import { isLetterNumber } from '../../law/letter-number.ts'
import { letterKindOf } from '../replies/reply.ts'
import {
  type Answers,
  answerable,
  conclude,
  endings,
  isDisposition,
  type Method,
  type ProofKind,
  type QuestionId,
  remediesOf,
  sevenQuestions,
} from '../requests/index.ts'
import type { PastRequest } from './past-request.ts'
import { consultationId, inFile, type Replayed, type Step, step } from './past-steps.ts'
import { lawIn } from './read-past.ts'

export function endingOf(past: PastRequest, by: Replayed): readonly Step[] {
  const { ending, answeredOn: on, method } = past
  if (ending === null || on === null) return []
  if (ending === 'withdrawn') return [step(on, 'withdraw', { how: inFile })]
  return [...beforeDraft(past, on, by), ...decision(past, on, by), ...leaving(past, on, method!, by)]
}

function beforeDraft(past: PastRequest, on: Day, { earlier, importer }: Replayed): readonly Step[] {
  switch (past.ending) {
    case 'notExist':
      return [
        step(on, 'recordRetrieval', {
          places: [inFile],
          words: [inFile],
          by: importer.id,
          found: false,
          result: inFile,
        }),
      ]
    case 'repeat': {
      const reply = { letterNo: past.earlierLetterNo!, answeredOn: past.earlierAnsweredOn! }
      return [step(on, 'confirmDuplicate', { earlier, ...reply })]
    }
    case 'excessive':
      return [step(on, 'declineExcessive', { because: inFile })]
    case 'notCorrected':
      return [step(on, 'lapseCorrection', { inquiry: inFile })]
    case 'feeUnpaid':
      return [step(on, 'lapseFee', { inquiry: inFile })]
    default:
      return []
  }
}

function decision(past: PastRequest, on: Day, by: Replayed): readonly Step[] {
  const ending = past.ending!
  const ground = endings[ending].ground ?? (ending === 'partial' ? past.ground : null)
  const law = past.law === null ? null : lawIn(past.law)
  const given = ending === 'granted' || ending === 'partial'
  const letterNo = letterNumberOf(past, on)
  return [
    step(on, 'draft', {
      ending,
      facts: inFile,
      statements: endings[ending].mustState.map(() => inFile),
      withheld: ground === null ? [] : [{ ground, part: inFile, reason: inFile }],
      law: law && { rank: law.name.endsWith('法') ? 'law' : 'administrativeRegulation', ...law },
      override: overruled(past) ? { because: 'objectionUnreasonable', reason: inFile } : null,
      provision: given ? { form: inFile, delivery: inFile } : null,
      answers: answersTo(ending),
    }),
    step(on, 'approve', {}),
    ...(overruled(past)
      ? [step(on, 'tellThirdParty', { id: consultationId, because: inFile, letterNo: inFile })]
      : []),
    step(on, 'seal', { seal: inFile, letterNo }),
    step(on, 'issueLetter', {
      letter: by.letter,
      kind: letterKindOf(ending),
      letterNo,
      digest: by.digest,
      to: 'applicant',
    }),
    ...(letterNo === past.letterNo || past.letterNo === null
      ? []
      : [step(on, 'annotate', { text: `原答复文号：${past.letterNo}` })]),
  ]
}

/** Given although the third party did not agree (条例§32). */
const overruled = ({ ending, ground, thirdPartyOpinion }: PastRequest): boolean =>
  (ending === 'granted' || (ending === 'partial' && ground !== 'thirdParty')) &&
  (thirdPartyOpinion === 'objects' || thirdPartyOpinion === 'partly')

const proofs: Readonly<Record<Method, ProofKind>> = {
  inPerson: 'signature',
  entrusted: 'entrustedReturn',
  post: 'postalReceipt',
  online: 'systemEntry',
}

function leaving(
  past: PastRequest,
  on: Day,
  method: NonNullable<PastRequest['method']>,
  by: Replayed,
): readonly Step[] {
  const { trackingNo, servedOn } = past
  // Of a letter handed over the day of the answer is that of the signature (送达函).
  const handed = method === 'inPerson' || method === 'entrusted'
  const told = by.remedies
  return [
    step(on, 'dispatch', (state, context) => {
      const { route } = remediesOf(state.draft!, state.draft!.seal!.datedOn, method === 'online', context)
      const remedies =
        route === 'none' ? null : { route, ...told, onlineReview: method === 'online' ? inFile : null }
      return { method, remedies, ...(method === 'post' && { trackingNo: trackingNo ?? inFile }) }
    }),
    ...(handed || servedOn !== null
      ? [step(handed ? on : servedOn!, 'serve', { proof: proofs[method], reference: inFile })]
      : []),
  ]
}

/** The number the letter bore, in the brackets of today; one that had none, or none such, is said to be so. */
export function letterNumberOf({ letterNo }: Pick<PastRequest, 'letterNo'>, on: Day): string {
  if (letterNo === null) return `无文号〔${yearOf(on)}〕1号`
  const plain = letterNo
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[[({【](\d{4})[\])}】]/, '〔$1〕')
    .replace(/〕第?0*/, '〕')
  return isLetterNumber(plain) ? plain : `原文号另注〔${yearOf(on)}〕1号`
}

/** Answers to the seven questions that lead to an ending; null where none do. */
function answersTo(ending: keyof typeof endings): Answers | null {
  if (!isDisposition(ending) || !answerable.has(ending)) return null
  return pathTo(ending, 'correction', {})
}

function pathTo(goal: DispositionKey, question: QuestionId, answers: Answers): Answers | null {
  for (const [id, { next }] of Object.entries(sevenQuestions[question].answers)) {
    const given = { ...answers, [question]: id } as Answers
    const found =
      next === null ? (conclude(given).disposition === goal ? given : null) : pathTo(goal, next, given)
    if (found !== null) return found
  }
  return null
}
