/**
 * What an organ does for those below it (条例§46–§48): tasks, findings, inspections, test requests, trainings … Each is
 * a record in the log of the organ that supervises, about an organ below it or about none. All live alike: opened, taken
 * through the steps that `lives.ts` lists, closed.
 */
import type { Day } from '../../law/day.ts'
import type { ActorId, Moment, OrganId, StoredEvent } from '../ports.ts'
import type { SupervisionKind } from './lives.ts'

export type SupervisionValue =
  | string
  | number
  | boolean
  | null
  | readonly SupervisionValue[]
  | { readonly [key: string]: SupervisionValue }

/** Plain data. Who complained, and the secret of a test request, are in the vault under `entry`, never here. */
export type SupervisionData = Readonly<Record<string, SupervisionValue>>

/** A step that was taken. */
export interface SupervisionStep {
  readonly step: string
  readonly on: Day
  readonly at: Moment
  readonly by: ActorId
  readonly data: SupervisionData
}

export interface SupervisionFacts {
  readonly kind: SupervisionKind
  readonly state: string
  /** The organ below that it is about; null where it is about none or all. */
  readonly about: OrganId | null
  readonly openedOn: Day
  readonly openedAt: Moment
  readonly openedBy: ActorId
  readonly due: Day | null
  readonly closedOn: Day | null
  readonly data: SupervisionData
  readonly steps: readonly SupervisionStep[]
}

export interface SupervisionEventData {
  supervisionOpened: {
    readonly about: OrganId | null
    readonly due: Day | null
    readonly data: SupervisionData
  }
  /** `state`: where the record stands behind the step. `due`: where the step moves it. `set`: what it changes on record. */
  supervisionStepped: {
    readonly step: string
    readonly state: string
    readonly closes: boolean
    readonly due?: Day
    readonly set?: SupervisionData
    readonly data: SupervisionData
  }
}

/** The facts after one more event; null while nothing was opened. Pure. */
export function supervisionAfter(
  kind: SupervisionKind,
  facts: SupervisionFacts | null,
  { kind: what, on, at, actor, data }: Pick<StoredEvent, 'kind' | 'on' | 'at' | 'actor' | 'data'>,
): SupervisionFacts | null {
  if (what === 'supervisionOpened') {
    const opened = data as SupervisionEventData['supervisionOpened']
    return {
      ...{ kind, state: 'open', about: opened.about, openedOn: on, openedAt: at, openedBy: actor },
      ...{ due: opened.due, closedOn: null, data: opened.data, steps: [] },
    }
  }
  if (facts === null || what !== 'supervisionStepped') return facts
  const stepped = data as SupervisionEventData['supervisionStepped']
  const { step, state, closes, due, set } = stepped
  return {
    ...facts,
    state,
    due: due ?? facts.due,
    closedOn: closes ? on : facts.closedOn,
    data: { ...facts.data, ...set },
    steps: [...facts.steps, { step, on, at, by: actor, data: stepped.data }],
  }
}

/** The last step of that name; null where it was never taken. */
export const lastStep = ({ steps }: Pick<SupervisionFacts, 'steps'>, name: string): SupervisionStep | null =>
  steps.findLast(({ step }) => step === name) ?? null
