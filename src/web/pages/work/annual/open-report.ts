import { data } from 'react-router'
import type { Reading, Readings } from '../../../../report/reading.ts'
import type { Finding } from '../../../../report/report.ts'
import type { Api } from '../../../desk/api.ts'
import { type PlacedFinding, placeFindings } from '../reports/findings-order.ts'
import { told } from '../told.ts'
import type { AnnualFinding, AnnualReport } from './annual-words.ts'

interface Of {
  readonly organ: string
  readonly year: string
}

/** The parameters of the API; a year that is none leads nowhere. */
export function annualParams({ organ, year }: Of): { readonly organ: string; readonly year: number } {
  if (!/^20\d\d$/.test(year)) throw data(null, { status: 404 })
  return { organ, year: Number(year) }
}

/** The report of the address; a year before there was a form has none. */
export async function openReport(api: Api, of: Of, basis?: 'live' | 'snapshot'): Promise<AnnualReport> {
  const called = await api.call('readAnnualReport', {
    params: annualParams(of),
    ...(basis !== undefined && { query: { basis } }),
  })
  if (!called.ok && called.problem.status === 409) throw data(null, { status: 404 })
  return told(called)
}

/** The figures by cell, as the form shows them. */
export const readingsIn = (cells: AnnualReport['cells']): Readings =>
  Object.fromEntries(
    cells.map(({ key, kind, value, raw }) => [key, { kind, value, raw } as unknown as Reading]),
  )

/** A finding as its card takes it. */
export const findingIn = ({ sentence, left, right, section: _, ...rest }: AnnualFinding): Finding => ({
  ...(rest as Omit<Finding, 'sentence' | 'left' | 'right'>),
  ...(sentence !== null && { sentence }),
  ...(left !== null && { left }),
  ...(right !== null && { right }),
})

/** A finding with its number and its section, the same on every page of the report. */
export type PlacedInSection = PlacedFinding & { readonly section: number | null }

/** The findings in the order in which they are told. */
export function placedIn({
  findings,
  cells,
}: Pick<AnnualReport, 'findings' | 'cells'>): readonly PlacedInSection[] {
  const sections = new Map(findings.map((finding) => [findingIn(finding), finding.section]))
  return placeFindings([...sections.keys()], readingsIn(cells)).map((placed) => ({
    ...placed,
    section: sections.get(placed.finding) ?? null,
  }))
}

/** Whether a step is open now, to whoever asked. */
export const isOpen = ({ moves }: Pick<AnnualReport, 'moves'>, step: AnnualReport['moves'][number]['step']) =>
  moves.some((move) => move.step === step && move.open)
