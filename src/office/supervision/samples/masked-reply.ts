/** The reply of a case that was drawn, for a lawyer's eye: whole, but for whoever asked, who is not named (个保法§6). */
import type { Letter } from '../../../writer/letter.ts'
import type { Applicant } from '../../applicants/applicant.ts'
import { eventsOf } from '../../handling/state-of-request.ts'
import { applicationOf } from '../../intake/application.ts'
import type { CaseId, Office, OrganId, SupervisionRow } from '../../ports.ts'
import { hasLeft } from '../../replies/has-left.ts'
import { openLetter } from '../../replies/open-letter.ts'
import { fold } from '../../requests/index.ts'
import type { DrawnCase } from './drawn-case.ts'

export type MaskedLetter = Pick<Letter, 'number' | 'title' | 'paragraphs' | 'date' | 'signature'>

/** Letters to the applicant that have left, in their order; null where the case is not among those drawn. */
export async function repliesOfDrawn(
  office: Office,
  sample: SupervisionRow,
  request: CaseId,
): Promise<readonly MaskedLetter[] | null> {
  const drawn = (sample.data.cases as unknown as readonly DrawnCase[]).find(
    (each) => each.request === request,
  )
  return drawn === undefined ? null : maskedReplies(office, drawn.organ, request)
}

const maskedReplies = (office: Office, organ: OrganId, request: CaseId): Promise<readonly MaskedLetter[]> =>
  office.inTransaction(organ, async (unit) => {
    const state = fold(await eventsOf(unit, request))
    const application = await applicationOf(unit, request)
    const applicant = application === null || 'failure' in application ? null : application.applicant
    const found: MaskedLetter[] = []
    for (const issued of state.letters) {
      if (issued.to !== 'applicant' || !hasLeft(state, issued)) continue
      const letter = await openLetter(unit, state, issued.letter)
      if (!('failure' in letter)) found.push(masked(letter, applicant))
    }
    return found
  })

/** Without what tells who asked. Where nothing is known of them any more, only title and number are left. Pure. */
export function masked(
  { number, title, paragraphs, date, signature }: Letter,
  applicant: Applicant | null,
): MaskedLetter {
  const known = applicant === null ? [] : namesOf(applicant)
  const hide = (text: string) => known.reduce((said, each) => said.replaceAll(each, '×××'), text)
  return { number, title, date, signature, paragraphs: applicant === null ? [] : paragraphs.map(hide) }
}

/** Values by which somebody could be told, the longest first, so that none hides part of another. */
const namesOf = ({ name, idNumber, contact, agent, representative }: Applicant): readonly string[] =>
  [
    ...[name, idNumber, contact.phone, contact.email, contact.address, representative],
    ...[agent?.name, agent?.idNumber, agent?.phone],
  ]
    .filter((each): each is string => typeof each === 'string' && each.length > 1)
    .toSorted((a, b) => b.length - a.length)
