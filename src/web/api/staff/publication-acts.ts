/** Acts of publication by channel: counted, and one by one. */
import { z } from 'zod'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../http/pages.ts'
import { isProblem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { daySchema, idSchema, listOf } from '../../http/schemas.ts'
import { documentWords } from '../documents/schemas.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { belowQuery, organsIn } from './scope.ts'

const within = {
  from: daySchema.optional().meta({ title: '起于' }),
  to: daySchema.optional().meta({ title: '止于' }),
}

interface Within {
  readonly from?: z.output<typeof daySchema> | undefined
  readonly to?: z.output<typeof daySchema> | undefined
}

const rangeOf = ({ from = '1900-01-01', to = '2999-12-31' }: Within) => ({ from, to })

const shared = {
  organ: z.string(),
  channel: documentWords.channel,
  account: z.string().nullable(),
  class: documentWords.class,
}

export const publicationActRoutes = [
  organRoute(atOrgan('readDocuments'), {
    id: 'countActs',
    method: 'GET',
    url: '/organs/:organ/documents/acts',
    summary: '发布的次数，按渠道、账号和信息种类',
    tag: '主动公开',
    rate: 'read',
    params: organParams,
    query: z.strictObject({ ...belowQuery, ...within }),
    answers: {
      200: z.object({ rows: listOf(z.object({ ...shared, count: z.number().int(), last: daySchema })) }),
    },
    async handle(call) {
      const organs = await organsIn(call, call.query.below, 'documents')
      return answer(200, { rows: await call.parts.office.documents.acts(organs, rangeOf(call.query)) })
    },
  }),
  organRoute(atOrgan('readDocuments'), {
    id: 'listActs',
    method: 'GET',
    url: '/organs/:organ/documents/acts/list',
    summary: '发布的逐次记录，最近的在前：哪一天、什么渠道、哪一份信息',
    tag: '主动公开',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      ...belowQuery,
      ...within,
      channel: documentWords.channel.optional().meta({ title: '渠道' }),
      account: idSchema.optional().meta({ title: '账号（编号）' }),
      class: documentWords.class.optional().meta({ title: '信息种类' }),
      ...pageQuery,
    }),
    answers: {
      200: pageOf(z.object({ ...shared, document: z.string(), title: z.string(), on: daySchema })),
    },
    async handle(call) {
      const { parts, query, url } = call
      const { channel, account, class: of } = query
      const filter = {
        organs: await organsIn(call, query.below, 'documents'),
        within: rangeOf(query),
        ...(channel && { channel }),
        ...(account && { account }),
        ...(of && { class: of }),
      }
      const { documents } = parts.office
      const page = await pageFor(query, parts.tokenKey, (asked) => documents.listActs(filter, asked))
      return isProblem(page) ? page : answer(200, page, linkToNext(url, page))
    },
  }),
]
