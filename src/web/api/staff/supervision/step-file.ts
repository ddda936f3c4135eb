/** A file that proves what an organ reported, for whoever may see the record. */
import type { Office, SupervisionRow } from '../../../../office/ports.ts'
import { openStepFile } from '../../../../office/supervision/step-files.ts'
import { notFound } from '../../../http/reply.ts'
import { fileAnswer } from '../../../http/route.ts'
import { idSchema } from '../../../http/schemas.ts'

export const fileParam = { file: idSchema.meta({ description: '文件的编号' }) }

export async function stepFileAnswer(office: Office, row: SupervisionRow, id: string) {
  const opened = await openStepFile(office, row, id)
  if (opened === null) return notFound()
  const { file, bytes } = opened
  return fileAnswer({ name: file.name, type: file.type, bytes })
}
