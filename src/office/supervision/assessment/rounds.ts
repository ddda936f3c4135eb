/** A round of assessment (条例§46): opened over organs by class, scored, fed back, objected to, closed with its result. */
import { type Day, formatChinese } from '../../../law/day.ts'
import { allOrNothing } from '../../handling/all-or-nothing.ts'
import type { Office, OrganId } from '../../ports.ts'
import { refuse } from '../refusal.ts'
import { findingsRefusal } from './check-findings.ts'
import type { Marks } from './facts.ts'
import {
  type Acting,
  change,
  changeWithin,
  incomplete,
  isRow,
  nothingThere,
  type Outcome,
  personalIn,
  type Row,
  readAll,
  readOne,
  wrongStage,
} from './keep.ts'
import type { AssessedOrgan, Findings, Period, Result, RoundFacts, SheetFacts } from './record.ts'
import { gradeOf, isOpen, type Score, score } from './score.ts'
import { allLeaves, type IndicatorSystem } from './system.ts'
import { standingOf } from './year-result.ts'

export const roundStates: Readonly<Record<RoundFacts['state'], string>> = {
  open: '评分中',
  fedBack: '已反馈，听取异议',
  closed: '已办结',
}

export const sheetStates: Readonly<Record<SheetFacts['state'], string>> = {
  open: '待自评',
  selfScored: '已自评',
  assessed: '已评分',
}

export const sheetId = (round: string, organ: OrganId): string => `${round}.${organ}`

export const nameOfPeriod = ({ year, quarter }: Period): string =>
  quarter === null ? `${year}年度` : `${year}年第${'一二三四'[quarter - 1]}季度`

export interface OpenRound extends Acting {
  readonly id: string
  readonly system: IndicatorSystem
  readonly period: Period
  readonly organs: readonly AssessedOrgan[]
  readonly sampled: readonly string[]
  readonly selfBy: Day | null
}

/** Opens a round with a sheet for each organ, all below the one that assesses. */
export async function openRound(office: Office, opening: OpenRound): Promise<Outcome<'round'>> {
  const { organ, id, on, by, system, period, organs, sampled, selfBy } = opening
  if (organs.length === 0) return incomplete('请至少选择一个被考核的机关。')
  if (selfBy !== null && selfBy < on)
    return refuse('badDays', '自评的截止日不能早于今天，请改为今天或者以后的日期。', '条例§46')
  const classes = new Set(system.classes.map(({ key }) => key))
  if (organs.some((each) => !classes.has(each.class)))
    return incomplete('有机关没有选择类别，请逐个选择其在指标体系中的类别。')
  return allOrNothing(office, organ, async (unit): Promise<Outcome<'round'>> => {
    const below = new Set((await unit.organs.withSubordinates(organ)).map((row) => row.id))
    if (organs.some((each) => each.organ === organ || !below.has(each.organ)))
      return refuse('notBelow', '只能考核本机关的下级机关，请重新选择。', '条例§46')
    const name = `${nameOfPeriod(period)}${system.name}`
    for (const each of organs) {
      const sheet = { organ, kind: 'sheet', id: sheetId(id, each.organ), on, by } as const
      const opened = await changeWithin(unit, sheet, () => ({
        kind: 'sheetOpened',
        on,
        data: { round: id, subject: each.organ },
      }))
      if (!isRow(opened)) return opened
    }
    return changeWithin(unit, { organ, kind: 'round', id, on, by }, (facts) =>
      facts !== null
        ? refuse('exists', '这轮考核已经建立，不必重复。', '条例§46')
        : (personalIn(sampled) ?? {
            kind: 'roundOpened',
            on,
            data: { name, period, system, organs, sampled, selfBy },
          }),
    )
  })
}

/** A round with its sheets, in the order of its organs; null where there is none. */
export async function openedRound(
  office: Pick<Office, 'assessments'>,
  organ: OrganId,
  id: string,
): Promise<{ readonly round: Row<'round'>; readonly sheets: readonly Row<'sheet'>[] } | null> {
  const round = await readOne(office, organ, 'round', id)
  if (round === null) return null
  const sheets = await Promise.all(
    round.organs.map((each) => readOne(office, organ, 'sheet', sheetId(id, each.organ))),
  )
  return { round, sheets: sheets.filter((sheet) => sheet !== null) }
}

const nothing: Findings = { marks: {}, vetoes: [] }

/** The score of what the assessor found so far. */
export const assessedScore = (round: RoundFacts, sheet: SheetFacts): Score =>
  scoreOf(round, sheet.subject, sheet.assessed ?? nothing)

