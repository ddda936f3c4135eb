/**
 * A finding: what is amiss at an organ, whoever found it. It opens the mending of it, in the log of the organ that
 * supervises; the organ at fault reads it as one of its own, and no other organ does (条例§46、§47).
 */
import type { Citation } from '../../../law/citation.ts'
import type { Day } from '../../../law/day.ts'
import { allOrNothing } from '../../handling/all-or-nothing.ts'
import type { Act, Office, OrganId, SupervisionRow, Unit } from '../../ports.ts'
import { everyRecord } from '../every-record.ts'
import { openWithin, type StepSupervision, type SupervisionOutcome, stepSupervision } from '../keep.ts'
import { refuse } from '../refusal.ts'

export const findingSources = {
  inspection: '自动巡查',
  assessment: '考核评估',
  outside: '第三方监测',
  mock: '模拟申请',
  sample: '案卷评查',
  crossReading: '交叉读网',
} as const

export type FindingSource = keyof typeof findingSources

/** Something on record that a finding is about, by its kind and id. */
export interface FindingRef {
  readonly kind: 'document' | 'request' | 'report' | 'column' | 'account'
  readonly id: string
}

export interface Finding {
  readonly id: string
  /** Whose fault it is. */
  readonly organ: OrganId
  readonly source: FindingSource
  /** The check, the leaf of an assessment, or the outside monitor's word for it: what repeats are told by. */
  readonly subject: string
  readonly what: string
  /** Where it is to be seen: columns, titles, addresses. */
  readonly where: string
  /** The rule it offends. */
  readonly basis?: Citation | string
  readonly foundOn: Day
  /** The inspection or assessment it belongs to, as people call it: 2026年第三季度. */
  readonly round?: string
  /** The same fault of that organ, notified before. */
  readonly repeats?: string
  readonly refs?: readonly FindingRef[]
}

/** Where a finding stands on its way to being mended. */
export interface OpenFinding extends Finding {
  readonly by: OrganId
  readonly state: string
  readonly version: number
  readonly due: Day | null
  readonly closedOn: Day | null
  readonly steps: SupervisionRow['steps']
  /** Set where it repeats one: whether that one had been mended when this was found. */
  readonly repeatedUnmended: boolean
}

export interface FindingAct {
  /** The organ that supervises. */
  readonly organ: OrganId
  readonly on: Day
  readonly by: Act
}

/** Opens a finding, and with it the mending by `due`. What was notified before in another round is bound to it. */
export const openFinding = (
  office: Office,
  act: FindingAct & { readonly due: Day; readonly finding: Omit<Finding, 'foundOn' | 'repeats'> },
): Promise<SupervisionOutcome> => allOrNothing(office, act.organ, (unit) => openFindingWithin(unit, act))

export async function openFindingWithin(
  unit: Unit,
  {
    organ,
    on,
    by,
    due,
    finding,
  }: FindingAct & { readonly due: Day; readonly finding: Omit<Finding, 'foundOn' | 'repeats'> },
): Promise<SupervisionOutcome> {
  const { id, organ: about, source, subject, what, where, basis = null, round = null, refs = [] } = finding
  if (what.trim() === '' || where.trim() === '')
    return refuse('incomplete', '问题应当写明是什么、在哪里，请补充。', '条例§47¶1')
  const known = await everyRecord(unit, { organs: [organ], kind: 'finding', about })
  const before = known.find(
    (row) => row.data.subject === subject && row.state !== 'withdrawn' && row.data.round !== round,
  )
  const again = known.find(
    (row) =>
      row.data.subject === subject && row.data.round === round && row.data.where === where && round !== null,
  )
  if (again !== undefined && again.state !== 'withdrawn')
    return refuse('exists', '本轮已经登记了同样的问题，不必重复。', '条例§47¶1')
  const unmended = before !== undefined && before.state !== 'verified'
  const data = {
    ...{ source, subject, what: what.trim(), where: where.trim(), basis, round },
    ...{ repeats: before?.id ?? null, repeatedUnmended: unmended },
    refs: refs.map((ref) => ({ ...ref })),
  }
  return openWithin(unit, { organ, kind: 'finding', id, on, by, about, due, data })
}

/** A step of a finding's mending. */
export const stepFinding = (office: Office, step: Omit<StepSupervision<'finding'>, 'kind'>) =>
  stepSupervision(office, { ...step, kind: 'finding' })

/** Closes a finding: `verify` what was mended, or `withdraw` what proved to be none. */
export const closeFinding = (
  office: Office,
  act: FindingAct & { readonly id: string; readonly as: 'verify' | 'withdraw'; readonly because: string },
): Promise<SupervisionOutcome> =>
  stepFinding(office, {
    ...{ organ: act.organ, id: act.id, on: act.on, by: act.by },
    ...{ step: act.as, as: { taken: 'supervisor' }, data: { because: act.because } },
  })

export interface FindingsAsk {
  /** In whose logs: an organ that supervises, or for an organ at fault all its superiors. */
  readonly by: readonly OrganId[]
  /** Of one organ alone. */
  readonly of?: OrganId
  readonly round?: string
  readonly source?: FindingSource
}

/** Findings, those that repeat one not mended first, then other repeats, then the newest. */
export async function findingsOf(
  office: Pick<Office, 'supervision'>,
  { by, of, round, source }: FindingsAsk,
): Promise<readonly OpenFinding[]> {
  const rows = await everyRecord(office, {
    organs: by,
    kind: 'finding',
    ...(of !== undefined && { about: of }),
  })
  return rows
    .map(findingOf)
    .filter(
      (finding) =>
        (round === undefined || finding.round === round) &&
        (source === undefined || finding.source === source),
    )
    .toSorted((a, b) => weightOf(b) - weightOf(a))
}

const weightOf = ({ repeats, repeatedUnmended, closedOn }: OpenFinding): number =>
  (closedOn === null ? 4 : 0) + (repeatedUnmended ? 2 : 0) + (repeats === undefined ? 0 : 1)

/** The finding of a row of that kind. */
export function findingOf(row: SupervisionRow): OpenFinding {
  const { organ: by, id, about, data, state, version, due, closedOn, steps, openedOn } = row
  const { basis, round, repeats, repeatedUnmended, refs, ...told } = data as unknown as Kept
  return {
    ...told,
    ...{
      id,
      organ: about!,
      by,
      state,
      version,
      due,
      closedOn,
      steps,
      foundOn: openedOn,
      refs,
      repeatedUnmended,
    },
    ...(basis !== null && { basis }),
    ...(round !== null && { round }),
    ...(repeats !== null && { repeats }),
  }
}

type Kept = Pick<Finding, 'source' | 'subject' | 'what' | 'where'> & {
  readonly basis: string | null
  readonly round: string | null
  readonly repeats: string | null
  readonly repeatedUnmended: boolean
  readonly refs: readonly FindingRef[]
}
