/** A letter set in type, from the data that were sealed; what was altered since is not printed. */

import { type Letter, oneLine } from '../../writer/letter.ts'
import { writeLetterDocx } from '../../writer/letter-docx.ts'
import { type LetterPress, writeLetterPdf } from '../../writer/letter-pdf.ts'
import { eventsOf } from '../handling/state-of-request.ts'
import type { CaseId, Office, OrganId } from '../ports.ts'
import { fold, type RecordedEvent } from '../requests/index.ts'
import { mayRead, type Viewer } from '../visibility.ts'
import { hasLeft } from './has-left.ts'
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
  readonly viewer: Viewer
}

/** A letter of a request as it was made out. To whoever may not see it there is none (`visibility.ts`). */
export async function viewLetter(
  office: Office,
  { organ, request, letterId, viewer }: ViewLetter,
): Promise<Letter | NoLetter> {
  return office.inTransaction(organ, async (unit) => {
    const events = await eventsOf(unit, request)
    const state = fold(events)
    const issued = state.letters.find(({ letter }) => letter === letterId)
    if (issued === undefined) return noLetter('unknownLetter')
    const { to, letterNo } = issued
    const [sent, consultation] = [hasLeft(state, issued), consultationOf(events, letterNo)]
    return mayRead(viewer, { kind: 'letter', organ, request, to, sent, consultation })
      ? openLetter(unit, state, letterId)
      : noLetter('unknownLetter')
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

/** The consultation that a letter belongs to: asked by it, or told of its end. */
function consultationOf(events: readonly RecordedEvent[], letterNo: string): string | null {
  for (const { kind, data } of events)
    if ((kind === 'consultationSent' || kind === 'thirdPartyTold') && data.letterNo === letterNo)
      return data.id
  return null
}
