/** What is written into a report: figures with their source, corrections of counts, prose. */
import { z } from 'zod'
import {
  figureTemplate,
  importAnnualFigures,
  readFigures,
} from '../../../../office/reports/annual/import-figures.ts'
import { readAnnualReport } from '../../../../office/reports/annual/read-report.ts'
import {
  correctAnnualCell,
  enterAnnualFigures,
  noteAnnualCell,
} from '../../../../office/reports/annual/write-figures.ts'
import { writeSection } from '../../../../office/reports/annual/write-section.ts'
import { isProblem, problem } from '../../../http/problem.ts'
import { answer } from '../../../http/route.ts'
import { listOf } from '../../../http/schemas.ts'
import { faultsProblem } from '../../refusals.ts'
import { cameOfList, faultSchema, givesList, listAnswer, takesList } from '../list-file.ts'
import { atOrgan, organRoute } from '../route.ts'
import { sentFile } from '../sent-file.ts'
import {
  annualParams,
  changedSchema,
  figureSchema,
  findingSchema,
  sectionSchema,
  sectionViewSchema,
} from './schemas.ts'
import { askOf, changedAnswer, houseOf, refusalOf, viewOfFinding, viewOfSection } from './views.ts'

const toWrite = atOrgan('writeReport')
const keySchema = z.string().trim().min(1).max(200).meta({ title: '单元格' })

const correctionSchema = z.strictObject({
  key: keySchema,
  value: z.number().nullable().meta({ title: '数字', description: '不填的，恢复为计数' }),
  reason: z.string().trim().max(1000).default('').meta({ title: '理由' }),
})

