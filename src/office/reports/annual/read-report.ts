/** An annual report as it is shown: every cell with its origin, every section with what is found in it. */

import { check } from '../../../report/check.ts'
import { claimsIn } from '../../../report/claims.ts'
import { editions } from '../../../report/editions/index.ts'
import { type Cell, cells, type Edition, spokenCell } from '../../../report/form.ts'
import { outlineOf, type Part, phrasesOf } from '../../../report/outline.ts'
import { type RenderedProse, type Unbound, unbound } from '../../../report/prose.ts'
import type { Finding, Report } from '../../../report/report.ts'
import { copied, similarity } from '../../../report/similarity.ts'
import { calendarOf } from '../../handling/calendar-of.ts'
import type { Unit } from '../../ports.ts'
import type { AskedCell, CompiledCell } from './compile.ts'
import { countingPolicyOf, ownChoices } from './counting-policy.ts'
import {
  type AnnualAsk,
  type AnnualHouse,
  type Desk,
  draftAt,
  noForm,
  openDesk,
  openText,
  registerFor,
} from './desk.ts'
import { type Draft, sectionOfFinding, sourceIn, type Texts } from './draft.ts'
import { type Deadline, deadlineOf } from './due.ts'
import { type SectionKey, sectionKeys } from './events.ts'
import { countedTables, isItem } from './figures.ts'
import type { AnnualRefusal, Obstacle } from './refusal.ts'
import { openSnapshot, reportIn, type Snapshot } from './snapshot.ts'
import type { AnnualState, AsideText, CellNote, Correction, Figure } from './state.ts'
import { type AnnualMove, annualMoves } from './steps.ts'

/** A cell as it is shown. */
export interface CellView extends CompiledCell {
  readonly correction: Correction | null
  readonly note: CellNote | null
  /** Who entered the figure; null where nobody did. */
  readonly entry: Figure | null
  /** How it may be changed: `enter` a figure, `correct` what was counted; null for sums. */
  readonly change: 'enter' | 'correct' | null
  /** Whether there is a list of cases behind it. */
  readonly counted: boolean
}

export interface SectionView {
  readonly key: SectionKey
  readonly title: string
  readonly content: 'prose' | 'tables'
  /** As it was written, with its live figures. */
  readonly text: string
  readonly rendered: RenderedProse
  /** How often it was written; 0: not yet. */
  readonly version: number
  readonly writtenBy: string | null
  readonly asides: readonly (AsideText & { readonly words: string })[]
  readonly unbound: readonly Unbound[]
  readonly outline: ReturnType<typeof outlineOf>
  /** A paragraph to begin with; null where there is none. */
  readonly phrase: string | null
  /** Last year's text, how alike the two are, and the sentences taken over; null where it is not known. */
  readonly lastYear: {
    readonly text: string
    readonly similarity: number
    readonly copied: readonly string[]
  } | null
}

export type PlacedFinding = Finding & { readonly section: number | null }

export interface AnnualView {
  readonly year: number
  readonly edition: Edition
  readonly state: AnnualState
  readonly deadline: Deadline
  /** `live`: as the cases are now; `snapshot`: as it was submitted. */
  readonly basis: 'live' | 'snapshot'
  readonly report: Report
  readonly cells: readonly CellView[]
  readonly asked: readonly AskedCell[]
  readonly sections: readonly SectionView[]
  readonly findings: readonly PlacedFinding[]
  /** What stands in the way of submission; empty for a snapshot. */
  readonly obstacles: readonly Obstacle[]
  readonly moves: readonly AnnualMove[]
  /** What the organ counts by a choice of its own, a sentence each. */
  readonly counting: readonly string[]
}

const settled = new Set(['submitted', 'accepted', 'published'])

/**
 * The report of the year; refused for a year without a form. `basis`: by default what the stage is about. `typed`:
 * sections as they would be, to look at before they are kept.
 */
export async function readAnnualReport(
  house: AnnualHouse,
  ask: AnnualAsk,
  basis?: 'live' | 'snapshot',
  typed: Texts = {},
): Promise<AnnualView | AnnualRefusal> {
  const register = await registerFor(house, ask)
  const calendar = await calendarOf(house.office, ask.organ.id)
  return house.office.inTransaction(ask.organ.id, async (unit) => {
    const opened = await openDesk(unit, ask)
    const desk = { ...opened, texts: { ...opened.texts, ...typed } }
    const { state } = desk
    const wanted = basis ?? (settled.has(state.status) ? 'snapshot' : 'live')
    const snapshot =
      wanted === 'snapshot' && state.submission !== null
        ? await openSnapshot(unit.blobs, state.submission.snapshot)
        : null
    const shown = snapshot === null ? await liveReport(unit, desk, register) : submittedReport(desk, snapshot)
    if ('refused' in shown) return shown
    const { report, found, findings } = shown
    return {
      year: ask.year,
      edition: editions[report.edition as Edition['id']],
      state,
      deadline: deadlineOf(desk.due, calendar, ask.today),
      basis: snapshot === null ? 'live' : 'snapshot',
      report,
      cells: found.map((cell) => cellView(cell, state)),
      asked: shown.asked,
      sections: await Promise.all(sectionKeys.map((key) => sectionView(unit, desk, shown, key))),
      findings: findings.map((finding) => ({ ...finding, section: sectionOfFinding(report, finding) })),
      obstacles: shown.obstacles,
      moves: annualMoves(state, desk.filing, ask.standings),
      counting: ownChoices(await countingPolicyOf(unit)),
    }
  })
}

