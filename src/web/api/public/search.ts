/** Search over everything that everybody may read: documents, interpretations, annual reports, organs. */
import { z } from 'zod'
import { fields } from '../../../law/catalogue.ts'
import { genres, themes } from '../../../law/classification.ts'
import { validities } from '../../../office/documents/validity.ts'
import type { FoundEntry, PublishedItem, SearchChoice } from '../../../office/ports.ts'
import { searchKinds, searchOrders } from '../../../office/search/entry.ts'
import { folded } from '../../../office/search/folding.ts'
import { marked, marksOf, snippet } from '../../../office/search/marks.ts'
import { mostQuestion } from '../../../office/search/question.ts'
import { searchPublished } from '../../../office/search/search-published.ts'
import { suggest } from '../../../office/search/suggest.ts'
import { answer } from '../../http/route.ts'
import { daySchema, idSchema, listOf } from '../../http/schemas.ts'
import { documentWords } from '../documents/schemas.ts'
import { type Publisher, publishersOf } from '../documents/view-published.ts'
import { briefly, everybody, visitorRoute } from './route.ts'

const count = z.number().int()
const keysOf = <T extends object>(record: T) => z.enum(Object.keys(record) as [keyof T & string])
const kindSchema = keysOf(searchKinds)
const orderSchema = keysOf(searchOrders)

const q = z.string().trim().min(1).max(mostQuestion).meta({ title: '要查的文字' })
const organ = idSchema.optional().meta({ title: '只查这个机关' })

/** Results on a page, and pages: whoever looked through more asks otherwise. */
const pageSize = 10
const mostPages = 200

const partsSchema = listOf(z.object({ text: z.string(), mark: z.boolean() })).meta({
  description: '按顺序连起来就是全文；mark 的是与所查文字相符的',
})

const foundSchema = z.object({
  organ: z.string(),
  publisher: z.string().meta({ description: '发布机构' }),
  publisherClosed: z.string().nullable().meta({ description: '发布机构已经撤销的说明' }),
  kind: kindSchema,
  id: z.string(),
  title: partsSchema,
  docNo: z.string().nullable(),
  publishedOn: daySchema.nullable(),
  address: z.string().meta({ description: '本站的页面，或者原站点的网址' }),
  validity: documentWords.validity.nullable(),
  snippet: partsSchema,
})

const choiceSchema = z.object({ value: z.string(), caption: z.string(), count })
const choiceNames = ['kind', 'organ', 'year', 'validity', 'theme', 'genre', 'field'] as const

/** Captions of what is chosen by, but for organs and years. */
const captions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: searchKinds,
  validity: validities,
  theme: themes,
  genre: genres,
  field: fields,
}

export const searchRoutes = [
  visitorRoute(everybody, {
    id: 'search',
    method: 'GET',
    url: '/search',
    summary: '检索公开的文件、解读、年报和机关',
    about:
      '词语、“短语”、发文字号都可以；繁体、简体、全角、半角视为相同；标题有的在前，失效、废止的在后。命中很多的，查看、计数的是最近公开的 2000 条和标题有这些词的，more 为 true。查询的文字不作任何记录。',
    tag: '公众',
    rate: 'public',
    query: z.strictObject({
      q,
      organ,
      kind: kindSchema.optional().meta({ title: '种类' }),
      year: z.coerce.number().int().min(0).max(2999).optional().meta({ title: '公开的年份；0 为没有日期' }),
      validity: documentWords.validity.optional().meta({ title: '有效性' }),
      theme: documentWords.theme.optional().meta({ title: '主题分类' }),
      genre: documentWords.genre.optional().meta({ title: '体裁分类' }),
      field: documentWords.field.optional().meta({ title: '试点领域' }),
      order: orderSchema.default('relevance').meta({ title: '次序' }),
      page: z.coerce.number().int().min(1).max(mostPages).default(1).meta({ title: '第几页' }),
    }),
    answers: {
      200: z.object({
        total: count,
        more: z.boolean().meta({ description: '还有更早的，没有计入' }),
        pages: count,
        corrected: z.string().nullable().meta({ description: '没有查到所写的，改查的文字' }),
        rows: listOf(foundSchema),
        choices: z.object(
          Object.fromEntries(choiceNames.map((name) => [name, listOf(choiceSchema)])) as Record<
            (typeof choiceNames)[number],
            ReturnType<typeof listOf<typeof choiceSchema>>
          >,
        ),
      }),
    },
    async handle({ parts: { office }, query, today }) {
      const { q: asked, order, page, ...choice } = query
      const [found, publisher] = await Promise.all([
        searchPublished(office.search, {
          ...{ q: asked, order, on: today, from: (page - 1) * pageSize, limit: pageSize },
          choice: choice as SearchChoice,
        }),
        publishersOf(office),
      ])
      const marks = found?.marks ?? []
      const choices = choiceNames.map((name) => [
        name,
        (found?.counts[name] ?? []).map(({ value, count: many }) => ({
          value: `${value}`,
          caption: name === 'organ' ? publisher(`${value}`).name : captionOf(name, `${value}`),
          count: many,
        })),
      ])
      const total = found?.total ?? 0
      return answer(
        200,
        {
          total,
          more: found?.more ?? false,
          pages: Math.min(mostPages, Math.ceil(total / pageSize)),
          corrected: found?.corrected ?? null,
          rows: (found?.rows ?? []).map((row) => viewOf(row, publisher(row.organ), marks)),
          choices: Object.fromEntries(choices),
        },
        briefly,
      )
    },
  }),
  visitorRoute(everybody, {
    id: 'suggestSearch',
    method: 'GET',
    url: '/search/suggestions',
    summary: '边输入边提示的标题',
    about: '查询的文字不作任何记录。',
    tag: '公众',
    rate: 'public',
    query: z.strictObject({ q, organ }),
    answers: {
      200: z.object({
        rows: listOf(z.object({ title: partsSchema, docNo: z.string().nullable(), address: z.string() })),
      }),
    },
    async handle({ parts: { office }, query }) {
      const found = await suggest(office.search, query.q, query.organ === undefined ? null : [query.organ])
      const marks = marksOf(folded(query.q))
      const view = ({ title, docNo, address }: PublishedItem) => ({
        title: marked(title, marks),
        docNo,
        address,
      })
      return answer(200, { rows: found.map(view) }, briefly)
    },
  }),
]

const captionOf = (name: string, value: string): string =>
  name === 'year' ? (value === '0' ? '没有日期' : `${value}年`) : (captions[name]?.[value] ?? value)

const viewOf = (
  { text, summary, title, ...row }: FoundEntry,
  publisher: Publisher,
  marks: readonly string[],
) => ({
  ...row,
  publisher: publisher.name,
  publisherClosed: publisher.closed,
  title: marked(title, marks),
  snippet: snippet(text === '' ? summary : text, marks),
})
