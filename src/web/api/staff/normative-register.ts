/** The register of rules and normative documents, and the documents behind each of its figures. */
import { z } from 'zod'
import { writeRegister } from '../../../office/documents/export-register.ts'
import { registerFigures, registerOf, type registerRows } from '../../../office/documents/register.ts'
import { answer } from '../../http/route.ts'
import { listOf } from '../../http/schemas.ts'
import { documentRowSchema, viewOfDocumentRow } from '../documents/schemas.ts'
import { givesList, listAnswer } from './list-file.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

const count = z.number().int()
const yearParams = organParams.extend({ year: z.coerce.number().int().min(1949).max(2999) })
const figuresSchema = z.object({ issued: count, repealed: count, inForce: count })
const cellSchema = listOf(documentRowSchema)

export const normativeRegisterRoutes = [
  organRoute(atOrgan('readDocuments'), {
    id: 'readRegister',
    method: 'GET',
    url: '/organs/:organ/documents/register/:year',
    summary: '规章和行政规范性文件的目录：本年制发、本年废止、年末现行有效，各有哪些',
    tag: '主动公开',
    rate: 'read',
    params: yearParams,
    answers: {
      200: z.object({
        year: count,
        figures: z.object({ rules: figuresSchema, normative: figuresSchema }),
        documents: z.object({
          rules: z.object({ issued: cellSchema, repealed: cellSchema, inForce: cellSchema }),
          normative: z.object({ issued: cellSchema, repealed: cellSchema, inForce: cellSchema }),
        }),
      }),
    },
    async handle({ parts: { office }, organ, today, params: { year } }) {
      const register = await registerOf(office.documents, organ.id, year)
      const view = (row: (typeof registerRows)[number]) => {
        const { issued, repealed, inForce } = register[row]
        const seen = (all: typeof issued) => all.map((each) => viewOfDocumentRow(each, today))
        return { issued: seen(issued), repealed: seen(repealed), inForce: seen(inForce) }
      }
      const documents = { rules: view('rules'), normative: view('normative') }
      return answer(200, { year, figures: registerFigures(register), documents })
    },
  }),
  organRoute(atOrgan('readDocuments'), {
    id: 'exportNormativeRegister',
    ...givesList,
    url: '/organs/:organ/documents/register/:year/list',
    summary: '导出规章和行政规范性文件的目录',
    tag: '主动公开',
    params: yearParams,
    async handle({ parts: { office }, organ, today, params: { year }, query: { format } }) {
      const register = await registerOf(office.documents, organ.id, year)
      const bytes = await writeRegister(register, year, format, today)
      return listAnswer(`${organ.name}${year}年规章和规范性文件目录`, format, bytes)
    },
  }),
]