interface Shown extends Pick<Draft, 'report' | 'findings' | 'obstacles'> {
  readonly found: readonly CompiledCell[]
  readonly asked: readonly AskedCell[]
  readonly prose: Draft['prose']
  readonly written: Snapshot['written']
}

async function liveReport(
  unit: Unit,
  desk: Desk,
  register: Awaited<ReturnType<typeof registerFor>>,
): Promise<Shown | AnnualRefusal> {
  const draft = await draftAt(unit, desk, register)
  if (draft === null) return noForm(desk.ask.year)
  const { compiled, ...rest } = draft
  return { ...rest, found: compiled.cells, asked: compiled.asked, written: desk.texts }
}

function submittedReport({ organ, previous }: Desk, snapshot: Snapshot): Shown {
  const report = reportIn(snapshot)
  const captions = new Map(
    cells(editions[snapshot.edition].tables).map((cell) => [cell.key, spokenCell(cell) || cell.key]),
  )
  const plain = (text: string): RenderedProse => ({ text, figures: [], faults: [] })
  const textOf = (key: SectionKey): string =>
    key === 'preamble'
      ? snapshot.preamble
      : (snapshot.sections.find(({ number }) => String(number) === key)?.text ?? '')
  return {
    report,
    found: snapshot.cells.map((cell) => ({ ...cell, caption: captions.get(cell.key) ?? cell.key })),
    asked: [],
    prose: Object.fromEntries(sectionKeys.map((key) => [key, plain(textOf(key))])) as Draft['prose'],
    written: snapshot.written,
    findings: check(report, {
      ...(previous !== null && { previous }),
      organKind: organ.kind,
      mayMakeRules: organ.mayMakeRules,
    }),
    obstacles: [],
  }
}

/** Sums follow from their parts, and what was added up from the reports that were. */
function changeOf({ origin }: CompiledCell, place: Cell, isSum: boolean): CellView['change'] {
  if (!isItem(place) || origin === 'summed') return null
  if (!countedTables.has(place.table.key)) return 'enter'
  return isSum ? null : 'correct'
}

const formCells = new Map(
  Object.values(editions).flatMap(({ tables }) => cells(tables).map((cell) => [cell.key, cell] as const)),
)

function cellView(cell: CompiledCell, { figures, corrections, notes, sum }: AnnualState): CellView {
  const { key } = cell
  const place = formCells.get(key)!
  const counted = countedTables.has(place.table.key) && cell.origin !== 'summed'
  return {
    ...cell,
    correction: corrections[key] ?? null,
    note: notes[key] ?? null,
    entry: (sum === null ? figures : sum.entered)[key] ?? null,
    change: changeOf(cell, place, sum !== null),
    counted,
  }
}

const titleOf = (report: Report, key: SectionKey): string =>
  key === 'preamble' ? '引言' : (report.sections.find(({ number }) => String(number) === key)?.title ?? '')

const partOf = (key: SectionKey): Part => (key === 'preamble' ? key : (Number(key) as Part))

async function sectionView(
  unit: Unit,
  { ask, organ, state, previous }: Desk,
  { report, prose, written }: Shown,
  key: SectionKey,
): Promise<SectionView> {
  const part = partOf(key)
  const rendered = prose[key]
  const section = state.sections[key]
  const source = sourceIn(report)
  const claims =
    part === 'preamble' ? [] : claimsIn({ number: part, text: rendered.text }, { year: ask.year })
  const before =
    part === 'preamble' ? previous?.preamble : previous?.sections.find(({ number }) => number === part)?.text
  const asides: (AsideText & { words: string })[] = []
  for (const aside of state.asides[key] ?? [])
    asides.push({ ...aside, words: (await openText(unit, aside.text)) ?? '' })
  return {
    key,
    title: titleOf(report, key),
    content: part === 'preamble' || [1, 5, 6].includes(part) ? 'prose' : 'tables',
    text: written[key] ?? '',
    rendered,
    version: section?.version ?? 0,
    writtenBy: section?.by ?? null,
    asides,
    unbound: source === null ? [] : unbound(rendered, claims, source),
    outline: outlineOf(part, organ.kind, rendered.text),
    phrase: phrasesOf(ask.year, organ.name, organ.record.office)[part] ?? null,
    lastYear:
      before === undefined
        ? null
        : {
            text: before,
            similarity: similarity(rendered.text, before),
            copied: copied(rendered.text, before),
          },
  }
}
