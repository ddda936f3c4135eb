/** The evidence box of an organ, and all that is in it as one archive. */
import { z } from 'zod'
import { yearOf } from '../../../../law/day.ts'
import {
  evidenceKinds,
  evidenceOf,
  fileEvidence,
  removeEvidence,
  systemsFor,
} from '../../../../office/supervision/assessment/evidence.ts'
import { packEvidence } from '../../../../office/supervision/assessment/evidence-pack.ts'
import type { HouseKind } from '../../../../office/supervision/assessment/evidence-source.ts'
import { evidenceThings } from '../../../../office/supervision/assessment/evidence-things.ts'
import type { Row } from '../../../../office/supervision/assessment/keep.ts'
import { allLeaves } from '../../../../office/supervision/assessment/system.ts'
import { isProblem, problem } from '../../../http/problem.ts'
import { answer, fileAnswer } from '../../../http/route.ts'
import { captionsOf, daySchema, idSchema, listOf, textOf, wordsOf } from '../../../http/schemas.ts'
import { problemIn } from '../../refusals.ts'
import { actingAt } from '../acting.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'
import { reasonBody, yearSchema } from './schemas.ts'

const kindSchema = captionsOf(evidenceKinds)

const evidenceSchema = z.object({
  id: z.string(),
  year: z.number().int(),
  system: z.string(),
  leaf: z.string(),
  caption: z.string(),
  kind: kindSchema,
  kindCaption: z.string(),
  title: z.string(),
  ref: z.string().meta({ description: '文件、办件、年度报告的编号；上传的材料为空' }),
  filedOn: daySchema,
})

const viewOf = ({ id, year, system, leaf, caption, what, openedOn }: Row<'evidence'>) => ({
  ...{ id, year, system, leaf, caption, kind: what.kind, kindCaption: evidenceKinds[what.kind] },
  ...{ title: what.title, ref: what.kind === 'file' ? '' : what.id, filedOn: openedOn },
})

const done = (outcome: object) => problemIn(outcome) ?? answer(200, viewOf(outcome as Row<'evidence'>))

const write = {
  method: 'POST',
  tag: '考核',
  rate: 'write',
  problems: [404, 409, 422],
  answers: { 200: evidenceSchema },
} as const

const place = {
  system: textOf('指标体系', 120),
  leaf: textOf('指标', 120),
  year: yearSchema.optional().meta({ title: '年份', description: '不填为今年' }),
}

const houseKind = wordsOf(
  ['document', 'request', 'report', 'task'] satisfies HouseKind[],
  (kind) => evidenceKinds[kind],
)

export const evidenceRoutes = [
  organRoute(atOrgan('readAssessment'), {
    id: 'listEvidence',
    method: 'GET',
    url: '/organs/:organ/evidence',
    summary: '佐证材料：一年之内留存的，以及可以对应的指标',
    tag: '考核',
    rate: 'read',
    params: organParams,
    query: z.strictObject({ year: yearSchema.optional() }),
    answers: {
      200: z.object({
        year: z.number().int(),
        rows: listOf(evidenceSchema),
        leaves: listOf(
          z.object({
            system: z.string(),
            systemName: z.string(),
            leaf: z.string(),
            caption: z.string(),
            wants: z.string().meta({ description: '指标体系要求的材料' }),
          }),
        ),
      }),
    },
    async handle({ parts: { office }, organ, query, today }) {
      const year = query.year ?? yearOf(today)
      const [rows, systems] = await Promise.all([
        evidenceOf(office, organ.id, year),
        systemsFor(office, organ.id),
      ])
      const leaves = systems.flatMap((system) =>
        allLeaves(system).map(({ id, caption, evidence = '' }) => ({
          ...{ system: system.id, systemName: system.name, leaf: id, caption, wants: evidence },
        })),
      )
      return answer(200, { year, rows: rows.map(viewOf), leaves })
    },
  }),
  organRoute(atOrgan('answerAssessment'), {
    id: 'findEvidence',
    method: 'GET',
    url: '/organs/:organ/evidence/things',
    summary: '系统里已有、可以留存为佐证材料的：按登记编号、标题、文号、索引号、任务名称找',
    tag: '考核',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      text: z.string().max(300).default('').meta({ title: '要找的' }),
      thing: idSchema.optional().meta({ title: '编号', description: '无论新旧和名称，都列出这一件' }),
    }),
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            kind: houseKind,
            kindCaption: z.string(),
            ref: z.string(),
            label: z.string(),
            note: z.string(),
          }),
        ),
      }),
    },
    async handle({ parts: { office }, organ, query: { text, thing }, today }) {
      const rows = await evidenceThings(office, organ.id, text.trim(), yearOf(today), thing)
      return answer(200, { rows: rows.map((row) => ({ ...row, kindCaption: evidenceKinds[row.kind] })) })
    },
  }),
  organRoute(atOrgan('answerAssessment'), {
    ...write,
    id: 'fileEvidence',
    url: '/organs/:organ/evidence',
    summary: '把一份文件、办件或者年度报告留存为佐证材料',
    params: organParams,
    body: z.strictObject({
      ...place,
      kind: houseKind.meta({ title: '材料种类' }),
      ref: idSchema.min(1).meta({ title: '编号', description: '年度报告填年份' }),
    }),
    async handle(call) {
      const { parts, body } = call
      const { kind, ref, year, ...at } = body
      return done(
        await fileEvidence(parts.office, {
          ...{ ...actingAt(call), ...at, id: parts.newId(), from: { kind, id: ref } },
          ...(year !== undefined && { year }),
        }),
      )
    },
  }),
  organRoute(atOrgan('answerAssessment'), {
    ...write,
    id: 'uploadEvidence',
    url: '/organs/:organ/evidence/files',
    summary: '上传一份佐证材料',
    about: '以表单提交：system、leaf、title 和一个文件。',
    params: organParams,
    files: 'only',
    problems: [404, 409, 413, 422],
    async handle(call) {
      const { parts, upload } = call
      const form = await upload()
      if (isProblem(form)) return form
      const { system = '', leaf = '', title = '', year } = form.fields
      const [file] = form.files
      if (file === undefined || file.bytes.length === 0)
        return problem('bad-request', { detail: '请选择要留存的文件。' })
      return done(
        await fileEvidence(parts.office, {
          ...{ ...actingAt(call), system, leaf, id: parts.newId() },
          from: { kind: 'file', title, name: file.name, bytes: file.bytes },
          ...(Number.isInteger(Number(year)) && Number(year) > 2000 && { year: Number(year) }),
        }),
      )
    },
  }),
  organRoute(atOrgan('answerAssessment'), {
    ...write,
    id: 'removeEvidence',
    url: '/organs/:organ/evidence/:evidence/removal',
    summary: '移出佐证材料，写明原因',
    params: organParams.extend({ evidence: idSchema }),
    body: reasonBody('原因'),
    async handle(call) {
      const { parts, params, body } = call
      return done(await removeEvidence(parts.office, { ...actingAt(call), ...body, id: params.evidence }))
    },
  }),
  organRoute(atOrgan('readAssessment'), {
    id: 'packEvidence',
    method: 'GET',
    url: '/organs/:organ/evidence/packs/:year',
    summary: '一年的佐证材料打包为一个文件，附目录',
    tag: '考核',
    rate: 'read',
    params: organParams.extend({ year: yearSchema }),
    answers: { 200: { file: ['application/zip'] } },
    async handle({ parts, organ, params, at }) {
      const { name, bytes } = await packEvidence(parts.office, organ, params.year, at)
      return fileAnswer({ name, type: 'application/zip', bytes })
    },
  }),
]
