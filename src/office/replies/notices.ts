import type { Facts } from '../letters/facts.ts'
import type { LetterKind } from '../letters/letters.ts'
import type { CommandOf, Consultation, RequestAction, RequestState } from '../requests/index.ts'
import { type CaseFile, lastOf } from './case-file.ts'
import {
  type CaseFacts,
  dueBeforeExtension,
  factsOfCase,
  factsOfConsultation,
  withTyped,
} from './facts-of-case.ts'

/**
 * The steps that go out with letters on the way to the answer, and which. The number of the first is the one that the
 * step records. To whom each goes is said by its definition. What a step finds without telling it, such as a lapse or
 * reasons that do not convince, is told by the reply.
 */
export const notices = {
  moveOn: ['petition'],
  askCorrection: ['correctionNotice'],
  consultThirdParty: ['thirdPartyConsultation', 'consultationNotice'],
  consultAgency: ['organConsultation', 'consultationNotice'],
  consultOtherAgency: ['otherOrganConsultation', 'consultationNotice'],
  // Its time counts, so the applicant has nothing to be told (条例§33¶3 names it not).
  referForDetermination: ['determinationReferral'],
  tellThirdParty: ['thirdPartyDecision'],
  askReasons: ['reasonsNotice'],
  defer: ['delayedReply'],
  approveExtension: ['extensionNotice'],
  askFee: ['feeNotice'],
  withdraw: ['withdrawn'],
} as const satisfies { readonly [Action in RequestAction]?: readonly LetterKind[] }

export type NoticeAction = keyof typeof notices

/** The command of the verb but for the number, which is taken with the letter. */
export type NoticeCommand<Action extends NoticeAction> = Omit<CommandOf<Action>, 'letterNo'>

/** The letters of a step. Of a withdrawn demand to correct a record there is none: ours speak of information. */
export function lettersOf(action: NoticeAction, { variant }: RequestState): readonly LetterKind[] {
  return action === 'withdraw' && variant === 'recordCorrection' ? [] : notices[action]
}

/** The consultation that a step is about; undefined where it is about none. */
export function consultationIn(file: CaseFile, command: object): Consultation | undefined {
  const id = 'id' in command ? command.id : undefined
  return file.state.consultations.find((each) => each.id === id)
}

/** What the letters of a step say, from the file as it is after the step. Pure. */
export function factsOfNotice(
  file: CaseFile,
  action: NoticeAction,
  consultation: Consultation | undefined,
  typed: Facts,
): Facts {
  const parts: readonly Partial<CaseFacts>[] = [
    factsOfCase(file),
    ...(consultation === undefined ? [] : [factsOfConsultation(consultation)]),
    ...(particular[action] === undefined ? [] : [particular[action](file)]),
  ]
  const known = Object.assign({}, ...parts.map((part) => part.known)) as Facts
  const suggested = Object.assign({}, ...parts.map((part) => part.suggested)) as Facts
  return withTyped({ known, suggested }, typed)
}

const particular: { readonly [Action in NoticeAction]?: (file: CaseFile) => Partial<CaseFacts> } = {
  approveExtension: (file) => ({ known: { dueOn: dueBeforeExtension(file) } }),
  tellThirdParty: (file) => ({
    suggested: { disclosureReason: lastOf(file, 'thirdPartyTold')?.because },
  }),
}
