/** A small office to stand on the store: two kinds of events and a projection of them. */

import type { Day } from '../../../src/law/day.ts'
import type {
  Act,
  CaseDue,
  CaseFacts,
  NewEvent,
  OrganRow,
  ProjectCase,
  StoredEvent,
} from '../../../src/office/ports.ts'
import { type KeyRing, keyRingOf } from '../../../src/store/key-ring.ts'
import { type NotOpened, openStore, type StoreOptions } from '../../../src/store/open.ts'
import type { Store } from '../../../src/store/store.ts'
import { passingDatabase } from './founded.ts'

export const at = '2026-11-22T04:22:23.120Z'
export const by: Act = { actor: 'staff-1', at }

const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64')

export const oldRing: KeyRing = keyRingOf({ current: 'k1', keys: { k1: secret(1) } })
export const ring: KeyRing = keyRingOf({ current: 'k2', keys: { k1: secret(1), k2: secret(2) } })

const first: Omit<CaseFacts, 'arrivedOn'> = {
  number: null,
  variant: 'disclosure',
  status: 'registered',
  channel: 'online',
  applicantKind: 'natural',
  applicant: null,
  handler: null,
  receivedOn: null,
  disposition: null,
  matter: null,
  answeredOn: null,
  closedOn: null,
  more: {},
}

/** An event's data are the facts that it changes; 'noted' changes none. */
export const project: ProjectCase = (facts, { kind, on, data }) => {
  if (kind === 'noted') return facts
  return { ...(facts ?? { ...first, arrivedOn: on }), ...(data as Partial<CaseFacts>) }
}

/** Due on the day that the last event with one says. */
export function deriveDue(events: readonly StoredEvent[]): CaseDue {
  const due = events.reduce<Day | null>((last, { data }) => (data as { due?: Day }).due ?? last, null)
  return { due, firm: true, took: null, calendarVersion: 'c1' }
}

export function event(kind: string, data: object = {}, on: Day = '2026-11-20'): NewEvent {
  return { kind, on, data }
}

export function organ(id: string, parent: string | null = null): OrganRow {
  return {
    id,
    code: `code-${id}`,
    name: `机关${id}`,
    kind: 'department',
    level: 'county',
    parent,
    details: {},
  }
}

/** Opens the database at `place`; ':memory:' is an empty one that is gone once it is closed. */
export async function open(place: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  if (place === ':memory:') return openPassing(options)
  const store = await openStore({ at: place, ring, project, ...options })
  if (isNotOpened(store)) throw new Error(store.message)
  return store
}

async function openPassing(options: Partial<StoreOptions>): Promise<Store> {
  const { place, remove } = await passingDatabase()
  const store = await open(place, options)
  const close = store.close.bind(store)
  store.close = () => close().finally(remove)
  return store
}

export function isNotOpened(store: Store | NotOpened): store is NotOpened {
  return 'failure' in store
}

/** Appends and fails the test where that is a conflict. */
export async function append(
  store: Store,
  id: string,
  stream: string,
  expected: number,
  ...events: NewEvent[]
) {
  const appended = await store.inTransaction(id, (unit) => unit.events.append(stream, expected, events, by))
  if ('failure' in appended) throw new Error(`Conflict on ${stream}`)
  return appended
}

/** Lends a suite its database; `fresh` makes another one. */
export interface Bench {
  readonly store: () => Store
  readonly fresh: () => Promise<Store>
}
