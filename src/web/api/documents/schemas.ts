/** Building blocks of what is sent and answered about documents. Lists of words come from the tables. */
import { z } from 'zod'
import { fields, proactiveItems } from '../../../law/catalogue.ts'
import { attributes, audiences, genres, themes } from '../../../law/classification.ts'
import type { Day } from '../../../law/day.ts'
import { grounds } from '../../../law/grounds.ts'
import { publicationChannels } from '../../../office/documents/channels.ts'
import { documentClasses } from '../../../office/documents/classes.ts'
import { withdrawalReasons } from '../../../office/documents/life/events.ts'
import { stages } from '../../../office/documents/life/state.ts'
import { boundByHand, interpretationForms, relations } from '../../../office/documents/relations.ts'
import { reviews } from '../../../office/documents/reviews.ts'
import { validities, validityOn } from '../../../office/documents/validity.ts'
import type { DocumentRow } from '../../../office/ports.ts'
import { captionsOf, daySchema, keysOf, listOf, textOf, wordsOf } from '../../http/schemas.ts'

const captioned = (row: { readonly caption: string }) => row.caption

export const documentWords = {
  class: keysOf(documentClasses, captioned),
  stage: captionsOf(stages),
  attribute: captionsOf(attributes),
  ground: keysOf(grounds, captioned),
  item: keysOf(proactiveItems, captioned),
  field: captionsOf(fields),
  theme: captionsOf(themes),
  genre: captionsOf(genres),
  audience: captionsOf(audiences),
  channel: keysOf(publicationChannels, captioned),
  relation: keysOf(relations, captioned),
  bound: wordsOf(boundByHand, (key) => relations[key].caption),
  review: keysOf(reviews, captioned),
  validity: captionsOf(validities),
  form: captionsOf(interpretationForms),
  withdrawal: captionsOf(withdrawalReasons),
} as const

const day = (title: string) => daySchema.nullable().meta({ title })
const free = (title: string, most: number) => z.string().trim().max(most).meta({ title })

/** Metadata as they are told (目录指引). */
const metadata = {
  title: textOf('标题', 300),
  abstract: free('内容概述', 2000),
  docNo: free('发文字号', 100).nullable(),
  issuer: free('发文机关', 300),
  madeOn: day('成文日期'),
  effectiveOn: day('施行日期'),
  expiresOn: day('有效期截止日'),
  item: documentWords.item.meta({ title: '条例第二十条的事项' }),
  localMatter: free('条例第二十一条的事项', 40).nullable(),
  field: documentWords.field.nullable().meta({ title: '试点领域' }),
  theme: documentWords.theme.nullable().meta({ title: '主题分类' }),
  genre: documentWords.genre.nullable().meta({ title: '体裁分类' }),
  audiences: z.array(documentWords.audience).max(20).readonly().meta({ title: '服务对象' }),
  keywords: z.array(free('关键词', 30)).max(20).readonly().meta({ title: '关键词' }),
  contact: free('解读机关、咨询电话', 200),
  form: documentWords.form.nullable().meta({ title: '解读形式' }),
} as const

/** A draft: class and title have to be told, the rest as far as it is known. */
export const draftSchema = z.strictObject({
  class: documentWords.class.meta({ title: '信息种类' }),
  ...(Object.fromEntries(
    Object.entries(metadata).map(([key, schema]) => [key, key === 'title' ? schema : schema.exactOptional()]),
  ) as {
    [K in keyof typeof metadata]: K extends 'title'
      ? (typeof metadata)[K]
      : z.ZodExactOptional<(typeof metadata)[K]>
  }),
  html: z.string().max(2_000_000).exactOptional().meta({
    title: '正文',
    description: 'HTML 或者纯文字；只保留正文所需的标记。不填的，沿用现有正文',
  }),
})

export const metadataSchema = z.object({ class: documentWords.class, ...metadata })

const count = z.number().int()

export const withdrawnSchema = z.object({
  reason: documentWords.withdrawal,
  told: z.string().meta({ description: '向公众的说明' }),
  on: daySchema,
})

/** Openings by people since the year began; nothing tells who. */
export const visitsSchema = count.meta({ description: '今年阅读的次数' })

/** A row of the list for staff. */
export const documentRowSchema = z
  .object({
    organ: z.string(),
    id: z.string(),
    version: count,
    stage: documentWords.stage,
    class: documentWords.class,
    title: z.string(),
    workTitle: z.string().nullable().meta({ description: '正在起草的新版本的标题，与公开的不同时' }),
    attribute: documentWords.attribute.nullable(),
    shown: z
      .enum(['whole', 'tombstone'])
      .nullable()
      .meta({ description: '公众所见：全文、撤下说明，或者没有' }),
    indexNo: z.string().nullable(),
    docNo: z.string().nullable(),
    issuer: z.string(),
    item: documentWords.item,
    field: documentWords.field.nullable(),
    theme: documentWords.theme.nullable(),
    genre: documentWords.genre.nullable(),
    madeOn: daySchema.nullable(),
    signedOn: daySchema.nullable(),
    publishedOn: daySchema.nullable(),
    validity: documentWords.validity.nullable(),
    next: documentWords.review.nullable().meta({ description: '等待哪一项审查' }),
    reviewOn: daySchema.nullable().meta({ description: '下次评估审查（条例§18）' }),
    missing: listOf(z.string()).meta({ description: '没有填写的元数据' }),
    drafter: z.string().nullable().meta({ description: '最近起草的人员' }),
    versions: count,
  })
  .meta({ id: 'DocumentRow' })

export const viewOfDocumentRow = (row: DocumentRow, today: Day) => ({
  ...row,
  validity: validityOn(row, today),
})

export const fileSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: count,
  cleared: z.boolean(),
})

export const actSchema = z.object({
  channel: documentWords.channel,
  account: z.string().nullable(),
  place: z.string().nullable(),
  time: z.string().nullable(),
  on: daySchema,
})

export const linkSchema = z.object({
  relation: documentWords.relation,
  caption: z.string(),
  organ: z.string(),
  id: z.string(),
  title: z.string(),
  docNo: z.string().nullable(),
  publishedOn: daySchema.nullable(),
  shown: z.enum(['whole', 'tombstone']).nullable(),
  class: documentWords.class,
})
