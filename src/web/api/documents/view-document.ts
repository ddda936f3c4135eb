/** A document as staff see it: the work in hand, every version, what may be done now and why not. */
import { z } from 'zod'
import type { Calendar } from '../../../law/calendar.ts'
import { documentClasses } from '../../../office/documents/classes.ts'
import { type DocumentContent, missingMetadata } from '../../../office/documents/content.ts'
import { textOf } from '../../../office/documents/draft-document.ts'
import { factsOf } from '../../../office/documents/facts.ts'
import { type DocumentActing, documentStateOf } from '../../../office/documents/handle-document.ts'
import { documentActionCaptions, documentMovesOf } from '../../../office/documents/life/moves.ts'
import { type SignedVersion, stageOf, type Work } from '../../../office/documents/life/state.ts'
import { meterOf } from '../../../office/documents/meter.ts'
import { relations } from '../../../office/documents/relations.ts'
import { shownOf } from '../../../office/documents/shown.ts'
import { validityOn } from '../../../office/documents/validity.ts'
import type { RelatedRow, Unit } from '../../../office/ports.ts'
import { documentActions } from '../../../office/requests/index.ts'
import { citesSchema, daySchema, listOf } from '../../http/schemas.ts'
import {
  actSchema,
  documentWords,
  fileSchema,
  linkSchema,
  metadataSchema,
  withdrawnSchema,
} from './schemas.ts'

const count = z.number().int()

export const attributeSchema = z.object({
  attribute: documentWords.attribute,
  ground: documentWords.ground.nullable(),
  law: z.string().nullable(),
  because: z.string().nullable(),
  reviewOn: daySchema.nullable(),
})

const passedSchema = z.object({
  review: documentWords.review,
  by: z.string(),
  on: daySchema,
  remark: z.string().nullable(),
})

const contentSchema = metadataSchema.extend({
  html: z.string().nullable().meta({ description: '正文' }),
  missing: listOf(z.object({ field: z.string(), caption: z.string(), cites: citesSchema })),
  personal: z.record(z.string(), count).meta({ description: '正文中疑似的个人信息，各有几处' }),
})

export const meterSchema = z.object({
  from: daySchema.nullable(),
  due: daySchema.nullable(),
  publishedOn: daySchema.nullable(),
  verdict: z.enum(['unknown', 'waiting', 'onTime', 'late', 'premature', 'overdue']),
  because: z.string(),
  cites: citesSchema,
})

export const documentSchema = z
  .object({
    organ: z.string(),
    id: z.string(),
    version: count,
    stage: documentWords.stage,
    shown: z.enum(['whole', 'tombstone']).nullable(),
    indexNo: z.string().nullable(),
    validity: documentWords.validity.nullable(),
    chain: listOf(documentWords.review).meta({ description: '这类信息要经过的审查' }),
    work: z
      .object({
        content: contentSchema,
        files: listOf(fileSchema),
        attribute: attributeSchema.nullable(),
        draftedOn: daySchema,
        drafters: listOf(z.string()),
        submittedOn: daySchema.nullable(),
        passed: listOf(passedSchema),
        returned: z.object({ remark: z.string(), by: z.string(), on: daySchema }).nullable(),
      })
      .nullable(),
    versions: listOf(
      z.object({
        number: count,
        content: contentSchema,
        files: listOf(fileSchema),
        attribute: attributeSchema,
        signedBy: z.string().nullable(),
        signedOn: daySchema.nullable(),
        drafters: listOf(z.string()),
        passed: listOf(passedSchema),
        acts: listOf(actSchema),
      }),
    ),
    ending: z
      .object({
        as: z.enum(['repealed', 'expired', 'superseded']),
        by: z.string().nullable(),
        document: z.string().optional().meta({ description: '该文件的编号，在本系统的' }),
        because: z.string(),
        on: daySchema,
      })
      .nullable(),
    restricted: z.object({ because: z.string(), on: daySchema }).nullable(),
    withdrawn: withdrawnSchema.nullable(),
    imported: z.object({ address: z.string(), source: z.string() }).nullable(),
    links: listOf(
      linkSchema.extend({
        stage: documentWords.stage,
        ended: z.boolean().meta({ description: '已经登记废止、失效或者被取代' }),
      }),
    ),
    meter: meterSchema,
    moves: listOf(
      z.object({
        action: z.enum(documentActions),
        caption: z.string(),
        open: z.boolean(),
        code: z.string().nullable(),
        why: z.string().nullable(),
        cites: citesSchema,
      }),
    ).meta({ description: '可以办理的步骤；不能办理的，写明理由和依据' }),
  })
  .meta({ id: 'Document' })

/** Links from either side, in the words of that side. */
export const viewOfLink = ({ relation, inverse, row }: RelatedRow) => ({
  relation,
  caption: inverse ? relations[relation].inverse : relations[relation].caption,
  organ: row.organ,
  id: row.id,
  title: row.title,
  docNo: row.docNo,
  publishedOn: row.publishedOn,
  shown: row.shown,
  class: row.class,
})

export async function viewDocument(
  unit: Unit,
  id: string,
  context: DocumentActing,
  calendar: Calendar,
): Promise<z.input<typeof documentSchema> | null> {
  const state = await documentStateOf(unit, id)
  const facts = factsOf(state)
  if (facts === null) return null
  const contentView = async (content: DocumentContent) => {
    const { body, ...metadata } = content
    return {
      ...metadata,
      html: await textOf(unit, body?.hash ?? null),
      missing: missingMetadata(content),
      personal: body?.personal ?? {},
    }
  }
  const view = async <T extends Work | SignedVersion>(of: T) => ({
    ...of,
    content: await contentView(of.content),
  })
  const related = await unit.documents.related(unit.organ, id)
  const { today } = context
  return {
    organ: unit.organ,
    id,
    version: state.version,
    stage: stageOf(state),
    shown: shownOf(state),
    indexNo: state.indexNo,
    validity: validityOn(facts, today),
    chain: documentClasses[facts.class].chain,
    work: state.work && (await view(state.work)),
    versions: await Promise.all(state.versions.map(view)),
    ending: state.ending,
    restricted: state.restricted,
    withdrawn: state.withdrawn,
    imported: state.imported,
    links: related.map((each) => ({
      ...viewOfLink(each),
      stage: each.row.stage,
      ended: each.row.endedAs !== null,
    })),
    meter: meterOf(facts, calendar, today),
    moves: documentMovesOf(state, { ...context, calendar }).map(({ action, refusal }) => ({
      action,
      caption: documentActionCaptions[action],
      open: refusal === null,
      code: refusal?.code ?? null,
      why: refusal?.message ?? null,
      cites: refusal?.cites ?? [],
    })),
  }
}
