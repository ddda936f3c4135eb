/**
 * What is kept of assessments (条例§46), in the log of the organ that assesses: systems of indicators, rounds, a sheet
 * for each organ in a round, questionnaires and what readers answered; and in the log of the organ itself the evidence
 * it filed. Each follows from its own events.
 */

import type { Day } from '../../../law/day.ts'
import { zh } from '../../../law/glossary.ts'
import type { Moment, NewEvent, OrganId, StoredEvent } from '../../ports.ts'
import type { ComposedPart } from './composite.ts'
import type { EvidenceSource } from './evidence-source.ts'
import type { Marks, Occurrence } from './facts.ts'
import type { IndicatorSystem } from './system.ts'

export const assessmentKinds = {
  system: '指标体系',
  round: '考核',
  sheet: '考核表',
  evidence: '佐证材料',
  survey: zh('publicAppraisal'),
  ballots: '社会评议的答卷',
} as const

export type AssessmentKind = keyof typeof assessmentKinds

/** A quarter or a year. */
export interface Period {
  readonly year: number
  /** 1 to 4; null for the whole year. */
  readonly quarter: number | null
}

export interface AssessedOrgan {
  readonly organ: OrganId
  /** Key of its class in the system. */
  readonly class: string
}

/** What somebody found: the organ itself, or the assessor. */
export interface Findings {
  readonly marks: Marks
  readonly vetoes: readonly Occurrence[]
}

export interface Objection {
  readonly id: string
  /** The leaf; the id of a veto where one is objected to. */
  readonly leaf: string
  /** What is objected to; null where the leaf as a whole is. */
  readonly found: string | null
  readonly reason: string
  readonly on: Day
  readonly decision: { readonly upheld: boolean; readonly reason: string; readonly on: Day } | null
}

/** The result of an organ as it was sealed. */
export interface Result {
  readonly organ: OrganId
  readonly class: string
  readonly total: number
  readonly verdict: 'vetoed' | 'failed' | 'passed'
  readonly grade: string | null
  /** With periods, organs below and readers, where the system says so; else the total. */
  readonly composed: number
  /** What that is made of, where the system says so. */
  readonly parts?: readonly ComposedPart[]
  /** Among those of its class; equal scores share a rank. */
  readonly rank: number
}

export interface SurveyQuestion {
  readonly id: string
  readonly text: string
}

interface EventData {
  systemSaved: { readonly system: IndicatorSystem; readonly reason: string }
  systemRetired: { readonly reason: string }
  roundOpened: {
    readonly name: string
    readonly period: Period
    readonly system: IndicatorSystem
    readonly organs: readonly AssessedOrgan[]
    /** Fields drawn for this round, in words. */
    readonly sampled: readonly string[]
    readonly selfBy: Day | null
  }
  roundFedBack: { readonly objectBy: Day }
  /** `sealed`: SHA-256 of the results with the system and every sheet. */
  roundClosed: { readonly results: readonly Result[]; readonly sealed: string }
  noticeDrafted: { readonly title: string; readonly paragraphs: readonly string[] }
  noticePublished: { readonly title: string; readonly paragraphs: readonly string[] }
  lossesTold: { readonly organs: readonly OrganId[] }
  sheetOpened: { readonly round: string; readonly subject: OrganId }
  sheetSelfScored: Findings
  sheetAssessed: Findings
  sheetObjected: Pick<Objection, 'id' | 'leaf' | 'found' | 'reason'>
  sheetDecided: { readonly objection: string; readonly upheld: boolean; readonly reason: string } & Findings
  evidenceFiled: {
    readonly year: number
    readonly system: string
    readonly leaf: string
    readonly caption: string
    readonly what: EvidenceSource
  }
  evidenceRemoved: { readonly reason: string }
  surveyOpened: {
    readonly title: string
    readonly year: number
    readonly questions: readonly SurveyQuestion[]
    readonly organs: readonly OrganId[]
    readonly until: Day
  }
  surveyClosed: { readonly published: boolean }
  ballotCast: {
    readonly survey: string
    readonly subject: OrganId
    readonly answers: Readonly<Record<string, string>>
  }
}

