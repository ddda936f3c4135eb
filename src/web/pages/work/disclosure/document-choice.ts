import type { DocumentClass } from '../../../../office/documents/classes.ts'
import type { Api } from '../../../desk/api.ts'
import type { FormField } from '../../../desk/forms-desk.ts'
import { told } from '../told.ts'

/** Documents to choose from; who keeps more names them by a narrower class. */
const most = 200

/** The fields with the document chosen among those that are public, so that nobody types an id. */
export async function withDocuments(
  api: Api,
  organ: string,
  fields: readonly FormField[],
  label: string,
  of?: DocumentClass,
): Promise<readonly FormField[]> {
  if (!fields.some(({ name }) => name === 'document')) return fields
  const query = { stage: ['published'], limit: most, ...(of !== undefined && { class: [of] }) } as object
  const { rows } = told(await api.call('listDocuments', { params: { organ }, query }))
  const options = rows.flatMap(({ id, title, shown }) =>
    shown === 'whole' ? [{ value: id, label: title }] : [],
  )
  return fields.map((field): FormField => {
    if (field.name !== 'document') return field
    const { name, hint, required } = field
    return { name, label, hint, required, kind: 'choice', options, nullable: false }
  })
}
