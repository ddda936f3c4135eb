/** The forms of the routes. Of letters only those facts are asked for that their text has a place for. */
import { z } from 'zod'
import { type FactName, factDefinitions } from '../../office/letters/facts.ts'
import { isLetterKind, type LetterKind, letters } from '../../office/letters/letters.ts'
import { type NoticeAction, notices } from '../../office/replies/notices.ts'
import type { SupervisionKind } from '../../office/supervision/lives.ts'
import { routes } from '../api/routes.ts'
import { openForms, stepFormOf } from '../api/staff/supervision/forms.ts'
import { fillFields } from './fill-fields.ts'
import { fieldsOf } from './form-fields.ts'
import type { FormField, FormsDesk } from './forms-desk.ts'
import { readFields } from './read-fields.ts'

export const formsDesk: FormsDesk = {
  fieldsOf(id, ending) {
    const body = routes.find((route) => route.id === id)?.body
    if (!(body instanceof z.ZodObject)) return null
    const kinds = lettersWritten(id, ending)
    return fieldsOf(body).flatMap((field) => forLetters(field, kinds))
  },
  supervisionFields(kind, step) {
    const form =
      step === null ? openForms[kind as keyof typeof openForms] : stepFormOf(kind as SupervisionKind, step)
    return form === undefined ? null : fieldsOf(form)
  },
  read: (fields, form) => readFields(fields, form),
  fill: (fields, value) => fillFields(fields, value),
}

const lettersWritten = (id: string, ending: string | undefined): readonly LetterKind[] => {
  if (ending !== undefined) return isLetterKind(ending) ? [ending] : []
  return Object.hasOwn(notices, id) ? notices[id as NoticeAction] : []
}

function forLetters(field: FormField, kinds: readonly LetterKind[]): readonly FormField[] {
  if (field.kind !== 'group') return [field]
  if (lastOf(field.name) === 'facts') return factGroup(field, kinds)
  const fields = field.fields.flatMap((each) => forLetters(each, kinds))
  const choice = (name: string) => lastOf(name) !== 'tellsApplicant' || kinds.includes('consultationNotice')
  const kept = fields.filter(({ name }) => choice(name))
  return kept.length === 0 ? [] : [{ ...field, fields: kept }]
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

/** Facts that a letter takes from the record, whatever is typed: nobody is asked for them. */
const recorded: ReadonlySet<FactName> = new Set([
  'applicationNo',
  'receivedOn',
  'channel',
  'receiptBasis',
  'dueOn',
  'dueNote',
  'correctionAskedOn',
  'corrections',
  'correctBy',
  'correctedOn',
  'extensionDays',
  'extensionReason',
  'extendedTo',
  'consultSentOn',
  'replyBy',
  'replyLink',
  'reasonsAskedOn',
  'reasonsBy',
  'reasonsGivenOn',
  'delayedTo',
  'fee',
  'payWay',
  'feePaid',
  'feeNoticeNumber',
  'feeNotifiedOn',
  'payBy',
])

/** What was written on the way is suggested to the letter; so nothing here has to be filled in. */
function factGroup(group: Extract<FormField, { kind: 'group' }>, kinds: readonly LetterKind[]) {
  const wanted = new Set<string>(
    kinds.flatMap((kind) => [...letters[kind].required, ...letters[kind].optional]),
  )
  const fields = group.fields.flatMap((field): readonly FormField[] => {
    const name = lastOf(field.name)
    return wanted.has(name) && !recorded.has(name as FactName) ? [chosenOf(field, name)] : []
  })
  const hint = '日期、编号等卷内已有记录的，由文书自动载明；此前已经写明的不必再填，要换个说法的才填。'
  return fields.length === 0 ? [] : [{ ...group, hint, fields }]
}

/** A fact of a few words is ticked; the schema takes one of them or several, which no form says. */
function chosenOf(field: FormField, name: string): FormField {
  const { options } = factDefinitions[name as FactName]
  if (options === undefined) return field
  const { label, required } = field
  return {
    name: field.name,
    label,
    hint: null,
    required,
    kind: 'choices',
    options: options.map((value) => ({ value, label: value })),
  }
}
