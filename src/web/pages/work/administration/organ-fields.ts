import { defaultNumbering } from '../../../../office/organs/numbering.ts'
import { openedByGuide } from '../../../../office/organs/organ.ts'
import type { FormField, FormsDesk } from '../../../desk/forms-desk.ts'
import { withChoices } from '../choose-fields.ts'
import type { ManagedOrgan } from './room.ts'

const hints: Readonly<Record<string, string>> = {
  code: '统一社会信用代码，18 位。登记后不能修改。',
  reviewOrgan: '不填的，按机关性质和上级机关依法确定。',
  court: '不填的，文书写不出起诉的法院。',
  docPrefix: '文书编号的开头，如“示”。',
  letterHead: '文书的红头；不填的，用机关名称。',
  ruleMaking: '不填的，按机关性质和层级确定。',
  channels: '当面、邮寄总是开通。',
  numbering: `不填的，为 ${defaultNumbering}`,
}

const isOpened = (channel: string) => (openedByGuide as readonly string[]).includes(channel)

/** The form of an organ: its superior is chosen among those of the reader. */
export function fieldsOfOrgan(
  forms: FormsDesk,
  route: 'addOrgan' | 'putOrgan',
  superiors: readonly ManagedOrgan[],
): readonly FormField[] {
  const options = superiors.map(({ code, name }) => ({ value: code, label: name }))
  return withChoices(forms.fieldsOf(route) ?? [], { parent: options }).map((field) => ({
    ...field,
    hint: hints[field.name] ?? field.hint,
    ...(field.kind === 'choices' &&
      field.name === 'channels' && { options: field.options.filter(({ value }) => isOpened(value)) }),
    ...(field.name === 'parent' && { label: '上级机关' }),
    ...(field.name === 'office' && { required: true }),
    ...(route === 'addOrgan' && field.name === 'parent' && { required: true }),
  }))
}