export type AssessmentEventData = EventData
export type AssessmentEventKind = keyof EventData

export type AssessmentEvent = {
  [Kind in AssessmentEventKind]: NewEvent<Kind, EventData[Kind]> & { readonly kind: Kind }
}[AssessmentEventKind]

interface Base {
  readonly state: string
  /** The organ that a sheet or evidence is about. */
  readonly about: string | null
  readonly openedOn: Day
  readonly openedAt: Moment
  readonly due: Day | null
}

export interface SystemFacts extends Base {
  readonly kind: 'system'
  readonly state: 'open' | 'retired'
  readonly system: IndicatorSystem
  /** Every saving, the first first. */
  readonly versions: readonly { readonly number: number; readonly on: Day; readonly reason: string }[]
}

export interface Notice {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly publishedOn: Day | null
}

export interface RoundFacts extends Base, Omit<EventData['roundOpened'], 'selfBy'> {
  readonly kind: 'round'
  readonly state: 'open' | 'fedBack' | 'closed'
  readonly selfBy: Day | null
  readonly objectBy: Day | null
  readonly closedOn: Day | null
  readonly results: readonly Result[]
  readonly sealed: string | null
  readonly notice: Notice | null
  /** Organs whose losses were sent to them. */
  readonly told: readonly OrganId[]
}

export interface SheetFacts extends Base {
  readonly kind: 'sheet'
  readonly state: 'open' | 'selfScored' | 'assessed'
  readonly round: string
  readonly subject: OrganId
  readonly self: Findings | null
  readonly assessed: Findings | null
  readonly objections: readonly Objection[]
}

export interface EvidenceFacts extends Base, EventDataOf<'evidenceFiled'> {
  readonly kind: 'evidence'
  readonly state: 'open' | 'removed'
}

export interface SurveyFacts extends Base, EventDataOf<'surveyOpened'> {
  readonly kind: 'survey'
  readonly state: 'open' | 'closed' | 'published'
}

/** Counted answers: question, then answer. */
export type Tally = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface BallotsFacts extends Base {
  readonly kind: 'ballots'
  readonly state: 'open'
  readonly survey: string
  readonly ballots: number
  readonly tally: Tally
}

type EventDataOf<Kind extends AssessmentEventKind> = EventData[Kind]

export interface FactsByKind {
  system: SystemFacts
  round: RoundFacts
  sheet: SheetFacts
  evidence: EvidenceFacts
  survey: SurveyFacts
  ballots: BallotsFacts
}

export type AssessmentFacts = FactsByKind[AssessmentKind]

type Recorded = AssessmentEvent & Pick<StoredEvent, 'at'>

/** The facts after one more event; null while nothing was opened. Pure. */
export function assessmentAfter(
  _kind: AssessmentKind,
  facts: AssessmentFacts | null,
  stored: StoredEvent,
): AssessmentFacts | null {
  const event = stored as unknown as Recorded
  const begun = opened(event, facts)
  return begun ?? (facts === null ? null : changed(facts, event))
}

function opened(event: Recorded, facts: AssessmentFacts | null): AssessmentFacts | null {
  const base = { about: null, openedOn: event.on, openedAt: event.at, due: null }
  switch (event.kind) {
    case 'systemSaved': {
      const versions = facts?.kind === 'system' ? facts.versions : []
      const version = { number: versions.length + 1, on: event.on, reason: event.data.reason }
      const { openedOn, openedAt } = facts ?? base
      return {
        ...{ ...base, openedOn, openedAt, kind: 'system', state: 'open' },
        ...{ system: event.data.system, versions: [...versions, version] },
      }
    }
    case 'roundOpened':
      return {
        ...{ ...base, ...event.data, kind: 'round', state: 'open', due: event.data.selfBy },
        ...{ objectBy: null, closedOn: null, results: [], sealed: null, notice: null, told: [] },
      }
    case 'sheetOpened':
      return {
        ...{ ...base, ...event.data, kind: 'sheet', state: 'open', about: event.data.subject },
        ...{ self: null, assessed: null, objections: [] },
      }
    case 'evidenceFiled':
      return { ...base, ...event.data, kind: 'evidence', state: 'open' }
    case 'surveyOpened':
      return { ...base, ...event.data, kind: 'survey', state: 'open', due: event.data.until }
    case 'ballotCast': {
      const before = facts?.kind === 'ballots' ? facts : null
      const { survey, subject, answers } = event.data
      const tally = { ...before?.tally }
      for (const [question, answer] of Object.entries(answers))
        tally[question] = { ...tally[question], [answer]: (tally[question]?.[answer] ?? 0) + 1 }
      const { openedOn, openedAt } = before ?? base
      return {
        ...{ ...base, openedOn, openedAt, kind: 'ballots', state: 'open', about: subject },
        ...{ survey, ballots: (before?.ballots ?? 0) + 1, tally },
      }
    }
    default:
      return null
  }
}

