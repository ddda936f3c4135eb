/**
 * 汇总: the reports of the organs below one, and its own cases once, added up cell by cell (条例§49¶2). Of an organ that
 * works here it is the report that was accepted or made public; of another the one that was read and confirmed. Nothing
 * is made up for those that are wanting, and a published total that disagrees is told, never changed.
 */

import { editionFor } from '../../../report/editions/index.ts'
import type { EditionId } from '../../../report/form.ts'
import { checkHierarchy } from '../../../report/hierarchy.ts'
import { type Merged, merge } from '../../../report/merge.ts'
import type { Finding, Report } from '../../../report/report.ts'
import type { AnnualFiling, Office, OrganId, OrganRow, Unit } from '../../ports.ts'
import {
  type AnnualAsk,
  type AnnualHouse,
  type Desk,
  draftAt,
  openDesk,
  registerFor,
} from '../annual/desk.ts'
import { snapshotIn, tablesIn } from '../annual/snapshot.ts'
import { reportsOfYear } from '../examined/reports-of-year.ts'

/** Where the report of an organ was taken from. */
export const sumSources = {
  live: '本机关的申请件和填报的数字',
  own: '在本系统报送的报告',
  outside: '收存并确认的报告',
  none: '没有报告',
} as const

export type SumSource = keyof typeof sumSources

/** An organ that was to be added, and what of it was. */
export interface SumPart {
  readonly organ: Pick<OrganRow, 'id' | 'name'>
  readonly source: SumSource
  /** Why it is not in the sum, or not as it might be; null where there is nothing to say. */
  readonly remark: string | null
}

export interface ReportSum {
  readonly year: number
  readonly edition: EditionId
  readonly merged: Merged
  readonly parts: readonly SumPart[]
  /** The report that the organ itself submitted or published for all; null where there is none. */
  readonly total: Report | null
  /** Where that report and the sum differ. */
  readonly findings: readonly Finding[]
}

/** An organ's part with its report; null where it has none that counts. */
export interface Found {
  readonly part: SumPart
  readonly report: Report | null
}

/** The snapshot that counts: what is public, else what was accepted. What is only submitted may yet be returned. */
const countingSnapshot = ({ status, publications, snapshot }: AnnualFiling): string | null =>
  publications.at(-1)?.snapshot ?? (status === 'accepted' ? snapshot : null)

/** `organs`: those below the organ of `ask` that are to be added; that organ itself is, once. Null without a form. */
export async function sumReports(
  house: AnnualHouse,
  ask: AnnualAsk,
  organs: readonly OrganRow[],
): Promise<ReportSum | null> {
  const { office } = house
  const { year, organ } = ask
  const edition = editionFor(year)
  if (edition === null) return null
  const below = organs.filter(({ id }) => id !== organ.id)
  const found = [await ownPart(house, ask), ...(await partsBelow(office, organ.id, below, year))]
  const named = distinctNames(found)
  const reports = named.flatMap(({ report }) => (report === null ? [] : [report]))
  const missing = named.filter(({ report }) => report === null)
  const merged = withMissing(merge(reports, edition.id, year), missing)
  const total = await totalOf(office, organ, year)
  return {
    year,
    edition: edition.id,
    merged,
    parts: named.map(({ part }) => part),
    total,
    // A part that is wanting makes every comparison open, as a refused report does.
    findings: total === null || missing.length > 0 ? [] : checkHierarchy(total, reports),
  }
}

/** The organ's own cases and figures, as they are now: never its report for all, which has those below in it. */
async function ownPart(house: AnnualHouse, ask: AnnualAsk): Promise<Found> {
  const register = await registerFor(house, ask)
  const { id, name } = ask.organ
  const draft = await house.office.inTransaction(id, async (unit) =>
    draftAt(unit, await ownDesk(unit, ask), register),
  )
  const asked = draft?.compiled.asked.length ?? 0
  return {
    part: {
      organ: { id, name },
      source: 'live',
      remark: asked === 0 ? null : `有 ${asked} 格尚待填报。`,
    },
    report: draft?.report ?? null,
  }
}

/** The organ's report as of its own cases, whether or not it has adopted a sum. */
async function ownDesk(unit: Unit, ask: AnnualAsk): Promise<Desk> {
  const desk = await openDesk(unit, ask)
  return { ...desk, state: { ...desk.state, sum: null } }
}

/** Of each organ the report of the year that counts: in the order of the organs. */
export async function partsBelow(
  office: Office,
  at: OrganId,
  organs: readonly OrganRow[],
  year: number,
): Promise<readonly Found[]> {
  const ids = organs.map(({ id }) => id)
  const filings = new Map((await office.filings.ofYear(ids, year)).map((row) => [row.organ, row]))
  const wanted = [...filings.values()].flatMap((filing) => {
    const snapshot = countingSnapshot(filing)
    return snapshot === null ? [] : [{ organ: filing.organ, snapshot }]
  })
  const contents = await office.filings.snapshots(wanted)
  const hashes = new Map(wanted.map(({ organ, snapshot }) => [organ, snapshot]))
  const rest = ids.filter((id) => !hashes.has(id))
  const outside = rest.length === 0 ? new Map() : await reportsOfYear(office, at, rest, year)
  return organs.map(({ id, name }): Found => {
    const content = contents.get(hashes.get(id) ?? '')
    const organ = { id, name }
    if (content !== undefined)
      return { part: { organ, source: 'own', remark: null }, report: tablesIn(snapshotIn(content)) }
    const read = outside.get(id)
    if (read !== undefined) return { part: { organ, source: 'outside', remark: null }, report: read.report }
    const status = filings.get(id)?.status
    const remark =
      status === 'submitted' ? '已经报送，尚未通过，没有计入。' : '没有通过或者公布的报告，没有计入。'
    return { part: { organ, source: 'none', remark }, report: null }
  })
}

/** Organs go by their own names here, whatever a report printed; two of one name are told apart. */
function distinctNames(found: readonly Found[]): readonly Found[] {
  const names = Map.groupBy(found, ({ part }) => part.organ.name)
  return found.map(({ part, report }) => {
    const { id, name } = part.organ
    const own = names.get(name)!.length > 1 ? `${name}（${id}）` : name
    return { part, report: report && { ...report, organ: { name: own, kind: report.organ?.kind ?? null } } }
  })
}

/** What nobody reported is wanting in every cell. */
function withMissing(merged: Merged, missing: readonly Found[]): Merged {
  if (missing.length === 0) return merged
  const absent = missing.map(({ part }) => ({
    organ: part.organ.name,
    shows: 'absent' as const,
    ...(part.remark !== null && { reason: part.remark }),
  }))
  return {
    ...merged,
    cells: merged.cells.map((cell) => ({
      ...cell,
      partial: true,
      missing: [...cell.missing, ...absent],
    })),
    readings: {},
  }
}

/** The report that the organ has submitted, published or had read from elsewhere, for itself and those below. */
async function totalOf(office: Office, { id }: OrganRow, year: number): Promise<Report | null> {
  const filing = await office.filings.of(id, year)
  const hash = filing?.publications.at(-1)?.snapshot ?? filing?.snapshot ?? null
  const content = hash && (await office.filings.snapshots([{ organ: id, snapshot: hash }])).get(hash)
  const own = content ? snapshotIn(content) : null
  // Of its own cases alone it is a part and no total.
  if (own?.cells.some(({ origin }) => origin === 'summed')) return tablesIn(own)
  return (await reportsOfYear(office, id, [id], year)).get(id)?.report ?? null
}
