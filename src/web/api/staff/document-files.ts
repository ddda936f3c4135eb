/** Attachments of a document: added, looked into, let out, taken away, read. */
import { z } from 'zod'
import { addFile, clearFile, inspectFile, openFile } from '../../../office/documents/files.ts'
import { handleDocument } from '../../../office/documents/handle-document.ts'
import { etagOf } from '../../http/preconditions.ts'
import { isProblem, problem } from '../../http/problem.ts'
import { answer, fileAnswer } from '../../http/route.ts'
import { idSchema, textOf } from '../../http/schemas.ts'
import { problemIn } from '../refusals.ts'
import { answerOfDocument, documentDoneSchema, documentParams, doneView } from './document-verbs.ts'
import { inspectionSchema } from './papers.ts'
import { atOrgan, organRoute } from './route.ts'

const fileParams = documentParams.extend({ file: idSchema.meta({ description: '附件的编号' }) })

export const documentFileRoutes = [
  organRoute(atOrgan('addDocumentFile'), {
    id: 'addDocumentFile',
    method: 'POST',
    url: '/organs/:organ/documents/:id/files',
    summary: '添加附件；涉密的、带宏的、打不开的不收',
    about: '以表单提交一个文件。',
    tag: '主动公开',
    rate: 'write',
    params: documentParams,
    files: 'only',
    problems: [404, 409, 413, 422],
    answers: { 201: documentDoneSchema.extend({ file: z.string() }) },
    async handle({ parts, organ, actor, today, at, params, upload }) {
      const form = await upload()
      if (isProblem(form)) return form
      const [file, ...more] = form.files
      if (file === undefined || more.length > 0)
        return problem('bad-request', { detail: '请在表单中附一个文件。' })
      const id = parts.newId()
      const done = await addFile(parts.office, {
        ...{ organ: organ.id, document: params.id, at, context: { today, actor } },
        file: { id, bytes: file.bytes, name: file.name },
      })
      const refused = problemIn(done)
      if (refused !== null) return refused
      const view = { ...doneView(done), file: id }
      return answer(201, view, { etag: etagOf(view.version) })
    },
  }),
  organRoute(atOrgan('readDocuments'), {
    id: 'fetchDocumentFile',
    method: 'GET',
    url: '/organs/:organ/documents/:id/files/:file',
    summary: '下载一份附件',
    tag: '主动公开',
    rate: 'read',
    params: fileParams,
    answers: { 200: { file: ['application/octet-stream'] } },
    async handle({ parts: { office }, organ, params }) {
      const opened = await openFile(office, organ.id, params.id, params.file)
      if ('failure' in opened) return problemIn(opened)!
      const { name, type } = opened.file
      return fileAnswer({ name, type, bytes: opened.bytes })
    },
  }),
  organRoute(atOrgan('clearDocumentFile'), {
    id: 'inspectDocumentFile',
    method: 'GET',
    url: '/organs/:organ/documents/:id/files/:file/inspection',
    summary: '附件里有什么看不见的数据和个人信息',
    tag: '主动公开',
    rate: 'write',
    params: fileParams,
    answers: { 200: inspectionSchema },
    async handle({ parts: { office }, organ, params }) {
      const found = await inspectFile(office, organ.id, params.id, params.file)
      return 'failure' in found ? problemIn(found)! : answer(200, found)
    },
  }),
  organRoute(atOrgan('clearDocumentFile'), {
    id: 'clearDocumentFile',
    method: 'POST',
    url: '/organs/:organ/documents/:id/files/:file/clearance',
    summary: '核查附件：逐项写明理由，予以放行',
    tag: '主动公开',
    rate: 'write',
    params: fileParams,
    body: z.strictObject({
      acknowledgements: z
        .array(
          z.strictObject({
            finding: idSchema.min(1).meta({ title: '核查发现的编号' }),
            reason: textOf('仍可公开的理由', 500),
          }),
        )
        .max(500)
        .meta({ title: '对每一项发现的确认' }),
    }),
    ifMatch: true,
    problems: [404, 409, 422],
    answers: { 200: documentDoneSchema },
    async handle({ parts, organ, actor, today, at, params, body, seen }) {
      const done = await clearFile(parts.office, {
        ...{ organ: organ.id, document: params.id, file: params.file, at, seen },
        ...{ context: { today, actor }, acknowledgements: body.acknowledgements },
      })
      return answerOfDocument(200, done)
    },
  }),
  organRoute(atOrgan('removeDocumentFile'), {
    id: 'removeDocumentFile',
    method: 'DELETE',
    url: '/organs/:organ/documents/:id/files/:file',
    summary: '移除正在起草的内容中的附件',
    tag: '主动公开',
    rate: 'write',
    params: fileParams,
    ifMatch: true,
    problems: [404, 409, 422],
    answers: { 200: documentDoneSchema },
    async handle({ parts, organ, actor, today, at, params, seen }) {
      const done = await handleDocument(parts.office, {
        ...{ organ: organ.id, document: params.id, at, seen, context: { today, actor } },
        ...{ action: 'removeDocumentFile', command: { id: params.file } },
      })
      return answerOfDocument(200, done)
    },
  }),
]