function changed(facts: AssessmentFacts, event: Recorded): AssessmentFacts {
  switch (facts.kind) {
    case 'system':
      return event.kind === 'systemRetired' ? { ...facts, state: 'retired' } : facts
    case 'round':
      return roundAfter(facts, event)
    case 'sheet':
      return sheetAfter(facts, event)
    case 'evidence':
      return event.kind === 'evidenceRemoved' ? { ...facts, state: 'removed' } : facts
    case 'survey':
      return event.kind === 'surveyClosed'
        ? { ...facts, state: event.data.published ? 'published' : 'closed' }
        : facts
    case 'ballots':
      return facts
  }
}

function roundAfter(round: RoundFacts, event: Recorded): RoundFacts {
  switch (event.kind) {
    case 'roundFedBack':
      return { ...round, state: 'fedBack', objectBy: event.data.objectBy, due: event.data.objectBy }
    case 'roundClosed':
      return { ...round, ...event.data, state: 'closed', closedOn: event.on, due: null }
    case 'noticeDrafted':
      return { ...round, notice: { ...event.data, publishedOn: null } }
    case 'noticePublished':
      return { ...round, notice: { ...event.data, publishedOn: event.on } }
    case 'lossesTold':
      return { ...round, told: [...new Set([...round.told, ...event.data.organs])] }
    default:
      return round
  }
}

function sheetAfter(sheet: SheetFacts, event: Recorded): SheetFacts {
  switch (event.kind) {
    case 'sheetSelfScored':
      return { ...sheet, state: sheet.state === 'assessed' ? 'assessed' : 'selfScored', self: event.data }
    case 'sheetAssessed':
      return { ...sheet, state: 'assessed', assessed: event.data }
    case 'sheetObjected':
      return { ...sheet, objections: [...sheet.objections, { ...event.data, on: event.on, decision: null }] }
    case 'sheetDecided': {
      const { objection, upheld, reason, marks, vetoes } = event.data
      const objections = sheet.objections.map((each) =>
        each.id === objection ? { ...each, decision: { upheld, reason, on: event.on } } : each,
      )
      return { ...sheet, objections, assessed: { marks, vetoes } }
    }
    default:
      return sheet
  }
}

/** What every kind of event is called in the log. */
export const assessmentEventCaptions: Readonly<Record<AssessmentEventKind, string>> = {
  systemSaved: '保存指标体系',
  systemRetired: '停用指标体系',
  roundOpened: '开展考核',
  roundFedBack: '反馈考核结果',
  roundClosed: '考核办结',
  noticeDrafted: '起草考核通报',
  noticePublished: '公布考核通报',
  lossesTold: '告知各机关失分',
  sheetOpened: '建立考核表',
  sheetSelfScored: '报送自评',
  sheetAssessed: '考核评分',
  sheetObjected: '提出异议',
  sheetDecided: '答复异议',
  evidenceFiled: '留存佐证材料',
  evidenceRemoved: '移出佐证材料',
  surveyOpened: '开展社会评议',
  surveyClosed: '社会评议结束',
  ballotCast: '社会评议答卷',
}
