/** The mending list as a file, and what an outside monitor found. */
import { z } from 'zod'
import { findingsOf } from '../../../../office/supervision/findings/finding.ts'
import {
  linesOfMending,
  mendingFile,
  mendingList,
} from '../../../../office/supervision/findings/mending-list.ts'
import {
  importOutside,
  outsideList,
  planOutside,
} from '../../../../office/supervision/findings/outside-findings.ts'
import { organsUnder } from '../../../../office/supervision/inspection/inspect.ts'
import { isProblem } from '../../../http/problem.ts'
import { answer, fileAnswer } from '../../../http/route.ts'
import { daySchema, idSchema, listOf } from '../../../http/schemas.ts'
import { faultsProblem } from '../../refusals.ts'
import { actingAt } from '../acting.ts'
import { doIt, faultLineSchema } from '../list-file.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'
import { sentFile } from '../sent-file.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export const findingFileRoutes = [
  organRoute(atOrgan('supervise'), {
    id: 'exportMending',
    method: 'GET',
    url: '/organs/:organ/mending-list',
    summary: '问题整改清单（XLSX 或 DOCX）：序号、责任单位、存在问题、整改措施、整改结果',
    tag: '监督',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      format: z.enum(['xlsx', 'docx']).default('xlsx').meta({ title: '格式' }),
      round: z.string().max(100).optional().meta({ title: '轮次' }),
      about: idSchema.optional().meta({ title: '只看一个下级机关' }),
    }),
    answers: { 200: { file: Object.values(types) } },
    async handle({ parts: { office }, organ, query: { format, round, about } }) {
      const found = await findingsOf(office, {
        by: [organ.id],
        ...(round !== undefined && { round }),
        ...(about !== undefined && { of: about }),
      })
      const names = new Map((await organsUnder(office, organ.id)).map(({ id, name }) => [id, name]))
      const lines = linesOfMending(
        found.filter(({ state }) => state !== 'withdrawn'),
        names,
      )
      const title = `${round ?? ''}${mendingList.what}`
      return fileAnswer({
        name: `${title}.${format}`,
        type: types[format],
        bytes: await mendingFile(format, title, lines),
      })
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'importFindings',
    method: 'POST',
    url: '/organs/:organ/outside-findings',
    summary: '导入第三方监测发现的问题（CSV 或 XLSX），先看，再执行',
    about: `以表单提交一个文件，列名：${outsideList.heads.join('、')}。不能导入的行逐行说明，其他的照常导入。`,
    tag: '监督',
    rate: 'write',
    params: organParams,
    query: z.strictObject({
      do: doIt,
      round: z.string().trim().min(1).max(100).meta({ title: '轮次' }),
      due: daySchema.meta({ title: '整改期限' }),
    }),
    files: 'only',
    problems: [409, 422],
    answers: {
      200: z.object({
        done: z.boolean(),
        findings: z.number().int().meta({ description: '可以登记或者已经登记的问题数' }),
        refused: listOf(faultLineSchema),
      }),
    },
    async handle(call) {
      const { parts, organ, query } = call
      const bytes = await sentFile(call)
      if (isProblem(bytes)) return bytes
      const organs = await organsUnder(parts.office, organ.id)
      const plan = await planOutside(bytes, organs)
      if ('message' in plan) return faultsProblem('list', [plan])
      const lines = (faults: typeof plan.refused) =>
        faults.map((fault) => ({ line: fault.line, faults: [fault] }))
      if (query.do !== 'true')
        return answer(200, { done: false, findings: plan.findings.length, refused: lines(plan.refused) })
      const { round, due } = query
      const act = { ...actingAt(call), round, due, newId: parts.newId }
      const { opened, refused } = await importOutside(parts.office, plan, act)
      return answer(200, { done: true, findings: opened, refused: lines(refused) })
    },
  }),
]
