/** The report as it stands now: tables, prose with its figures, what is found in it and what is still wanting. Pure. */
import { chineseNumeral } from '../../../law/chinese-numeral.ts'
import { check } from '../../../report/check.ts'
import { claimsIn } from '../../../report/claims.ts'
import type { SectionNumber } from '../../../report/form.ts'
import { type FigureSource, type RenderedProse, render } from '../../../report/prose.ts'
import type { Finding, Report } from '../../../report/report.ts'
import type { Compiled } from './compile.ts'
import { type FindingCounts, type SectionKey, sectionKeys } from './events.ts'
import { personalKindsIn } from './personal-text.ts'
import type { Obstacle } from './refusal.ts'
import type { ReportOrgan } from './report-organ.ts'

export type Texts = Readonly<Partial<Record<SectionKey, string>>>

export interface Draft {
  readonly compiled: Compiled
  readonly prose: Readonly<Record<SectionKey, RenderedProse>>
  readonly report: Report
  /** What is wrong or cannot be decided; what holds is left out. */
  readonly findings: readonly Finding[]
  /** What has to be put right before it can be submitted. */
  readonly obstacles: readonly Obstacle[]
}

export interface DraftOf {
  readonly organ: ReportOrgan
  readonly compiled: Compiled
  readonly texts: Texts
  readonly counts: Readonly<Record<string, number>>
  /** The same organ's report for the year before. */
  readonly previous: Report | null
}

const numberOf = (key: SectionKey): SectionNumber | null =>
  key === 'preamble' ? null : (Number(key) as SectionNumber)

export const sourceIn = (
  report: Pick<Report, 'edition' | 'readings'>,
  counts: FigureSource['counts'] = {},
): FigureSource | null =>
  report.edition === '2019' || report.edition === '2021'
    ? { edition: report.edition, readings: report.readings, counts }
    : null

/** Sections that have to say something; the others are tables, or may be empty. */
const mustSay: readonly SectionKey[] = ['1', '5', '6']

export function draftOf({ organ, compiled, texts, counts, previous }: DraftOf): Draft {
  const { year, edition, forms, readings, asked } = compiled
  const now: FigureSource = { edition: edition.id, readings, counts }
  const last = previous && sourceIn(previous)
  const prose = Object.fromEntries(
    sectionKeys.map((key) => [key, render(texts[key] ?? '', now, last)]),
  ) as Record<SectionKey, RenderedProse>
  const sections = edition.sections.map(({ number, title }) => ({
    number,
    title,
    text: prose[String(number) as SectionKey].text,
  }))
  const report: Report = {
    organ: { name: organ.name, kind: organ.kind },
    year,
    edition: edition.id,
    script: 'simplified',
    ...(prose.preamble.text !== '' && { preamble: prose.preamble.text }),
    sections,
    forms,
    readings,
    claims: sections.flatMap(({ number, text }) => claimsIn({ number, text }, { year, organ: organ.name })),
    publication: { publisher: organ.name },
  }
  const findings = check(report, {
    ...(previous !== null && { previous }),
    organKind: organ.kind,
    mayMakeRules: organ.mayMakeRules,
  })
  return {
    compiled,
    prose,
    report,
    findings,
    obstacles: [
      ...asked.map(({ key, caption }) => ({ about: key, message: `${caption}：尚未填报；没有的请填 0。` })),
      ...sectionKeys.flatMap((key) => prose[key].faults.map(({ message }) => ({ about: key, message }))),
      ...mustSay
        .filter((key) => prose[key].text.trim() === '')
        .map((key) => ({ about: key, message: `第${chineseNumeral(numberOf(key)!)}部分还没有内容。` })),
      ...sectionKeys.flatMap((key) => personalObstacles(key, prose[key].text)),
      ...findings
        .filter(({ severity, verdict }) => severity === 'error' && verdict === 'broken')
        .map(({ cells, message }) => ({ about: cells[0] ?? '', message })),
    ],
  }
}

const personalObstacles = (key: SectionKey, text: string): readonly Obstacle[] =>
  personalKindsIn(text).map((kind) => ({
    about: key,
    message: `正文中有${kind}，不得公开，请删去。`,
  }))

/** How many findings there are of each weight. */
export const countFindings = (findings: readonly Finding[]): FindingCounts => {
  const of = (severity: Finding['severity']) => findings.filter((each) => each.severity === severity).length
  return { error: of('error'), warning: of('warning'), note: of('note') }
}

/** The section in which the sentence of a finding stands; null where it has none or stands nowhere. */
export const sectionOfFinding = (report: Report, { sentence }: Finding): SectionNumber | null =>
  sentence === undefined
    ? null
    : (report.sections.find(({ text }) => text.includes(sentence))?.number ?? null)
