/** A document as everybody reads it: the whole of it, or the stone that is left. */
import { z } from 'zod'
import type { Day } from '../../../law/day.ts'
import { pathOfDocument } from '../../../office/documents/address.ts'
import { documentClasses } from '../../../office/documents/classes.ts'
import { withdrawalReasons } from '../../../office/documents/life/events.ts'
import { isReadable, type PublishedDocument } from '../../../office/documents/read-published.ts'
import { validityOn } from '../../../office/documents/validity.ts'
import { closedNote, closureOf } from '../../../office/organs/organ.ts'
import type { DocumentRow, InterpretationOf, Office, OrganRow, Page } from '../../../office/ports.ts'
import { daySchema, listOf } from '../../http/schemas.ts'
import { actSchema, documentWords, linkSchema, metadataSchema } from './schemas.ts'
import { viewOfLink } from './view-document.ts'

const count = z.number().int()

const common = {
  organ: z.string(),
  publisher: z.string().meta({ description: '发布机构' }),
  id: z.string(),
  path: z.string().meta({ description: '本站的页面' }),
  indexNo: z.string().nullable(),
  publishedOn: daySchema.nullable(),
}

/** A row of a public list. */
export const publishedRowSchema = metadataSchema
  .extend({
    ...common,
    classCaption: z.string(),
    validity: documentWords.validity.nullable(),
    updatedOn: daySchema.nullable(),
    excerpt: z.string(),
    address: z.string().nullable().meta({ description: '原站点的网址；正文只在那里的' }),
    interpretation: z.string().nullable().meta({ description: '解读的页面' }),
    publisherClosed: z.string().nullable().meta({ description: '发布机构已经撤销的说明' }),
  })
  .meta({ id: 'PublishedRow' })

/** Whose it is, and what stands behind the name where the organ is no more. */
export interface Publisher {
  readonly name: string
  readonly closed: string | null
}

export async function publisherOf({ organs }: Pick<Office, 'organs'>, row: OrganRow): Promise<Publisher> {
  const heir = closureOf(row)?.successor
  const name = heir == null ? undefined : (await organs.get(heir))?.name
  return { name: row.name, closed: closedNote(row, () => name) }
}

/** The same for all organs, in one query. */
export async function publishersOf({ organs }: Pick<Office, 'organs'>) {
  const rows = await organs.all()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const found = new Map<string, Publisher>(
    rows.map((row) => [row.id, { name: row.name, closed: closedNote(row, (id) => names.get(id)) }]),
  )
  return (id: string): Publisher => found.get(id) ?? { name: '', closed: null }
}

export const viewOfPublishedRow = (
  row: DocumentRow,
  publisher: Publisher,
  today: Day,
  interpretation: InterpretationOf | undefined,
) => ({
  ...row,
  publisher: publisher.name,
  publisherClosed: publisher.closed,
  interpretation:
    interpretation === undefined ? null : pathOfDocument(interpretation.organ, interpretation.id),
  path: pathOfDocument(row.organ, row.id),
  classCaption: documentClasses[row.class].caption,
  validity: validityOn(row, today),
  address: row.length === 0 ? row.oldAddress : null,
})

/** Rows of a public list; whatever else a query found is not in it. */
export async function viewOfPublishedPage(
  office: Pick<Office, 'organs' | 'documents'>,
  page: Page<DocumentRow>,
  today: Day,
) {
  const rows = page.rows.filter(isReadable)
  const [publisher, interpretations] = await Promise.all([
    publishersOf(office),
    office.documents.interpretations(rows.map(({ id }) => id)),
  ])
  const first = new Map(interpretations.toReversed().map((each) => [each.of, each]))
  return {
    ...page,
    rows: rows.map((row) => viewOfPublishedRow(row, publisher(row.organ), today, first.get(row.id))),
  }
}

export const publishedDocumentSchema = z
  .object({
    ...common,
    shown: z.enum(['whole', 'tombstone']),
    title: z.string(),
    docNo: z.string().nullable(),
    tombstone: z
      .object({
        on: daySchema,
        reason: z.string(),
        told: z.string(),
        final: z.boolean().meta({ description: '已经撤下；暂时限制查看的为 false' }),
      })
      .nullable()
      .meta({ description: '已经撤下或者暂时限制查看的说明' }),
    document: publishedRowSchema
      .extend({
        version: count,
        current: z.boolean().meta({ description: '是否现行版本' }),
        html: z.string().nullable(),
        files: listOf(z.object({ id: z.string(), name: z.string(), type: z.string(), size: count })),
        ending: z
          .object({
            as: documentWords.validity,
            by: z.string().nullable(),
            document: z.string().optional().meta({ description: '该文件的编号，在本系统的' }),
            because: z.string(),
            on: daySchema,
          })
          .nullable(),
        acts: listOf(actSchema),
        versions: listOf(z.object({ number: count, publishedOn: daySchema.nullable(), title: z.string() })),
        related: listOf(linkSchema.extend({ path: z.string() })),
      })
      .nullable(),
  })
  .meta({ id: 'PublishedDocument' })

export function viewPublished(
  { row, state, version, versions, html, related }: PublishedDocument,
  publisher: Publisher,
  today: Day,
): z.input<typeof publishedDocumentSchema> {
  const { organ, id, title, docNo, indexNo, publishedOn } = row
  const path = pathOfDocument(organ, id)
  const told = { organ, publisher: publisher.name, id, path, indexNo, publishedOn, title, docNo }
  if (version === null) return { ...told, shown: 'tombstone', tombstone: stoneOf(row), document: null }
  const onSite = ({ acts }: typeof version) => acts.find(({ channel }) => channel === 'website')?.on ?? null
  const content = { ...row, ...version.content, updatedOn: onSite(version) }
  return {
    ...told,
    shown: 'whole',
    tombstone: null,
    document: {
      ...viewOfPublishedRow(content, publisher, today, interpretationIn(related)),
      version: version.number,
      current: version.number === versions[0]?.number,
      html,
      files: version.files.filter(({ cleared }) => cleared),
      ending: state.ending,
      acts: version.acts,
      versions: versions.map((each) => ({
        number: each.number,
        publishedOn: onSite(each),
        title: each.content.title,
      })),
      related: related.map((each) => ({
        ...viewOfLink(each),
        path: pathOfDocument(each.row.organ, each.row.id),
      })),
    },
  }
}

/** Among what is bound to it: what says of itself that it interprets it. */
const interpretationIn = (related: PublishedDocument['related']): InterpretationOf | undefined => {
  const found = related.find(({ relation, inverse }) => relation === 'interprets' && inverse)?.row
  return found && { of: '', organ: found.organ, id: found.id }
}

function stoneOf({ withdrawn, restrictedOn }: DocumentRow) {
  if (withdrawn !== null)
    return {
      on: withdrawn.on,
      reason: withdrawalReasons[withdrawn.reason],
      told: withdrawn.told,
      final: true,
    }
  const told = '该信息正在核查，暂时不能查看；核查结束后恢复或者说明结果。'
  return restrictedOn === null ? null : { on: restrictedOn, reason: '暂时限制查看', told, final: false }
}
