/** Files and fields of a multipart/form-data body, read as they come and cut off at the limits. */
import type { FastifyRequest } from 'fastify'
import type { Limits } from './limits.ts'
import { type Problem, problem } from './problem.ts'

export interface UploadedFile {
  /** Name of the field. */
  readonly field: string
  /** As the sender called it; personal, and to be kept like the content. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Upload {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly UploadedFile[]
}

/** What was uploaded; a file over the limit throws what the error handler tells as too large. */
export async function readUpload(request: FastifyRequest, limits: Limits): Promise<Upload | Problem> {
  if (!request.isMultipart())
    return problem('wrong-media-type', { detail: '请以 multipart/form-data 提交文件。' })
  const fields: Record<string, string> = {}
  const files: UploadedFile[] = []
  const parts = request.parts({
    limits: {
      fileSize: limits.fileBytes,
      files: limits.files,
      fieldSize: limits.bodyBytes,
      fields: 20,
      parts: 40,
    },
  })
  try {
    for await (const part of parts) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value)
      else {
        const { fieldname: field, filename: name } = part
        files.push({ field, name, bytes: new Uint8Array(await part.toBuffer()) })
      }
    }
  } catch (error) {
    // What the plugin says by a code is told by the error handler; a form that breaks off has none.
    if (String((error as { code?: unknown }).code).startsWith('FST_')) throw error
    return problem('bad-request', { detail: '表单不完整或者格式不对，请重新提交。' })
  }
  return { fields, files }
}
