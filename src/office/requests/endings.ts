import { type Disposition, type DispositionKey, dispositions } from '../../law/dispositions.ts'
import { type RecordEndingKey, recordEndings } from '../../law/record-endings.ts'

export type EndingKey = DispositionKey | RecordEndingKey

/** What the office needs to know of an ending, whichever kind it is. */
export type Ending = Pick<
  Disposition,
  'caption' | 'cites' | 'ground' | 'letter' | 'letterTitle' | 'mustState'
>

export const endings: Readonly<Record<EndingKey, Ending>> = { ...dispositions, ...recordEndings }

export function isDisposition(ending: EndingKey): ending is DispositionKey {
  return Object.hasOwn(dispositions, ending)
}

/** The disposition by whose remedies an ending is judged. */
export function remedyAs(ending: EndingKey): DispositionKey {
  return isDisposition(ending) ? ending : recordEndings[ending].remedyAs
}