export const scoreOf = ({ system, organs }: RoundFacts, organ: OrganId, { marks, vetoes }: Findings): Score =>
  score(system, { class: organs.find((each) => each.organ === organ)?.class ?? '', marks, vetoes })

/** Leaves of a sheet that still want a level or a sample. */
export const openLeaves = (
  { system, organs }: RoundFacts,
  organ: OrganId,
  marks: Marks,
): readonly string[] => {
  const ownClass = organs.find((each) => each.organ === organ)?.class ?? ''
  return allLeaves({ ...system, bonus: null })
    .filter(({ classes }) => classes === undefined || classes.includes(ownClass))
    .filter(({ id, rule }) => isOpen(rule.kind, marks[id]))
    .map(({ caption }) => caption)
}

export interface MarkSheet extends Acting {
  readonly round: string
  readonly subject: OrganId
  readonly findings: Findings
  readonly as: 'self' | 'assessor'
}

/** Keeps the self-assessment of an organ, or the assessor's scores of it, whole. */
export async function markSheet(office: Office, marking: MarkSheet): Promise<Outcome<'sheet'>> {
  const { organ, round: id, subject, findings, as, on, by } = marking
  const round = await readOne(office, organ, 'round', id)
  if (round === null) return nothingThere('round')
  const refusal = findingsRefusal(round.system, findings)
  return change(office, { organ, kind: 'sheet', id: sheetId(id, subject), on, by }, (sheet) => {
    if (sheet === null) return nothingThere('sheet')
    if (round.state === 'closed') return wrongStage('这轮考核已经办结，结果已经封存，不能再改。')
    if (as === 'self' && round.state !== 'open')
      return wrongStage('考核结果已经反馈，不再收自评；不同意的，请提出异议。')
    if (as === 'self' && round.selfBy !== null && on > round.selfBy)
      return wrongStage(`自评已于${formatChinese(round.selfBy)}截止；请与考核的机关联系。`)
    return refusal ?? { kind: as === 'self' ? 'sheetSelfScored' : 'sheetAssessed', on, data: findings }
  })
}

/** Shows every organ what was found at it, and hears objections until a day. */
export async function feedBack(
  office: Office,
  feeding: Acting & { readonly round: string; readonly objectBy: Day },
): Promise<Outcome<'round'>> {
  const { round: id, objectBy, organ, on } = feeding
  const opened = await openedRound(office, organ, id)
  if (opened === null) return nothingThere('round')
  return change(office, { ...feeding, kind: 'round', id }, (round) => {
    if (round === null) return nothingThere('round')
    if (round.state !== 'open') return wrongStage('这轮考核已经反馈过，不必重复。')
    if (objectBy < on)
      return refuse('badDays', '提出异议的截止日不能早于今天，请改为今天或者以后的日期。', '条例§46')
    const waiting = opened.sheets.filter(({ assessed }) => assessed === null).length
    if (waiting > 0) return wrongStage(`还有 ${waiting} 个机关没有评分，请评完后再反馈。`)
    return { kind: 'roundFedBack', on, data: { objectBy } }
  })
}

/** Results as they stand, without ranks. */
export async function resultsOf(
  office: Pick<Office, 'assessments' | 'organs'>,
  round: Row<'round'>,
  sheets: readonly Row<'sheet'>[],
): Promise<readonly Omit<Result, 'rank'>[]> {
  const scores = sheets.map((sheet) => ({ subject: sheet.subject, ...assessedScore(round, sheet) }))
  const totals = new Map(scores.map(({ subject, total }) => [subject, total]))
  return Promise.all(
    scores.map(async ({ subject, total, verdict, grade }) => {
      const ownClass = round.organs.find((each) => each.organ === subject)!.class
      const composed = await standingOf(office, round, subject, totals)
      const result = { organ: subject, class: ownClass, total, verdict }
      if (composed?.total == null) return { ...result, grade, composed: total }
      const { total: whole, parts } = composed
      // What the year comes to is what is graded.
      const graded = verdict === 'vetoed' ? null : gradeOf(round.system, whole)
      return { ...result, grade: graded, composed: whole, parts }
    }),
  )
}

/** The round of the same length before this one, by the same assessor; null where there is none that was closed. */
export async function roundBefore(
  office: Pick<Office, 'assessments'>,
  { organ, id, period }: Row<'round'>,
): Promise<Row<'round'> | null> {
  const place = ({ year, quarter }: Period) => year * 4 + (quarter ?? 4)
  const earlier = (await readAll(office, [organ], 'round')).filter(
    (each) =>
      each.id !== id &&
      each.state === 'closed' &&
      (each.period.quarter === null) === (period.quarter === null) &&
      place(each.period) < place(period),
  )
  return earlier.toSorted((a, b) => place(b.period) - place(a.period))[0] ?? null
}