export const writingRoutes = [
  organRoute(toWrite, {
    id: 'enterAnnualFigures',
    method: 'POST',
    url: '/organs/:organ/annual/:year/figures',
    summary: '填报数字，写明来源；更改计数，写明理由',
    about: '一次可以填报、更改多格；有一格不能填报的，都不记录。',
    tag: '年报',
    rate: 'write',
    params: annualParams,
    body: z.strictObject({
      figures: z.array(figureSchema).max(200).default([]).meta({ title: '数字' }),
      corrections: z.array(correctionSchema).max(300).default([]).meta({ title: '更改的计数' }),
    }),
    problems: [409, 422],
    answers: { 200: changedSchema },
    handle: async (call) =>
      changedAnswer(
        await enterAnnualFigures(
          houseOf(call),
          askOf(call, call.params.year),
          call.body.figures,
          'typed',
          call.body.corrections,
        ),
      ),
  }),
  organRoute(toWrite, {
    id: 'annualFigureTemplate',
    ...givesList,
    url: '/organs/:organ/annual/:year/figures/list',
    summary: '第二部分的填报表，已填报的一并给出',
    tag: '年报',
    params: annualParams,
    problems: [409],
    async handle(call) {
      const { organ, params, query } = call
      const view = await readAnnualReport(houseOf(call), askOf(call, params.year), 'live')
      if ('refused' in view) return refusalOf(view)
      return listAnswer(
        `${organ.name}${params.year}年度报告填报表`,
        query.format,
        await figureTemplate(view, query.format),
      )
    },
  }),
  organRoute(toWrite, {
    id: 'importAnnualFigures',
    ...takesList,
    url: '/organs/:organ/annual/:year/figures/list',
    summary: '导入填报表（XLSX 或 CSV），先看，再执行',
    about: '以表单提交一个文件。没有填数字的行不作填报，也不作零；有错的行逐行说明，改好之前都不导入。',
    tag: '年报',
    params: annualParams,
    answers: {
      200: z.object({
        ...cameOfList,
        figures: listOf(figureSchema),
        refused: listOf(faultSchema),
      }),
    },
    async handle(call) {
      const { params, query } = call
      const bytes = await sentFile(call)
      if (isProblem(bytes)) return bytes
      const read = await readFigures(bytes, params.year)
      if (read.refused) return faultsProblem('list', [read])
      const { figures, faults, unknownHeads } = read
      const wanted = query.do === 'true' && faults.length === 0 && figures.length > 0
      if (wanted) {
        const outcome = await importAnnualFigures(houseOf(call), askOf(call, params.year), figures)
        const told = changedAnswer(outcome)
        if (isProblem(told)) return told
      }
      return answer(200, { done: wanted, figures, refused: faults, unknownHeads })
    },
  }),
  organRoute(toWrite, {
    id: 'correctAnnualCell',
    method: 'POST',
    url: '/organs/:organ/annual/:year/corrections',
    summary: '更改由申请件计数得出的数字，写明理由；计数一并保留',
    about: 'value 为 null 的，恢复为计数。',
    tag: '年报',
    rate: 'write',
    params: annualParams,
    body: correctionSchema,
    problems: [409, 422],
    answers: { 200: changedSchema },
    handle: async (call) =>
      changedAnswer(await correctAnnualCell(houseOf(call), askOf(call, call.params.year), call.body)),
  }),
  organRoute(toWrite, {
    id: 'noteAnnualCell',
    method: 'POST',
    url: '/organs/:organ/annual/:year/notes',
    summary: '给一格写说明；空的去掉说明',
    tag: '年报',
    rate: 'write',
    params: annualParams,
    body: z.strictObject({ key: keySchema, note: z.string().trim().max(1000).meta({ title: '说明' }) }),
    problems: [409, 422],
    answers: { 200: changedSchema },
    async handle(call) {
      const { params, body } = call
      return changedAnswer(await noteAnnualCell(houseOf(call), askOf(call, params.year), body.key, body.note))
    },
  }),
  organRoute(toWrite, {
    id: 'previewAnnualSection',
    method: 'POST',
    url: '/organs/:organ/annual/:year/sections/:section/preview',
    summary: '看一个部分写成这样会怎样：代入数字，检查，不保存',
    tag: '年报',
    rate: 'read',
    params: annualParams.extend({ section: sectionSchema }),
    body: z.strictObject({ text: z.string().max(50_000).meta({ title: '正文' }) }),
    problems: [409, 422],
    answers: { 200: z.object({ section: sectionViewSchema, findings: listOf(findingSchema) }) },
    async handle(call) {
      const { year, section } = call.params
      const typed = { [section]: call.body.text.toWellFormed() }
      const view = await readAnnualReport(houseOf(call), askOf(call, year), 'live', typed)
      if ('refused' in view) return refusalOf(view)
      return answer(200, {
        section: viewOfSection(view.sections.find(({ key }) => key === section)!),
        findings: view.findings.filter((finding) => String(finding.section) === section).map(viewOfFinding),
      })
    },
  }),
  organRoute(toWrite, {
    id: 'writeAnnualSection',
    method: 'PUT',
    url: '/organs/:organ/annual/:year/sections/:section',
    summary: '撰写一个部分',
    about:
      'If-Match 写明所见的该部分的版本，尚未写过的为 "0"。他人已经先写的，本次的文字留存在该部分的 asides 中，两份都不丢失；合并后再写，并在 settles 中列出已经处理的。',
    tag: '年报',
    rate: 'write',
    params: annualParams.extend({ section: sectionSchema }),
    body: z.strictObject({
      text: z.string().max(50_000).meta({ title: '正文' }),
      settles: z.array(z.string().max(64)).max(50).default([]).meta({ title: '已经处理的留存文字' }),
    }),
    ifMatch: true,
    problems: [409, 422],
    answers: { 200: changedSchema },
    async handle(call) {
      const { params, body, seen: over } = call
      const outcome = await writeSection(houseOf(call), askOf(call, params.year), {
        section: params.section,
        text: body.text.toWellFormed(),
        over,
        settles: body.settles,
      })
      if ('aside' in outcome)
        return problem('conflict', {
          detail: '他人已经先保存了这一部分；您的文字没有丢失，留存在旁，请对照合并后再保存。',
          version: outcome.actual,
        })
      return changedAnswer(outcome)
    },
  }),
]
