/** Opens records of supervision and takes them through their steps: all that is ever written of them goes this way. */
import type { Day } from '../../law/day.ts'
import { scanPersonalData } from '../attachments/personal-data.ts'
import { allOrNothing } from '../handling/all-or-nothing.ts'
import type { Act, Conflict, NewEvent, Office, OrganId, StoredEvent, SupervisionRow, Unit } from '../ports.ts'
import { streamOfSupervision } from '../streams.ts'
import { lives, type StepOf, type SupervisionKind, type TakenBy } from './lives.ts'
import {
  type SupervisionData,
  type SupervisionEventData,
  type SupervisionFacts,
  type SupervisionValue,
  supervisionAfter,
} from './record.ts'
import { refuse, type SupervisionRefusal } from './refusal.ts'

export interface OfSupervision<Kind extends SupervisionKind = SupervisionKind> {
  /** The organ that supervises, in whose log it stands. */
  readonly organ: OrganId
  readonly kind: Kind
  readonly id: string
  readonly on: Day
  readonly by: Act
}

export interface OpenSupervision extends OfSupervision {
  /** An organ below; anything else is refused. */
  readonly about?: OrganId | null
  readonly due?: Day | null
  readonly data: SupervisionData
}

export interface StepSupervision<Kind extends SupervisionKind = SupervisionKind> extends OfSupervision<Kind> {
  readonly step: StepOf<Kind>
  /** As what somebody takes it. An organ has only steps of records about itself. */
  readonly as: { readonly taken: 'supervisor' } | { readonly taken: 'organ'; readonly organ: OrganId }
  readonly due?: Day
  readonly set?: SupervisionData
  readonly data: SupervisionData
}

export type SupervisionOutcome = SupervisionRow | SupervisionRefusal | Conflict

const ofOffices: ReadonlySet<string> = new Set(['landline', 'email', 'address'])

/** Ids, addresses of pages and hashes are no texts. */
const references = /^(?:entry|refs|hash|staff|request|finding|id|organ)$/

function textsIn(value: SupervisionValue): readonly string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, each]) => (references.test(key) ? [] : textsIn(each)))
}

/** Why something may not be written: it has numbers of people in it. Null where it has none. */
export const personalIn = (...data: readonly (SupervisionData | undefined)[]): SupervisionRefusal | null =>
  data.some((each) =>
    textsIn(each ?? null).some((text) => scanPersonalData(text).some(({ kind }) => !ofOffices.has(kind))),
  )
    ? refuse('personalData', '登记内容不得写入手机号码、身份证号码等个人信息，请改写。', '个保法§6')
    : null

const factsOf = (kind: SupervisionKind, events: readonly StoredEvent[]): SupervisionFacts | null =>
  events.reduce<SupervisionFacts | null>((facts, event) => supervisionAfter(kind, facts, event), null)

type Written = {
  [Kind in keyof SupervisionEventData]: NewEvent<Kind, SupervisionEventData[Kind]>
}[keyof SupervisionEventData]

async function append(
  unit: Unit,
  { organ, kind, id, by }: OfSupervision,
  decide: (facts: SupervisionFacts | null) => Written | SupervisionRefusal,
): Promise<SupervisionOutcome> {
  const stream = streamOfSupervision(kind, id)
  const events = await unit.events.load(stream)
  const event = decide(factsOf(kind, events))
  if ('refused' in event) return event
  const stored = await unit.events.append(stream, events.length, [event], by)
  if ('failure' in stored) return stored
  const all = [...events, ...stored]
  return { ...factsOf(kind, all)!, organ, id, version: all.length }
}

/** Opens a record within a unit of the supervising organ; refused where there is one of that id. */
export async function openWithin(unit: Unit, opening: OpenSupervision): Promise<SupervisionOutcome> {
  const { on, about = null, due = null, data, kind } = opening
  const { caption, cites } = lives[kind]
  if (about !== null && !(await isBelow(unit, opening.organ, about)))
    return refuse('notBelow', `${caption}只能针对本机关的下级机关，请重新选择机关。`, ...cites)
  if (due !== null && due < on)
    return refuse('badDays', `${caption}的期限不能早于今天，请改为今天或者以后的日期。`, ...cites)
  return append(unit, opening, (facts) =>
    facts !== null
      ? refuse('exists', `这项${caption}已经登记，不必重复。`, ...cites)
      : (personalIn(data) ?? { kind: 'supervisionOpened', on, data: { about, due, data } }),
  )
}

async function isBelow({ organs }: Pick<Unit, 'organs'>, organ: OrganId, about: OrganId): Promise<boolean> {
  return about !== organ && (await organs.withSuperiors(about)).some(({ id }) => id === organ)
}

export const openSupervision = (office: Office, opening: OpenSupervision): Promise<SupervisionOutcome> =>
  allOrNothing(office, opening.organ, (unit) => openWithin(unit, opening))

/** Takes a step within a unit of the supervising organ, where the record stands so that it may be taken. */
export function stepWithin<Kind extends SupervisionKind>(
  unit: Unit,
  stepping: StepSupervision<Kind>,
): Promise<SupervisionOutcome> {
  const { kind, step: name, as, on, due, set, data } = stepping
  const { caption, states, steps, cites } = lives[kind]
  return append(unit, stepping, (facts) => {
    if (facts === null || (as.taken === 'organ' && facts.about !== as.organ))
      return refuse('unknown', `没有这项${caption}。`, ...cites)
    const step = steps[name]
    if (step === undefined) return refuse('unknown', `${caption}没有这一步。`, ...cites)
    if (step.by !== as.taken)
      return refuse('notPermitted', `“${step.caption}”由${takers[step.by]}办理。`, ...cites)
    if (!step.from.includes(facts.state))
      return refuse(
        'wrongStage',
        `这项${caption}现在是“${states[facts.state]}”，不能${step.caption}；${step.from.map((each) => `“${states[each]}”`).join('、')}的才可以。`,
        ...cites,
      )
    if (due !== undefined && due < on)
      return refuse('badDays', '新的期限不能早于今天，请改为今天或者以后的日期。', ...cites)
    return (
      personalIn(data, set) ?? {
        kind: 'supervisionStepped',
        on,
        data: {
          step: name,
          state: step.to ?? facts.state,
          closes: step.closes ?? false,
          ...(due !== undefined && { due }),
          ...(set !== undefined && { set }),
          data,
        },
      }
    )
  })
}

const takers: Readonly<Record<TakenBy, string>> = { supervisor: '督促检查的机关', organ: '被检查的机关' }

export const stepSupervision = <Kind extends SupervisionKind>(
  office: Office,
  stepping: StepSupervision<Kind>,
): Promise<SupervisionOutcome> => allOrNothing(office, stepping.organ, (unit) => stepWithin(unit, stepping))

/** Whether an outcome is the record, and not why there is none. */
export const isRow = (outcome: SupervisionOutcome): outcome is SupervisionRow =>
  !('failure' in outcome) && !('refused' in outcome)
