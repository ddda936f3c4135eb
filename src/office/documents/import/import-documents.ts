/** Takes over what an existing site has published, with the addresses under which it was to be found. */
import type { Calendar } from '../../../law/calendar.ts'
import type { Day } from '../../../law/day.ts'
import { soundDocNumber } from '../../../law/doc-number.ts'
import { allOrNothing, hasFailed } from '../../handling/all-or-nothing.ts'
import { calendarOf } from '../../handling/calendar-of.ts'
import type { Moment, Office, OrganId, Unit } from '../../ports.ts'
import { publishedIdOf } from '../../published/published-id.ts'
import type { Actor } from '../../requests/context.ts'
import { type Body, bodyOf, withoutControls } from '../body.ts'
import type { DocumentClass } from '../classes.ts'
import { textType } from '../draft-document.ts'
import type { DocumentOutcome } from '../handle-document.ts'
import { withIndexNumber } from '../publish-document.ts'
import type { FoundPage, FoundPages, NotUnderstood, SiteSource } from './found-page.ts'

export interface ImportSite {
  readonly organ: OrganId
  readonly found: FoundPages
  /** The class they come in as; those that are another are told so afterwards. */
  readonly class: DocumentClass
  readonly today: Day
  readonly at: Moment
  readonly actor: Actor
  /** Pages before this one were looked at already; their faults and those of the file are not told again. */
  readonly from?: number
  /** How many pages are looked at now; null for all. */
  readonly most?: number | null
  /** Only look, and say what would come in. */
  readonly dryRun: boolean
}

export interface ImportedSite {
  readonly done: boolean
  readonly source: SiteSource
  readonly taken: number
  /** Those that are here already, word for word. */
  readonly same: number
  readonly notUnderstood: readonly NotUnderstood[]
  /** Where to go on; null where every page was looked at. */
  readonly next: number | null
  /** Pages that were understood, each address once. */
  readonly of: number
}

/** Pages taken in at once; more come in further files. */
export const mostPages = 5000

/** Brings in what was understood; what was not is named by its place. A page brought in again becomes a new version. */
export async function importSite(office: Office, importing: ImportSite): Promise<ImportedSite> {
  const { found, organ, dryRun, today, at, actor, from = 0, most = null } = importing
  const notUnderstood: NotUnderstood[] = from === 0 ? [...found.notUnderstood] : []
  const once = new Map(found.pages.slice(0, mostPages).map((page) => [page.address, page]))
  if (from === 0 && found.pages.length > mostPages)
    notUnderstood.push({ where: `第 ${mostPages} 条以后`, message: '条数过多，请分成几个文件导入' })
  const organName = (await office.organs.get(organ))?.name ?? ''
  const calendar = await calendarOf(office, organ)
  let [taken, same] = [0, 0]
  const upTo = most === null ? once.size : Math.min(from + most, once.size)
  for (const page of [...once.values()].slice(from, upTo)) {
    const body = page.html === null ? null : bodyOf(page.html)
    if (body !== null && 'refused' in body) {
      notUnderstood.push({ where: page.where, message: body.message })
      continue
    }
    const row = await office.documents.get(organ, publishedIdOf(page.address))
    if (row !== null && isSame(row, page, body)) {
      same += 1
      continue
    }
    if (row !== null && row.oldAddress === null) {
      notUnderstood.push({ where: page.where, message: '本系统已有同一编号的文件，没有导入' })
      continue
    }
    if (!dryRun) {
      const outcome = await allOrNothing(office, organ, (unit) =>
        importPage(unit, { ...importing, organName, page, body, calendar, context: { today, actor }, at }),
      )
      if (hasFailed(outcome)) {
        const message = 'message' in outcome ? String(outcome.message) : '同时有他人导入，请重试'
        notUnderstood.push({ where: page.where, message })
        continue
      }
    }
    taken += 1
  }
  const next = upTo < once.size ? upTo : null
  return { done: !dryRun, source: found.source, taken, same, notUnderstood, next, of: once.size }
}

const isSame = (
  row: {
    readonly title: string
    readonly docNo: string | null
    readonly length: number
    readonly abstract: string
  },
  page: FoundPage,
  body: Body | null,
): boolean =>
  row.title === page.title &&
  row.docNo === (page.docNo === null ? null : soundDocNumber(page.docNo)) &&
  row.abstract === page.summary &&
  row.length === (body?.facts.length ?? 0)

interface ImportPage extends ImportSite {
  readonly organName: string
  readonly page: FoundPage
  readonly body: Body | null
  readonly calendar: Calendar
  readonly context: { readonly today: Day; readonly actor: Actor }
}

async function importPage(
  unit: Unit,
  { page, body, organ, organName, class: of, found, at, context, calendar }: ImportPage,
): Promise<DocumentOutcome> {
  const document = publishedIdOf(page.address)
  const { docNo, publishedOn, address } = page
  const [title, summary] = [withoutControls(page.title), withoutControls(page.summary)]
  const number = docNo === null ? null : soundDocNumber(docNo)
  const content = {
    // A number in no known form is kept as a word to find it by.
    ...{ docNo: number, keywords: docNo !== null && number === null ? [withoutControls(docNo)] : [] },
    ...{ class: of, title, abstract: summary, issuer: organName, madeOn: publishedOn },
    body: body?.facts ?? null,
  }
  if (body !== null) await unit.blobs.put(new TextEncoder().encode(body.html), textType, at)
  const command = { content, address, publishedOn, source: found.source }
  return withIndexNumber(unit, { organ, document, context, at }, calendar, {
    action: 'importDocument',
    command,
  })
}
