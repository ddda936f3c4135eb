import { documentClasses } from '../classes.ts'
import { blankContent } from '../content.ts'
import { type DraftDocument, faultOf } from './draft.ts'
import { type DocumentEventData, event } from './events.ts'
import { isNotWithdrawn } from './guards.ts'
import { refuse } from './refusal.ts'
import { missing, verb } from './verb.ts'

export interface ImportDocument extends Omit<DocumentEventData['documentImported'], 'content'> {
  readonly content: DraftDocument
  readonly indexNo: string | null
}

/**
 * Takes over what is public elsewhere already, with its address and its day. Nobody reviewed it here, and it says so;
 * brought in again it is a new version.
 */
export const importDocument = verb<ImportDocument>(
  'importDocument',
  [
    isNotWithdrawn,
    ({ work }) =>
      work === null ? null : refuse('workOpen', '新版本正在起草，不能再从旧站点导入。', '条例§17¶1'),
  ],
  (state, { content: given, address, publishedOn, source, indexNo }, { today }) => {
    const content = { ...blankContent(given.class), item: documentClasses[given.class].item, ...given }
    const fault = faultOf(content)
    if (fault !== null) return fault
    if (state.indexNo === null && indexNo === null) return missing('索引号', '条例§12¶3', '目录指引')
    return [
      ...(state.indexNo === null ? [event('indexNumberGiven', today, { indexNo: indexNo! })] : []),
      event('documentImported', today, { content, address, publishedOn, source }),
    ]
  },
)
