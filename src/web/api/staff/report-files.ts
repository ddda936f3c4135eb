/** Files of a report that others published: the original byte for byte, and what was read of it in any format. */
import { z } from 'zod'
import { cleanName } from '../../../office/attachments/inspect.ts'
import { openOriginal, openReading, openSource } from '../../../office/reports/examined/open-source.ts'
import { findingsOf } from '../../../office/reports/examined/reading.ts'
import { type WriteFormat, write, writeFormats } from '../../../writer/write.ts'
import { notFound } from '../../http/reply.ts'
import { fileAnswer } from '../../http/route.ts'
import { failureProblem } from '../refusals.ts'
import { readingQuery } from './examined-view.ts'
import { listTypes } from './list-file.ts'
import { examining, reportParams } from './reports.ts'
import { organRoute } from './route.ts'

const exportTypes: Readonly<Record<WriteFormat, string>> = {
  ...listTypes,
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
}

const anyBytes = 'application/octet-stream'

export const examinedFileRoutes = [
  organRoute(examining, {
    id: 'readReportOriginal',
    method: 'GET',
    url: '/organs/:organ/reports/:report/original',
    summary: '下载收存的原文件',
    tag: '审读',
    rate: 'read',
    params: reportParams,
    answers: { 200: { file: [anyBytes] } },
    handle: ({ parts: { office }, organ, params }) =>
      office.inTransaction(organ.id, async (unit) => {
        const opened = await openSource(unit, params.report)
        if (opened === null) return notFound()
        const bytes = await openOriginal(unit, opened.source)
        if (bytes === null) return failureProblem(lost, 404)
        // Whatever it is, it is not for the browser to open in our name.
        return fileAnswer({ name: opened.name, type: anyBytes, bytes })
      }),
  }),
  organRoute(examining, {
    id: 'exportExaminedReport',
    method: 'GET',
    url: '/organs/:organ/reports/:report/export/:format',
    summary: '以规范表式导出读出的报告',
    about: '默认为现有的读数；以 reading 写明第几次读数的，为那一次。没有读出的格子是空白，不是零。',
    tag: '审读',
    rate: 'write',
    params: reportParams.extend({ format: z.enum(writeFormats).meta({ description: '文件格式' }) }),
    query: readingQuery,
    problems: [409],
    answers: { 200: { file: Object.values(exportTypes) } },
    async handle({ parts: { office }, organ, params: { report: id, format }, query, today: on }) {
      const found = await office.inTransaction(organ.id, async (unit) => {
        const opened = await openSource(unit, id)
        const reading = opened && (await openReading(unit, opened.source, query.reading))
        return { opened, reading }
      })
      const { opened, reading } = found
      if (opened === null) return notFound()
      if (reading === null) return query.reading === undefined ? failureProblem(unread) : notFound()
      const { report } = reading.kept
      const { name: file, source } = opened
      const bytes = await write(report, format, { file, findings: findingsOf(reading.kept), on })
      const organName = source.match?.organName ?? report.organ?.name ?? ''
      const year = source.match?.year ?? report.year
      const name = cleanName(
        `${organName}${year === null ? '' : `${year}年`}政府信息公开工作年度报告.${format}`,
      )
      return fileAnswer({ name, type: exportTypes[format], bytes })
    },
  }),
]

const lost = { failure: 'erasedPaper', message: '原文件的内容已经不在，无法下载。' }
const unread = { failure: 'notRead', message: '这份年报还没有读出来，不能导出；可以下载原文件。' }
