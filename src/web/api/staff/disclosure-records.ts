/** Accounts of new media, concerns, calls for opinions, opinions and reports of errors, as staff keep them. */
import { z } from 'zod'
import { clocksOfConcern, isIdle, lastUpdateOf } from '../../../office/documents/records/clocks.ts'
import {
  closeRecord,
  noteRecord,
  openRecord,
  type RecordOutcome,
  sealedOf,
} from '../../../office/documents/records/keep-record.ts'
import {
  type KeptKind,
  type RecordData,
  recordActions,
  recordKinds,
} from '../../../office/documents/records/record.ts'
import type { ActTally, Office, RecordRow } from '../../../office/ports.ts'
import { standingFor } from '../../../office/staff/access.ts'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../http/pages.ts'
import { isProblem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer, type Route } from '../../http/route.ts'
import { captionsOf, citesSchema, daySchema, idSchema, listOf, momentSchema } from '../../http/schemas.ts'
import type { OrganCaller } from '../admission.ts'
import { type RecordForm, recordForms } from '../documents/record-forms.ts'
import { problemIn } from '../refusals.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

const dataSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

export const recordSchema = z
  .object({
    organ: z.string(),
    id: z.string(),
    version: z.number().int(),
    kind: captionsOf(recordKinds),
    state: z.enum(['open', 'closed']),
    about: z.string().nullable(),
    openedOn: daySchema,
    due: daySchema.nullable().meta({ description: '应当答复的日期' }),
    closedOn: daySchema.nullable(),
    data: dataSchema,
    notes: listOf(z.object({ on: daySchema, at: momentSchema, data: dataSchema })),
  })
  .meta({ id: 'DisclosureRecord' })

const clockSchema = z.object({
  caption: z.string(),
  due: momentSchema,
  answeredAt: momentSchema.nullable(),
  verdict: z.enum(['waiting', 'onTime', 'late', 'overdue']),
  cites: citesSchema,
})

const seenSchema = recordSchema.extend({
  aboutTitle: z.string().nullable().meta({ description: '所关于的文件的标题' }),
  text: z.string().nullable().meta({ description: '公众所写的，只有经办人员可以阅看' }),
  contact: z.string().nullable(),
  clocks: listOf(clockSchema).meta({ description: '政务舆情的回应时限' }),
  updatedOn: daySchema.nullable().meta({ description: '账号最近更新的日期' }),
  idle: z.boolean().meta({ description: '账号超过两周没有更新' }),
})

const one = (row: object) => ({ ...(row as RecordRow) })

const done = (outcome: RecordOutcome, status: 200 | 201) => {
  const refused = problemIn(outcome)
  return refused ?? answer(status as 200, one(outcome))
}

function routesOf(kind: KeptKind, { open, note, close }: RecordForm): readonly Route[] {
  const action = recordActions[kind]
  const caption = recordKinds[kind]
  const params = organParams.extend({ record: idSchema.meta({ description: `${caption}的编号` }) })
  const url = `/organs/:organ/disclosure/${kind}`
  const step = (what: 'note' | 'close', body: z.ZodObject, summary: string) =>
    organRoute(atOrgan(action), {
      id: `${what}-${kind}`,
      method: 'POST',
      url: `${url}/:record/${what}`,
      summary,
      tag: '主动公开',
      rate: 'write',
      params,
      body,
      problems: [404, 409, 422],
      answers: { 200: recordSchema },
      async handle({ parts, organ, actor, today, at, params: { record }, body: data }) {
        const by = { actor: actor.id, at }
        const changing = { organ: organ.id, kind, id: record, on: today, by, data: data as RecordData }
        return done(await (what === 'note' ? noteRecord : closeRecord)(parts.office, changing), 200)
      },
    })
  return [
    ...(open === null
      ? []
      : [
          organRoute(atOrgan(action), {
            id: `open-${kind}`,
            method: 'POST',
            url,
            summary: `登记${caption}`,
            tag: '主动公开',
            rate: 'write',
            params: organParams,
            body: open,
            problems: [404, 409, 422],
            answers: { 200: recordSchema },
            async handle({ parts, organ, actor, today, at, body }) {
              const { document = null, until = null, ...data } = body as RecordData & { until?: never }
              const by = { actor: actor.id, at }
              const opening = { organ: organ.id, kind, id: parts.newId(), on: today, by }
              const about = document as string | null
              return done(await openRecord(parts.office, { ...opening, about, due: until, data }), 200)
            },
          }),
        ]),
    ...(note === null ? [] : [step('note', note, `${caption}：登记更新、回应`)]),
    step('close', close, `${caption}：办结、答复、注销`),
  ]
}

