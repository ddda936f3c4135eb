/** Everything written of assessments goes this way: load, decide, append, in one unit. */
import type { Day } from '../../../law/day.ts'
import { scanPersonalData } from '../../attachments/personal-data.ts'
import { allOrNothing } from '../../handling/all-or-nothing.ts'
import type { Act, AssessmentRow, Conflict, Office, OrganId, Shared, Unit } from '../../ports.ts'
import { streamOfAssessment } from '../../streams.ts'
import { refuse, type SupervisionRefusal } from '../refusal.ts'
import {
  type AssessmentEvent,
  type AssessmentFacts,
  type AssessmentKind,
  assessmentAfter,
  assessmentKinds,
  type FactsByKind,
} from './record.ts'

/** Which record, and who acts when. `organ`: in whose log it stands. */
export interface OfAssessment<Kind extends AssessmentKind = AssessmentKind> {
  readonly organ: OrganId
  readonly kind: Kind
  readonly id: string
  readonly on: Day
  readonly by: Act
}

/** Who acts when and in whose log, where the record follows from what is done. */
export type Acting = Omit<OfAssessment, 'kind' | 'id'>

export type Row<Kind extends AssessmentKind> = AssessmentRow & FactsByKind[Kind]
export type Outcome<Kind extends AssessmentKind> = Row<Kind> | SupervisionRefusal | Conflict

type Decision = AssessmentEvent | SupervisionRefusal

/** Appends what is decided from the facts as they stand, within a unit of the organ in whose log it stands. */
export async function changeWithin<Kind extends AssessmentKind>(
  unit: Unit,
  { organ, kind, id, by }: OfAssessment<Kind>,
  decide: (facts: FactsByKind[Kind] | null) => Decision | Promise<Decision>,
): Promise<Outcome<Kind>> {
  const stream = streamOfAssessment(kind, id)
  const events = await unit.events.load(stream)
  const fold = (all: typeof events) =>
    all.reduce<AssessmentFacts | null>((facts, event) => assessmentAfter(kind, facts, event), null)
  const decided = await decide(fold(events) as FactsByKind[Kind] | null)
  if ('refused' in decided) return decided
  const stored = await unit.events.append(stream, events.length, [decided], by)
  if ('failure' in stored) return stored
  const all = [...events, ...stored]
  return { ...fold(all)!, organ, id, version: all.length } as unknown as Row<Kind>
}

/** The same in a unit of its own; what fails or is refused leaves nothing. */
export const change = <Kind extends AssessmentKind>(
  office: Pick<Office, 'inTransaction'>,
  changing: OfAssessment<Kind>,
  decide: (facts: FactsByKind[Kind] | null) => Decision | Promise<Decision>,
): Promise<Outcome<Kind>> =>
  allOrNothing(office, changing.organ, (unit) => changeWithin(unit, changing, decide))

export const nothingThere = (kind: AssessmentKind): SupervisionRefusal =>
  refuse('unknown', `没有这项${assessmentKinds[kind]}，请回到列表重新选择。`, '条例§46')

/** A record of a kind; null where there is none. */
export const readOne = async <Kind extends AssessmentKind>(
  { assessments }: Pick<Shared, 'assessments'>,
  organ: OrganId,
  kind: Kind,
  id: string,
): Promise<Row<Kind> | null> => (await assessments.get(organ, kind, id)) as Row<Kind> | null

/** Rows asked for at once. */
const step = 500

/** All records of a kind, the newest first. */
export async function readAll<Kind extends AssessmentKind>(
  { assessments }: Pick<Shared, 'assessments'>,
  organs: readonly OrganId[],
  kind: Kind,
  about?: OrganId,
): Promise<readonly Row<Kind>[]> {
  const found: Row<Kind>[] = []
  for (let after: string | undefined; ; ) {
    const filter = { organs, kind, ...(about !== undefined && { about }) }
    const { rows, next } = await assessments.list(filter, {
      limit: step,
      ...(after !== undefined && { after }),
    })
    found.push(...(rows as unknown as readonly Row<Kind>[]))
    if (next === null) return found
    after = next
  }
}

const ofOffices: ReadonlySet<string> = new Set(['landline', 'email', 'address'])

/** Why texts may not be written: they have numbers of people in them. The log cannot be erased. */
export const personalIn = (texts: readonly string[]): SupervisionRefusal | null =>
  texts.some((text) => scanPersonalData(text).some(({ kind }) => !ofOffices.has(kind)))
    ? refuse('personalData', '内容不得写入手机号码、身份证号码等个人信息，请改写。', '个保法§6')
    : null

export const incomplete = (message: string): SupervisionRefusal => refuse('incomplete', message, '条例§46')
export const wrongStage = (message: string): SupervisionRefusal => refuse('wrongStage', message, '条例§46')

/** Whether an outcome is the record, and not why there is none. */
export const isRow = <Kind extends AssessmentKind>(outcome: Outcome<Kind>): outcome is Row<Kind> =>
  !('failure' in outcome) && !('refused' in outcome)
