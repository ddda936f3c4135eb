/** The report as a file, in the official form; a draft says that it is one. */
import type { Day } from '../../../law/day.ts'
import { check } from '../../../report/check.ts'
import type { Report } from '../../../report/report.ts'
import { type WriteFormat, write } from '../../../writer/write.ts'
import type { AnnualFiling, Office, OrganRow } from '../../ports.ts'
import { type AnnualAsk, type AnnualHouse, draftAt, noForm, openDesk, registerFor } from './desk.ts'
import type { AnnualRefusal } from './refusal.ts'
import { reportOrganOf } from './report-organ.ts'
import { openSnapshot, reportIn, snapshotIn } from './snapshot.ts'

export const exportTypes: Readonly<Record<WriteFormat, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
}

export interface ExportedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

const draftNote = '本件为编制中的草稿，未经审核公布，不得对外提供。'

const fileOf = async (report: Report, format: WriteFormat, on: Day, mark: string): Promise<ExportedFile> => {
  const { organ, year, publication } = report
  const findings = check(report, publication.publishedOn ? { publishedOn: publication.publishedOn } : {})
  const name = `${organ?.name ?? ''}${year}年政府信息公开工作年度报告${mark}.${format}`
  return {
    name,
    type: exportTypes[format],
    bytes: await write(report, format, { file: name, findings, on }),
  }
}

/** What is shown of it now: the last publication, else what was submitted, else the draft, which is marked. */
export async function exportAnnualReport(
  house: AnnualHouse,
  ask: AnnualAsk,
  format: WriteFormat,
): Promise<ExportedFile | AnnualRefusal> {
  const register = await registerFor(house, ask)
  const found = await house.office.inTransaction(ask.organ.id, async (unit) => {
    const desk = await openDesk(unit, ask)
    const { status, submission, publications } = desk.state
    const last = status === 'published' ? publications.at(-1) : undefined
    const hash =
      last?.snapshot ?? (status === 'submitted' || status === 'accepted' ? submission?.snapshot : null)
    const snapshot = hash ? await openSnapshot(unit.blobs, hash) : null
    if (snapshot !== null)
      return { report: reportIn(snapshot, last?.on ?? null), isDraft: last === undefined }
    const draft = await draftAt(unit, desk, register)
    return draft && { report: draft.report, isDraft: true }
  })
  if (found === null) return noForm(ask.year)
  const { report, isDraft } = found
  return isDraft
    ? fileOf({ ...report, preamble: `${draftNote}\n${report.preamble ?? ''}` }, format, ask.today, '（草稿）')
    : fileOf(report, format, ask.today, '')
}

/** A version of a published report with its organ and row. */
export interface PublishedReport {
  readonly organ: OrganRow
  readonly filing: AnnualFiling
  readonly number: number
  readonly report: Report
}

/** What everybody may read: the version asked for, or the last; null where nothing was made public. */
export async function readPublishedReport(
  { filings }: Pick<Office, 'filings'>,
  organ: OrganRow,
  year: number,
  number?: number,
): Promise<PublishedReport | null> {
  const filing = await filings.of(organ.id, year)
  const wanted = filing?.publications.find((each) => each.number === number) ?? null
  const edition = number === undefined ? (filing?.publications.at(-1) ?? null) : wanted
  if (filing === null || edition === null) return null
  const { snapshot, publishedOn } = edition
  const content = (await filings.snapshots([{ organ: organ.id, snapshot }])).get(snapshot)
  if (content === undefined) return null
  return { organ, filing, number: edition.number, report: reportIn(snapshotIn(content), publishedOn) }
}

export const exportPublished = ({ report, number }: PublishedReport, format: WriteFormat, on: Day) =>
  fileOf(report, format, report.publication.publishedOn ?? on, number > 1 ? `（第${number}版）` : '')

/** Findings of a published report, as the rules have them for its organ. */
export const findingsOfPublished = ({ organ, report }: PublishedReport) => {
  const { kind, mayMakeRules } = reportOrganOf(organ)
  const { publishedOn } = report.publication
  return check(report, { organKind: kind, mayMakeRules, ...(publishedOn && { publishedOn }) })
}
