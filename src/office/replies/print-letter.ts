/** A letter set in type, from the data that were sealed; what was altered since is not printed. */
import { type Letter, oneLine } from '../../writer/letter.ts'
import { writeLetterDocx } from '../../writer/letter-docx.ts'
import { type LetterPress, writeLetterPdf } from '../../writer/letter-pdf.ts'
import type { CaseId, Office, OrganId } from '../ports.ts'
import { type Actor, endings, fold, may, type RecordedEvent, type RequestState } from '../requests/index.ts'
import { streamOfRequest } from '../streams.ts'
import { type NoLetter, noLetter, openLetter } from './open-letter.ts'

export type LetterFormat = 'docx' | 'pdf'

export interface Printed {
  /** Kind and number, nothing personal: 政府信息不存在告知书 示公开无〔2026〕3号.pdf */
  readonly name: string
  /** Media type. */
  readonly type: string
  readonly bytes: Uint8Array
}

export interface ViewLetter {
  readonly organ: OrganId
  readonly request: CaseId
  /** Id of the letter in the vault. */
  readonly letterId: string
  /** Who wants to see it: staff who may read the case, or the applicant whose own it is. */
  readonly viewer: Actor
}

/**
 * A letter of a request as it was made out. To whoever may not see it there is none: an applicant sees what was
 * written to applicants, and the reply once it has left the house.
 */
export async function viewLetter(
  office: Office,
  { organ, request, letterId, viewer }: ViewLetter,
): Promise<Letter | NoLetter> {
  return office.inTransaction(organ, async (unit) => {
    const state = fold((await unit.events.load(streamOfRequest(request))) as readonly RecordedEvent[])
    return maySee(viewer, state, letterId) ? openLetter(unit, state, letterId) : noLetter('unknownLetter')
  })
}

/** A letter of a request as a file. Set outside of any unit of work, for it may take a second. */
export async function printLetter(
  office: Office,
  { format, ...view }: ViewLetter & { readonly format: LetterFormat },
  press: LetterPress = writeLetterPdf,
): Promise<Printed | NoLetter> {
  const letter = await viewLetter(office, view)
  return 'failure' in letter ? letter : setLetter(letter, format, press)
}

/** Any letter as a file, such as the preview of a draft, which has a number left open. */
export async function setLetter(
  letter: Letter,
  format: LetterFormat,
  press: LetterPress = writeLetterPdf,
): Promise<Printed> {
  const { type, set } = formats[format]
  return { name: `${nameOf(letter)}.${format}`, type, bytes: await set(letter, press) }
}

const formats: Readonly<
  Record<LetterFormat, { type: string; set: (letter: Letter, press: LetterPress) => Promise<Uint8Array> }>
> = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    set: (letter) => writeLetterDocx(letter),
  },
  pdf: { type: 'application/pdf', set: (letter, press) => press(letter) },
}

/** An organ's own pattern of numbers may have what no file system takes. */
const nameOf = ({ title, number }: Letter): string =>
  oneLine(`${title} ${number}`).replace(/[\\/:*?"<>|]/g, '-')

function maySee({ role, scope }: Actor, state: RequestState, letterId: string): boolean {
  if (may(role, 'readRequest', scope)) return true
  const issued = state.letters.find(({ letter }) => letter === letterId)
  if (!may(role, 'trackRequest', scope) || issued?.to !== 'applicant') return false
  return !isDecision(issued.kind) || hasLeft(state, issued.letterNo)
}

/** The confirmation of a withdrawal decides nothing and leaves at once. */
const isDecision = (kind: string): boolean => Object.hasOwn(endings, kind) && kind !== 'withdrawn'

/** The reply is made out before it leaves, and one that was returned never did. */
const hasLeft = ({ dispatched, movedOn, progress, draft }: RequestState, letterNo: string): boolean =>
  dispatched?.letterNo === letterNo ||
  movedOn?.letterNo === letterNo ||
  (progress.answeredOn !== null && draft?.seal?.letterNo === letterNo)
