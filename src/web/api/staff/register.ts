/** A register of years past, brought in from another system: the head answers for it, with whoever prepared it. */
import { z } from 'zod'
import { importApplications } from '../../../office/intake/import-applications.ts'
import { pastList, writePast } from '../../../office/intake/past-columns.ts'
import { actorFor, standingsAt } from '../../../office/staff/access.ts'
import { isProblem, problem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { listOf } from '../../http/schemas.ts'
import { faultsProblem } from '../refusals.ts'
import { statusSchema } from '../views/case-row.ts'
import { cameOfList, givesList, listAnswer, takesList } from './list-file.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

const line = z.number().int()

export const registerRoutes = [
  organRoute(atOrgan('receive'), {
    id: 'registerTemplate',
    ...givesList,
    url: '/organs/:organ/register',
    summary: '历史申请台账的空白模板',
    tag: '申请件',
    params: organParams,
    async handle({ query: { format } }) {
      const bytes = await writePast([], format)
      return listAnswer(pastList.what, format, bytes)
    },
  }),
  organRoute(atOrgan('approve'), {
    id: 'importRegister',
    ...takesList,
    url: '/organs/:organ/register',
    summary: '导入历史申请台账（XLSX 或 CSV），先看，再执行',
    about:
      '由负责人以表单提交一个文件，字段 importer 为整理台账的经办人的编号，不能是本人。不能导入的行逐行说明，其他的照常导入；已有的编号不重复导入。',
    tag: '申请件',
    params: organParams,
    answers: {
      200: z.object({
        ...cameOfList,
        toMake: listOf(z.object({ line, number: z.string(), status: statusSchema })),
        existing: listOf(z.object({ line, number: z.string(), request: z.string() })),
        made: listOf(z.object({ line, number: z.string(), request: z.string() })),
      }),
    },
    async handle({ parts, organ, actor: head, at, today, query, upload }) {
      const form = await upload()
      if (isProblem(form)) return form
      const [file] = form.files
      const { importer: id = '' } = form.fields
      const importer = actorFor(id, await standingsAt(parts.office, id, organ.id), 'receive')
      if (file === undefined || importer === null)
        return problem('bad-request', {
          detail: '请在表单中附一个文件，并以字段 importer 写明本机关的经办人。',
        })
      const outcome = await importApplications(parts.office, {
        organ: organ.id,
        today,
        importer,
        head,
        bytes: file.bytes,
        at,
        newId: parts.newId,
        dryRun: query.do !== 'true',
      })
      return 'done' in outcome ? answer(200, outcome) : faultsProblem('list', [outcome])
    },
  }),
]
