/** An organ's annual report opened in a unit of work: what happened to it, its texts, and what it is measured by. */
import type { Day } from '../../../law/day.ts'
import type { Report } from '../../../report/report.ts'
import { type ReportDue, reportDueOn } from '../../../report/rules/organ.ts'
import { allOrNothing } from '../../handling/all-or-nothing.ts'
import type { ActorId, Conflict, Moment, Office, OrganRow, StoredEvent, Unit } from '../../ports.ts'
import type { Actor } from '../../requests/context.ts'
import { streamOfReport } from '../../streams.ts'
import { reportsWithin } from '../examined/reports-of-year.ts'
import { compile, type RegisterFigures } from './compile.ts'
import { countingPolicyOf } from './counting-policy.ts'
import { type Draft, draftOf, type Texts } from './draft.ts'
import type { AnnualEvent } from './events.ts'
import { countsOf, gather, type RegisterOfDocuments } from './gather.ts'
import { type AnnualRefusal, refuse } from './refusal.ts'
import { type ReportOrgan, reportOrganOf } from './report-organ.ts'
import { openSnapshot, reportIn } from './snapshot.ts'
import { type AnnualState, foldAnnual } from './state.ts'
import { type AnnualStep, annualGuard, type Filing } from './steps.ts'

/** Which report, and who asks when. */
export interface AnnualAsk {
  readonly organ: OrganRow
  /** The year reported on. */
  readonly year: number
  readonly today: Day
  readonly at: Moment
  readonly actor: ActorId
  /** As what they stand at the organ. */
  readonly standings: readonly Pick<Actor, 'role' | 'scope'>[]
}

export interface AnnualHouse {
  readonly office: Office
  /** Without it the figures of section two are all asked for. */
  readonly register?: RegisterOfDocuments | undefined
}

export interface Desk {
  readonly ask: AnnualAsk
  readonly organ: ReportOrgan
  readonly events: readonly StoredEvent[]
  readonly state: AnnualState
  readonly due: ReportDue
  readonly filing: Filing
  readonly texts: Texts
  readonly previous: Report | null
}

export const dueOfOrgan = (organ: ReportOrgan, year: number): ReportDue => reportDueOn(organ.kind, year)

/** The report that was last made public for a year, or else last submitted; null where there is none. */
export async function reportOfYear(
  { filings, blobs }: Pick<Unit, 'filings' | 'blobs'>,
  organ: string,
  year: number,
): Promise<Report | null> {
  const filing = await filings.of(organ, year)
  const last = filing?.publications.at(-1)
  const hash = last?.snapshot ?? filing?.snapshot ?? null
  const snapshot = hash === null ? null : await openSnapshot(blobs, hash)
  return snapshot && reportIn(snapshot, last?.publishedOn ?? null)
}

/** The organ's own report of a year as it was published elsewhere, put in, read and confirmed; null where it was not. */
const readElsewhere = async (unit: Unit, year: number): Promise<Report | null> =>
  (await reportsWithin(unit, [unit.organ], year)).get(unit.organ)?.report ?? null

export async function openDesk(unit: Unit, ask: AnnualAsk): Promise<Desk> {
  const { organ: row, year, today } = ask
  const organ = reportOrganOf(row)
  const events = await unit.events.load(streamOfReport(year))
  const state = foldAnnual(events)
  const due = dueOfOrgan(organ, year)
  const texts: Record<string, string> = {}
  for (const [key, section] of Object.entries(state.sections)) {
    const text = await openText(unit, section.text)
    if (text !== null) texts[key] = text
  }
  return {
    ask,
    organ,
    events,
    state,
    due,
    filing: { year, today, due: due.day, hasSuperior: row.parent !== null },
    texts,
    previous: (await reportOfYear(unit, row.id, year - 1)) ?? (await readElsewhere(unit, year - 1)),
  }
}

/** A text among the blobs; null where it was erased. */
export async function openText({ blobs }: Pick<Unit, 'blobs'>, hash: string): Promise<string | null> {
  const content = await blobs.open(hash)
  return content === null || 'failure' in content ? null : new TextDecoder().decode(content)
}

/** The report as it stands now; null for a year without a form. */
export async function draftAt(
  unit: Unit,
  { ask, organ, state, texts, previous }: Desk,
  register: RegisterFigures | null,
): Promise<Draft | null> {
  const { year } = ask
  const gathered = await gather(unit.board, ask.organ.id, year)
  const policy = await countingPolicyOf(unit)
  const compiled = compile(year, { ...gathered, register }, state, previous, policy)
  if (compiled === null) return null
  const counts = Object.values(texts).some((text) => text.includes('count/'))
    ? await countsOf(unit, ask.organ.id, year)
    : {}
  return draftOf({ organ, compiled, texts, counts, previous })
}

/** What a register tells of the organ and year; asked outside of a unit, for it may have its own. */
export const registerFor = async ({ register }: AnnualHouse, { organ, year }: AnnualAsk) =>
  (await register?.(organ.id, year)) ?? null

export const noForm = (year: number): AnnualRefusal =>
  refuse('noForm', `${year}年没有统一的年度报告格式，不能在此编制。`, '年报格式2019')

export interface Changed {
  readonly refused: false
  readonly version: number
  readonly state: AnnualState
}

export type ChangeOutcome = Changed | AnnualRefusal | Conflict

type Decided = { readonly refused: false; readonly events: readonly AnnualEvent[] } | AnnualRefusal

/**
 * Takes a step with the report, if it is open to whoever asks. `seen`: version of the report they have looked at;
 * another version now is a conflict. After a refusal or a conflict nothing is kept.
 */
export async function changeReport(
  { office }: AnnualHouse,
  ask: AnnualAsk,
  step: AnnualStep,
  decide: (desk: Desk, unit: Unit) => Promise<Decided> | Decided,
  seen?: number,
): Promise<ChangeOutcome> {
  return allOrNothing(office, ask.organ.id, async (unit): Promise<ChangeOutcome> => {
    const desk = await openDesk(unit, ask)
    const { state, filing } = desk
    const stream = streamOfReport(ask.year)
    const refusal = annualGuard(step, state, filing, ask.standings)
    if (refusal !== null) return refusal
    if (seen !== undefined && seen !== state.version)
      return { failure: 'conflict', stream, expected: seen, actual: state.version }
    const decision = await decide(desk, unit)
    if (decision.refused) return decision
    return recordChange(unit, desk, decision.events)
  })
}

/** Appends to the report's stream. */
export async function recordChange(
  unit: Unit,
  { ask, state }: Desk,
  events: readonly AnnualEvent[],
): Promise<Changed | Conflict> {
  const by = { actor: ask.actor, at: ask.at }
  const stored = await unit.events.append(streamOfReport(ask.year), state.version, events, by)
  if ('failure' in stored) return stored
  const now = foldAnnual(stored, state)
  return { refused: false, version: now.version, state: now }
}
