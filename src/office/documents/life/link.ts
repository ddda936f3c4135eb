import { type DocumentEventData, event } from './events.ts'
import { exists, isNotWithdrawn } from './guards.ts'
import { refuse } from './refusal.ts'
import { verb } from './verb.ts'

/** Binds it to another document of the organ or of another one. `self`: the document's own id. */
export const linkDocument = verb<DocumentEventData['documentLinked'] & { readonly self: string }>(
  'linkDocument',
  [exists, isNotWithdrawn],
  ({ links }, { relation, target, title, self }, { today }) => {
    if (target === self) return refuse('selfLink', '文件不能与自身关联，请选择另一份文件。', '条例§24')
    return links.some((link) => link.relation === relation && link.target === target)
      ? refuse('linkRepeated', '已经有这项关联。', '条例§24')
      : [event('documentLinked', today, { relation, target, title })]
  },
)

export const unlinkDocument = verb<DocumentEventData['documentUnlinked']>(
  'unlinkDocument',
  [exists, isNotWithdrawn],
  ({ links }, { relation, target }, { today }) =>
    links.some((link) => link.relation === relation && link.target === target)
      ? [event('documentUnlinked', today, { relation, target })]
      : refuse('linkUnknown', '没有这项关联。', '条例§24'),
)
