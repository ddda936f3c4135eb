import { isInterpretation } from '../../../../office/documents/relations.ts'
import type { FormField } from '../../../desk/forms-desk.ts'
import type { Typed } from '../deed-fields.tsx'
import type { StaffDocument } from './open-document.ts'

/** What explains a document and is public. */
export const publicInterpretations = ({ organ, links }: Pick<StaffDocument, 'organ' | 'links'>) =>
  links.filter((link) => isInterpretation(organ, link) && link.shown === 'whole')

const field = 'along'

/** The field for what goes along is ticked, not typed. */
export const alongTicked = (each: FormField): FormField =>
  each.name === field
    ? { name: field, label: each.label, hint: each.hint, required: false, kind: 'choices', options: [] }
    : each

/** The fields of a step with the interpretations that may go along by their titles; no such field where there is none. */
export function alongFields(
  document: StaffDocument,
  action: string,
  fields: readonly FormField[],
): readonly FormField[] {
  const { organ, links } = document
  const restricted = () =>
    links.filter((link) => isInterpretation(organ, link) && link.stage === 'restricted')
  const open = publicInterpretations(document)
  const may =
    action === 'liftRestriction'
      ? restricted()
      : action === 'reviveDocument'
        ? open.filter(({ ended }) => ended)
        : ending.has(action)
          ? open.filter(({ ended }) => !ended)
          : open
  const options = may.map(({ id, title }) => ({ value: id, label: title }))
  return fields.flatMap((each) => {
    if (each.name !== field || each.kind !== 'choices') return [each]
    return options.length === 0 ? [] : [{ ...each, options }]
  })
}

/** Steps after which a document no longer binds. */
const ending: ReadonlySet<string> = new Set(['repealDocument', 'expireDocument', 'supersedeDocument'])

/**
 * Those ticked beforehand: what disappears takes its interpretation along, what no longer binds has it say so; what is
 * shown again is looked at first.
 */
const ticked: ReadonlySet<string> = new Set([
  ...['withdrawDocument', 'restrictDocument', 'reviveDocument'],
  ...ending,
])

/** What is ticked before anybody says anything. */
export function alongGiven(action: string, fields: readonly FormField[]): Typed {
  const asked = fields.find(({ name }) => name === field)
  return asked?.kind === 'choices' && ticked.has(action)
    ? { [field]: asked.options.map(({ value }) => value) }
    : {}
}
