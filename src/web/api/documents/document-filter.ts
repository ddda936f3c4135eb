/** The filter of a list of documents as a query. */
import { z } from 'zod'
import type { Day } from '../../../law/day.ts'
import { localMatters } from '../../../office/documents/content.ts'
import type { DocumentFilter, OrganId } from '../../../office/ports.ts'
import { daySchema } from '../../http/schemas.ts'
import { many } from '../staff/case-filter.ts'
import { documentWords } from './schemas.ts'

/** What everybody may look by. */
export const publicDocumentQuery = {
  class: many(documentWords.class, '信息种类'),
  item: many(documentWords.item, '条例第二十条的事项'),
  theme: many(documentWords.theme, '主题分类'),
  genre: many(documentWords.genre, '体裁分类'),
  field: many(documentWords.field, '试点领域'),
  audience: documentWords.audience.optional().meta({ title: '服务对象' }),
  localMatter: z
    .enum(localMatters as [string, ...string[]])
    .optional()
    .meta({ title: '条例第二十一条的事项' }),
  year: z.coerce.number().int().min(1949).max(2999).optional().meta({ title: '公开的年份' }),
  validity: documentWords.validity.optional().meta({ title: '有效性' }),
  docNo: z.string().trim().max(100).optional().meta({ title: '发文字号' }),
  title: z.string().trim().max(100).optional().meta({ title: '标题中的文字' }),
}

/** What staff look by beside it. */
export const staffDocumentQuery = {
  ...publicDocumentQuery,
  stage: many(documentWords.stage, '阶段'),
  attribute: many(documentWords.attribute, '公开属性'),
  madeFrom: daySchema.optional().meta({ title: '成文日期起于' }),
  madeTo: daySchema.optional().meta({ title: '成文日期止于' }),
  publishedFrom: daySchema.optional().meta({ title: '公开日期起于' }),
  publishedTo: daySchema.optional().meta({ title: '公开日期止于' }),
  reviewBy: daySchema.optional().meta({ title: '至某日应当评估审查' }),
}

const schema = z.object(staffDocumentQuery)

type Given = Partial<z.output<typeof schema>>

const rangeOf = (from: Day | undefined, to: Day | undefined) =>
  from === undefined && to === undefined ? undefined : { from: from ?? '1900-01-01', to: to ?? '2999-12-31' }

export function documentFilterOf(query: Given, organs: readonly OrganId[], today: Day): DocumentFilter {
  const { validity, docNo, madeFrom, madeTo, publishedFrom, publishedTo } = query
  const made = rangeOf(madeFrom, madeTo)
  const published = rangeOf(publishedFrom, publishedTo)
  const { class: of, item, theme, genre, field, audience, localMatter, year, title } = query
  const { stage, attribute, reviewBy } = query
  return {
    organs,
    ...(of && { class: of }),
    ...(item && { item }),
    ...(theme && { theme }),
    ...(genre && { genre }),
    ...(field && { field }),
    ...(audience && { audience }),
    ...(localMatter && { localMatter }),
    ...(year && { year }),
    ...(title && { title }),
    ...(stage && { stage }),
    ...(attribute && { attribute }),
    ...(reviewBy && { reviewBy }),
    ...(validity && { validity: { is: validity, on: today } }),
    ...(docNo && { docNos: [docNo] }),
    ...(made && { made }),
    ...(published && { published }),
  }
}

/** Whatever the filter says, a public list has what everybody sees and nothing else. */
export const readable = (filter: DocumentFilter): DocumentFilter => ({ ...filter, shown: ['whole'] })