/** The records with their clocks, and with what people wrote for those who may answer it. */
async function seenBy(
  { parts: { office }, organ, standings, today, at }: OrganCaller,
  rows: readonly RecordRow[],
) {
  // What people outside wrote, and how to reach them, is for those who may answer it (个保法§6).
  const answers = standingFor(standings, 'answerFeedback') !== null
  const acts: readonly ActTally[] = rows.some(({ kind }) => kind === 'account')
    ? await office.documents.acts([organ.id])
    : []
  const ids = [...new Set(rows.flatMap(({ about }) => about ?? []))]
  const found = ids.length === 0 ? [] : (await documentsOf(office, organ.id, ids)).rows
  const titles = new Map(found.map(({ id, title }) => [id, title]))
  return office.inTransaction(organ.id, (unit) =>
    Promise.all(
      rows.map(async (row) => {
        const sealed = answers ? await sealedOf(unit, row) : null
        const isAccount = row.kind === 'account'
        const updatedOn = isAccount ? lastUpdateOf(row, acts) : null
        return {
          ...row,
          aboutTitle: row.about === null ? null : (titles.get(row.about) ?? null),
          text: sealed?.text ?? null,
          contact: sealed === null ? null : [sealed.name, sealed.contact].filter(Boolean).join('，'),
          clocks: row.kind === 'concern' ? clocksOfConcern(row, at) : [],
          updatedOn,
          idle: isAccount && isIdle(row, updatedOn, today),
        }
      }),
    ),
  )
}

const documentsOf = ({ documents }: Pick<Office, 'documents'>, organ: string, ids: readonly string[]) =>
  documents.list({ organs: [organ], ids }, { limit: ids.length })

export const disclosureRecordRoutes = [
  organRoute(atOrgan('readDocuments'), {
    id: 'listRecords',
    method: 'GET',
    url: '/organs/:organ/disclosure/:kind',
    summary: '政务新媒体账号、舆情、征求意见、公众意见、纠错的登记，最近的在前',
    about: '公众所写的文字和联系方式只给可以答复的人员。',
    tag: '主动公开',
    rate: 'read',
    params: organParams.extend({ kind: captionsOf(recordKinds) }),
    query: z.strictObject({
      state: z.enum(['open', 'closed']).optional().meta({ title: '是否办结' }),
      about: idSchema.optional().meta({ title: '所关于的文件或者征求意见' }),
      ...pageQuery,
    }),
    answers: { 200: pageOf(seenSchema) },
    async handle(call) {
      const { parts, organ, params, query, url } = call
      const { office } = parts
      const { kind } = params
      const { state, about } = query
      const filter = { organs: [organ.id], kind, ...(state && { state }), ...(about && { about }) }
      const page = await pageFor(query, parts.tokenKey, (asked) => office.records.list(filter, asked))
      if (isProblem(page)) return page
      const rows = await seenBy(call, page.rows)
      return answer(200, { ...page, rows }, linkToNext(url, page))
    },
  }),
  organRoute(atOrgan('readDocuments'), {
    id: 'readRecord',
    method: 'GET',
    url: '/organs/:organ/disclosure/:kind/:record',
    summary: '一项登记：登记的内容、时限、历次更新或者回应',
    about: '公众所写的文字和联系方式只给可以答复的人员。',
    tag: '主动公开',
    rate: 'read',
    params: organParams.extend({ kind: captionsOf(recordKinds), record: idSchema }),
    answers: { 200: seenSchema },
    async handle(call) {
      const { parts, organ, params } = call
      const row = await parts.office.records.get(organ.id, params.kind, params.record)
      if (row === null) return notFound()
      const [seen] = await seenBy(call, [row])
      return answer(200, seen!)
    },
  }),
]

export const recordStepRoutes: readonly Route[] = (Object.keys(recordForms) as KeptKind[]).flatMap((kind) =>
  routesOf(kind, recordForms[kind]),
)
