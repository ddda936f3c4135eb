/** What is sent to do a verb to a document. A record over the verbs, so that a new one does not compile without its form. */
import { z } from 'zod'
import type { DocumentCommandOf } from '../../../office/documents/life/moves.ts'
import type { PublishedAt } from '../../../office/documents/publish-document.ts'
import type { LeadingAction } from '../../../office/documents/take-along.ts'
import type { DocumentAction } from '../../../office/requests/index.ts'
import { daySchema, textOf } from '../../http/schemas.ts'
import { documentWords } from './schemas.ts'

/** Verbs that a form of their own does: drafts with their text, files, publication with its number, imports. */
type Apart =
  | 'draftDocument'
  | 'amendDocument'
  | 'addDocumentFile'
  | 'clearDocumentFile'
  | 'removeDocumentFile'
  | 'importDocument'

export type PlainDocumentAction = Exclude<DocumentAction, Apart>

/** Verbs after which a document no longer binds. */
export const endingActions = ['repealDocument', 'expireDocument', 'supersedeDocument'] as const
type EndingAction = (typeof endingActions)[number]

/** What people send; ids and numbers are added. */
type Sent<A extends PlainDocumentAction> = SentOf<A> & (A extends LeadingAction ? SentAlong : unknown)

/** Interpretations that go with their document. */
export interface SentAlong {
  readonly along?: readonly string[]
}

type SentOf<A extends PlainDocumentAction> = A extends 'publishDocument'
  ? PublishedAt
  : A extends 'linkDocument'
    ? Omit<DocumentCommandOf<A>, 'self' | 'title'>
    : A extends EndingAction
      ? Omit<DocumentCommandOf<A>, 'document'>
      : DocumentCommandOf<A>

const because = (title: string) => z.strictObject({ because: textOf(title, 500) })
const along = (description: string) => ({
  along: z
    .array(z.string().max(200))
    .max(50)
    .readonly()
    .exactOptional()
    .meta({
      title: '连同解读',
      description: `${description}，各记一笔；有一份不能办理的，都不办理`,
    }),
})
const remark = z.strictObject({
  remark: z.string().trim().max(500).nullable().exactOptional().meta({ title: '意见' }),
})
const ending = z.strictObject({
  on: daySchema.exactOptional().meta({ title: '自哪一天起' }),
  by: z.string().trim().max(300).nullable().exactOptional().meta({
    title: '依据的文件',
    description: '发文字号或者标题；本机关和上级机关已公开的，公众可以互相点开',
  }),
  because: textOf('依据或者理由', 500),
  ...along('勾选的解读继续公开，注明所解读的文件已经废止、失效或者被取代'),
})
const related = {
  relation: documentWords.bound.meta({ title: '关系' }),
  target: z.string().max(200).meta({ title: '另一份文件的编号' }),
}

/** Somewhere a document is published. */
const place = {
  channel: documentWords.channel.meta({ title: '渠道' }),
  account: z.string().trim().max(100).nullable().exactOptional().meta({ title: '账号（编号）' }),
  place: z.string().trim().max(1000).nullable().exactOptional().meta({ title: '网址、期号或者场次' }),
}
/** Other places in one call: more than any organ has accounts. */
const mostPlaces = 100

export const documentForms: { readonly [A in PlainDocumentAction]: z.ZodType<Sent<A>> } = {
  decideAttribute: z.strictObject({
    attribute: documentWords.attribute.meta({ title: '公开属性' }),
    ground: documentWords.ground.nullable().exactOptional().meta({ title: '不公开的法定理由' }),
    law: z.string().trim().max(300).nullable().exactOptional().meta({ title: '法律、行政法规的名称和条款' }),
    because: z.string().trim().max(500).nullable().exactOptional().meta({ title: '理由' }),
    reviewOn: daySchema.nullable().exactOptional().meta({ title: '下次评估审查的日期' }),
  }),
  submitDocument: z.strictObject({}) as z.ZodType<Record<string, never>>,
  reviewContent: remark,
  reviewSecrecy: remark,
  reviewPrivacy: remark,
  reviewLegality: remark,
  reviewCompetition: remark,
  returnDocument: z.strictObject({ remark: textOf('退回的意见', 500) }),
  signDocument: remark,
  publishDocument: z.strictObject({
    ...place,
    time: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '应为 24 小时制的时和分，如 09:30')
      .nullable()
      .exactOptional()
      .meta({ title: '时间' }),
    on: daySchema.exactOptional().meta({ title: '发布日期', description: '不填为今天' }),
    also: z.array(z.strictObject(place)).max(mostPlaces).readonly().exactOptional().meta({
      title: '同时发布的其他地方',
      description: '同日同时；有一处不能登记的，一处也不登记',
    }),
  }),
  repealDocument: ending,
  expireDocument: ending,
  supersedeDocument: ending,
  reviveDocument: because('恢复效力的依据').extend(along('勾选的解读去掉废止、失效的注明')),
  restrictDocument: because('限制查看的理由').extend(along('勾选的解读一并限制查看')),
  liftRestriction: because('解除限制的理由').extend(along('勾选的解读一并解除限制')),
  withdrawDocument: z.strictObject({
    reason: documentWords.withdrawal.meta({ title: '原因' }),
    told: textOf('向公众的说明', 500),
    ...along('勾选的解读一并撤下'),
  }),
  reviewWithheld: z.strictObject({
    because: textOf('评估审查的意见', 500),
    reviewOn: daySchema.exactOptional().meta({ title: '下次评估审查的日期' }),
  }),
  linkDocument: z.strictObject(related),
  unlinkDocument: z.strictObject(related),
}
