import { formatChinese } from '../../../law/day.ts'
import { parties } from '../../../office/requests/parties.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import type { Choice, FormField } from '../../desk/forms-desk.ts'

type File = AnsweredBy<'readRequest'>
type Colleague = AnsweredBy<'listColleagues'>['rows'][number]

/** What is chosen from beside the case. */
export interface Others {
  readonly staff: readonly Colleague[]
  /** Requests that this one may repeat. */
  readonly earlier: readonly Choice[]
}

/**
 * The fields of a verb for one case: ids become choices among what the case has, so that nobody types one; what is
 * chosen before the form, or has nothing to choose from, is left out.
 */
export function formOfDeed(
  fields: readonly FormField[],
  file: File,
  { staff, earlier }: Others,
): readonly FormField[] {
  const { consultations, disputes } = file.state
  const ofDisputes = disputes.map(({ id, caseNo }) => ({ value: id, label: caseNo }))
  const enclosures = file.papers
    .filter(({ purpose, decided }) => purpose === 'enclosure' && decided?.as !== 'withheld')
    .map(({ hash, name, decided }) => ({
      value: hash,
      label: `${name ?? hash.slice(0, 12)}${decided === null ? '（尚未核查）' : ''}`,
    }))
  const choices: Readonly<Record<string, readonly Choice[]>> = {
    mentions: staff.map(({ id, name }) => ({ value: id, label: name })),
    handler: staff.map(({ id, name }) => ({ value: id, label: name })),
    id: [
      ...consultations.map(({ id, party, sentOn, matter }) => ({
        value: id,
        label: `${parties[party].caption}，${formatChinese(sentOn)}发出：${matter}`,
      })),
    ],
    after: ofDisputes,
    earlier,
    enclosures,
    hash: enclosures,
    replacedBy: enclosures,
  }
  const isDispute = fields.some(({ name }) => name === 'result' || name === 'instance')
  const all = isDispute ? { ...choices, id: ofDisputes } : choices
  return fields.flatMap((field): readonly FormField[] => {
    if (field.name === 'ending') return []
    // Every reply rests on them, though a draft without them can be tried.
    if (field.name === 'answers') return [{ ...field, required: true }]
    const options = all[field.name]
    if (options === undefined) return [field]
    if (options.length === 0 && !field.required) return []
    const { name, label, hint, required } = field
    return field.name === 'mentions'
      ? [{ name, label, hint, required, kind: 'choices', options }]
      : field.name === 'enclosures'
        ? [{ name, label, hint: '按文书中的顺序。', required, kind: 'choices', options }]
        : [{ name, label, hint, required, kind: 'choice', options, nullable: false }]
  })
}

/** What is on file already, so that it is not typed again: the seven answers. */
export const givenBefore = ({ state }: File): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(state.answers ?? {}).map(([question, answer]) => [`answers.${question}`, [answer]]),
  )
