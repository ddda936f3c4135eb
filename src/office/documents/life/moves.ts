import { type DocumentAction, documentActions } from '../../requests/document-actions.ts'
import { reviews } from '../reviews.ts'
import {
  expireDocument,
  liftRestriction,
  repealDocument,
  restrictDocument,
  reviveDocument,
  supersedeDocument,
  withdrawDocument,
} from './after.ts'
import { decideAttribute, reviewWithheld } from './attribute.ts'
import {
  addDocumentFile,
  amendDocument,
  clearDocumentFile,
  draftDocument,
  removeDocumentFile,
} from './draft.ts'
import { importDocument } from './import.ts'
import { linkDocument, unlinkDocument } from './link.ts'
import { publishDocument } from './publish.ts'
import type { DocumentRefusal } from './refusal.ts'
import {
  returnDocument,
  reviewCompetition,
  reviewContent,
  reviewLegality,
  reviewPrivacy,
  reviewSecrecy,
  signDocument,
  submitDocument,
} from './review.ts'
import type { DocumentState } from './state.ts'
import type { DocumentContext, DocumentVerb } from './verb.ts'

/** Every verb of a document by its name. */
export const documentVerbs = {
  draftDocument,
  amendDocument,
  addDocumentFile,
  clearDocumentFile,
  removeDocumentFile,
  decideAttribute,
  submitDocument,
  reviewContent,
  reviewSecrecy,
  reviewPrivacy,
  reviewLegality,
  reviewCompetition,
  returnDocument,
  signDocument,
  publishDocument,
  repealDocument,
  expireDocument,
  supersedeDocument,
  reviveDocument,
  restrictDocument,
  liftRestriction,
  withdrawDocument,
  reviewWithheld,
  linkDocument,
  unlinkDocument,
  importDocument,
} as const satisfies Readonly<Record<DocumentAction, DocumentVerb<never>>>

/** The command that a verb takes. */
export type DocumentCommandOf<Action extends DocumentAction> = Parameters<(typeof documentVerbs)[Action]>[1]

/** What each verb is called, as an officer says it. */
export const documentActionCaptions: Readonly<Record<DocumentAction, string>> = {
  draftDocument: '起草',
  amendDocument: '修改（形成新版本）',
  addDocumentFile: '添加附件',
  clearDocumentFile: '核查附件',
  removeDocumentFile: '移除附件',
  decideAttribute: '确定公开属性',
  submitDocument: '提交审查',
  reviewContent: reviews.content.caption,
  reviewSecrecy: reviews.secrecy.caption,
  reviewPrivacy: reviews.privacy.caption,
  reviewLegality: reviews.legality.caption,
  reviewCompetition: reviews.competition.caption,
  returnDocument: '退回修改',
  signDocument: '签发',
  publishDocument: '发布',
  repealDocument: '登记废止',
  expireDocument: '登记失效',
  supersedeDocument: '登记被取代',
  reviveDocument: '恢复效力',
  restrictDocument: '限制查看',
  liftRestriction: '解除限制',
  withdrawDocument: '撤下',
  reviewWithheld: '不公开的评估审查',
  linkDocument: '关联',
  unlinkDocument: '取消关联',
  importDocument: '从旧站点导入',
}

/** Whether a verb may be done now; `refusal` is null where it may. */
export interface DocumentMove {
  readonly action: DocumentAction
  readonly refusal: DocumentRefusal | null
}

/** For every verb whether it may be done now by the actor of the context, or why not, by the guards of the deed. */
export function documentMovesOf(state: DocumentState, context: DocumentContext): readonly DocumentMove[] {
  return documentActions.map((action) => ({
    action,
    refusal: documentVerbs[action].guard(state, context),
  }))
}
