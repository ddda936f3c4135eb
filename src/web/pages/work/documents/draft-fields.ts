import { type DocumentClass, documentClasses } from '../../../../office/documents/classes.ts'
import { localMatters } from '../../../../office/documents/content.ts'
import type { FormField, FormsDesk } from '../../../desk/forms-desk.ts'
import { withChoices } from '../choose-fields.ts'

/** The fields of a draft by where they stand. */
export interface DraftFields {
  readonly title: readonly FormField[]
  readonly abstract: readonly FormField[]
  /** Who made it, when, from when to when it binds. */
  readonly paper: readonly FormField[]
  readonly sorting: readonly FormField[]
  /** What is not known of every document; folded away. */
  readonly further: readonly FormField[]
}

/** Names of fields in their order, by where they stand. */
const places: Readonly<Record<keyof DraftFields, readonly string[]>> = {
  title: ['title'],
  abstract: ['abstract'],
  paper: ['docNo', 'issuer', 'madeOn', 'effectiveOn', 'expiresOn', 'form'],
  sorting: ['theme', 'genre', 'item', 'field'],
  further: ['localMatter', 'audiences', 'keywords', 'contact'],
}

/** Fields that say nothing of a class. */
function unwanted(of: DocumentClass): ReadonlySet<string> {
  const { binds } = documentClasses[of]
  return new Set([
    ...(binds ? [] : ['effectiveOn', 'expiresOn']),
    ...(of === 'interpretation' ? [] : ['form']),
  ])
}

/** What the catalogue wants of a class before it can be handed over. */
const wanted = (of: DocumentClass): ReadonlySet<string> =>
  new Set([
    ...['title', 'issuer', 'madeOn', 'theme', 'genre'],
    ...(of === 'normative' || of === 'rule' ? ['docNo', 'effectiveOn'] : []),
    ...(of === 'interpretation' ? ['form'] : []),
  ])

/** All fields of a draft but class and text. */
export const draftFields = (forms: FormsDesk): readonly FormField[] =>
  withChoices(
    (forms.fieldsOf('createDocument') ?? []).filter(({ name }) => name !== 'class' && name !== 'html'),
    { localMatter: localMatters.map((value) => ({ value, label: value })) },
  )

/** The fields for a class, each where it stands. */
export function placedFields(fields: readonly FormField[], of: DocumentClass): DraftFields {
  const [left, musts] = [unwanted(of), wanted(of)]
  const at = (place: keyof DraftFields) =>
    places[place].flatMap((name) =>
      left.has(name)
        ? []
        : fields.flatMap((field) => (field.name === name ? [{ ...field, required: musts.has(name) }] : [])),
    )
  return {
    title: at('title'),
    abstract: at('abstract'),
    paper: at('paper'),
    sorting: at('sorting'),
    further: at('further'),
  }
}
