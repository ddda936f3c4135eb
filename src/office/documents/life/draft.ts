import { formatChinese } from '../../../law/day.ts'
import { soundDocNumber } from '../../../law/doc-number.ts'
import { secrecyMarkIn } from '../../attachments/secrecy-mark.ts'
import { blankContent, type DocumentContent, type DocumentFile } from '../content.ts'
import { type DocumentEventData, event } from './events.ts'
import { exists, isInDraft, isNotWithdrawn } from './guards.ts'
import { type DocumentRefusal, refuse } from './refusal.ts'
import type { DocumentState } from './state.ts'
import { type DocumentContext, missing, says, verb } from './verb.ts'

/** A draft as it is handed in: the class, and what of the rest is known. */
export type DraftDocument = Pick<DocumentContent, 'class' | 'title'> & Partial<DocumentContent>

/** 起草: a new document, or the draft in hand written anew. What was reviewed before has to be reviewed again. */
export const draftDocument = verb<DraftDocument>(
  'draftDocument',
  [
    isNotWithdrawn,
    (state, context) => (state.version === 0 || state.work !== null ? null : amendFirst(state, context)),
    (state, context) => (state.work === null ? null : isInDraft(state, context)),
  ],
  drafted,
)

const amendFirst = (_: DocumentState, __: DocumentContext): DocumentRefusal =>
  refuse('exists', '文件已经签发；需要改动的，请用“修改”形成新版本，原版本仍可查看。', '条例§6¶1')

/** 修改: a new version of what was signed; the one before stays to be read. */
export const amendDocument = verb<DraftDocument>(
  'amendDocument',
  [
    exists,
    isNotWithdrawn,
    ({ work }) =>
      work === null
        ? null
        : refuse('workOpen', '新版本正在起草，请在其上继续修改，不能另起一稿。', '条例§17¶1'),
  ],
  drafted,
)

function drafted(
  _: DocumentState,
  command: DraftDocument,
  { today }: DocumentContext,
): readonly ReturnType<typeof event>[] | DocumentRefusal {
  const content: DocumentContent = { ...blankContent(command.class), ...command }
  return (
    faultOf(content) ?? [event('documentDrafted', today, { content: { ...content, docNo: sound(content) } })]
  )
}

const sound = ({ docNo }: DocumentContent): string | null => (docNo === null ? null : soundDocNumber(docNo))

/** What nobody may hand in, whatever else is wanting still. */
export function faultOf(content: DocumentContent): DocumentRefusal | null {
  const { title, abstract, docNo, madeOn, effectiveOn, expiresOn } = content
  if (!says(title)) return missing('标题', '条例§12¶3')
  if ([title, abstract].some((text) => secrecyMarkIn(text) !== null)) return classified
  if (docNo !== null && soundDocNumber(docNo) === null)
    return refuse(
      'badNumber',
      '发文字号不合格式，应为“机关代字〔年份〕序号号”，如“示政发〔2026〕12号”。',
      '公文格式',
    )
  if (expiresOn !== null && expiresOn < (effectiveOn ?? madeOn ?? expiresOn))
    return refuse(
      'badDays',
      `有效期截止日${formatChinese(expiresOn)}早于施行日期或者成文日期，请核对。`,
      '规范性文件通知',
    )
  return null
}

/** 涉密不上网: a paper that bears a mark has no place here. */
export const classified = refuse(
  'classified',
  '内容有密级标志。涉密不上网、上网不涉密：本系统不得接收、存储涉密文件，内容未保存。请立即停止处理，报告本机关保密工作机构。',
  '保密法',
  '条例§14',
  '条例§17¶2',
)

export const addDocumentFile = verb<Omit<DocumentFile, 'cleared'>>(
  'addDocumentFile',
  [exists, isNotWithdrawn, isInDraft],
  ({ work }, file, { today }) =>
    work!.files.some(({ hash }) => hash === file.hash)
      ? refuse('fileRepeated', '内容相同的附件已经添加，不必重复。', '条例§24')
      : [event('fileAdded', today, file)],
)

/** Through the gate: a person has answered for each thing found in the file (条例§15、§17). */
export const clearDocumentFile = verb<DocumentEventData['fileCleared']>(
  'clearDocumentFile',
  [exists, isNotWithdrawn, isInDraft],
  ({ work }, cleared, { today }) =>
    work!.files.some(({ id, hash }) => id === cleared.id && hash === cleared.hash)
      ? [event('fileCleared', today, cleared)]
      : fileUnknown,
)

export const removeDocumentFile = verb<{ readonly id: string }>(
  'removeDocumentFile',
  [exists, isNotWithdrawn, isInDraft],
  ({ work }, { id }, { today }) =>
    work!.files.some((file) => file.id === id) ? [event('fileRemoved', today, { id })] : fileUnknown,
)

const fileUnknown = refuse('fileUnknown', '文件没有这份附件，请先添加。', '条例§24')
