/** Opens, notes, changes and closes records; what people outside write is sealed in the vault. */
import type { Day } from '../../../law/day.ts'
import { scanPersonalData } from '../../attachments/personal-data.ts'
import { allOrNothing } from '../../handling/all-or-nothing.ts'
import type { Act, Conflict, NewEvent, Office, OrganId, RecordRow, StoredEvent, Unit } from '../../ports.ts'
import { streamOfRecord } from '../../streams.ts'
import { type DocumentRefusal, refuse } from '../life/refusal.ts'
import { type RecordData, type RecordFacts, type RecordKind, recordAfter, recordKinds } from './record.ts'

export interface OfRecord {
  readonly organ: OrganId
  readonly kind: RecordKind
  readonly id: string
  readonly on: Day
  readonly by: Act
}

export interface OpenRecord extends OfRecord {
  readonly about?: string | null
  readonly due?: Day | null
  readonly data: RecordData
  /** What somebody outside wrote, with how to reach them: into the vault, under this id. */
  readonly sealed?: {
    readonly entry: string
    readonly text: string
    readonly name: string
    readonly contact: string
  }
}

export type RecordOutcome = RecordRow | DocumentRefusal | Conflict

const ofOffices: ReadonlySet<string> = new Set(['landline', 'email', 'address'])

/** Free texts of the office's own; addresses and ids are none. */
const references = /^(?:entry|link|account|place|document)$/

function personalIn(data: RecordData): DocumentRefusal | null {
  const found = Object.entries(data).some(
    ([key, value]) =>
      typeof value === 'string' &&
      !references.test(key) &&
      scanPersonalData(value).some(({ kind }) => !ofOffices.has(kind)),
  )
  return found
    ? refuse('personalData', '登记内容不得写入手机号码、身份证号码等个人信息，请改写。', '个保法§6')
    : null
}

const factsOfStream = (kind: RecordKind, events: readonly StoredEvent[]): RecordFacts | null =>
  events.reduce<RecordFacts | null>((facts, event) => recordAfter(kind, facts, event), null)

async function append(
  unit: Unit,
  { organ, kind, id, by }: OfRecord,
  decide: (facts: RecordFacts | null) => NewEvent | DocumentRefusal,
): Promise<RecordOutcome> {
  const stream = streamOfRecord(kind, id)
  const events = await unit.events.load(stream)
  const event = decide(factsOfStream(kind, events))
  if ('refused' in event) return event
  const stored = await unit.events.append(stream, events.length, [event], by)
  if ('failure' in stored) return stored
  const all = [...events, ...stored]
  return { ...factsOfStream(kind, all)!, organ, id, version: all.length }
}

/** Opens a record; refused where there is one of that id. */
export function openRecord(office: Office, opening: OpenRecord): Promise<RecordOutcome> {
  const { on, about = null, due = null, data, sealed, organ, by, kind } = opening
  return allOrNothing(office, organ, async (unit) => {
    const told = sealed === undefined ? data : { ...data, entry: sealed.entry }
    const outcome = await append(unit, opening, (facts) =>
      facts !== null
        ? refuse('exists', '已经登记，不必重复。', '条例§45')
        : (personalIn(data) ?? { kind: 'recordOpened', on, data: { about, due, data: told } }),
    )
    if (sealed !== undefined && !('failure' in outcome) && !('refused' in outcome)) {
      const { entry: id, ...written } = sealed
      await unit.vault.put({ id, kind, data: written, lookup: {} }, by.at)
    }
    return outcome
  })
}

const change =
  (what: 'recordNoted' | 'recordChanged' | 'recordClosed') =>
  (office: Office, changing: OfRecord & { readonly data: RecordData }): Promise<RecordOutcome> =>
    allOrNothing(office, changing.organ, (unit) =>
      append(unit, changing, (facts) => {
        const { on, data, kind } = changing
        if (facts === null) return refuse('noDocument', `没有这项${recordKinds[kind]}的登记。`, '条例§45')
        if (facts.state === 'closed') return refuse('alreadyEnded', '这项登记已经办结或者注销。', '条例§45')
        return personalIn(data) ?? { kind: what, on, data: { data } }
      }),
    )

/** Adds to what was done: an answer to a concern, an update of an account. */
export const noteRecord = change('recordNoted')
/** Changes what is on record. */
export const changeRecord = change('recordChanged')
/** 办结、注销、截止. */
export const closeRecord = change('recordClosed')

/** What somebody outside wrote; null where it was erased. */
export async function sealedOf(
  unit: Pick<Unit, 'vault'>,
  { data }: Pick<RecordFacts, 'data'>,
): Promise<{ readonly text: string; readonly name: string; readonly contact: string } | null> {
  const entry = typeof data.entry === 'string' ? await unit.vault.open(data.entry) : null
  return entry === null || 'failure' in entry ? null : (entry.data as never)
}
