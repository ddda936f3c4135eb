/** A call that is made again under the same Idempotency-Key is not done again: it is answered as the first time. */
import { createHmac } from 'node:crypto'
import type { Moment, Office, OrganId, Unit } from '../../office/ports.ts'
import { etagOf } from './preconditions.ts'
import { isProblem, type Problem, problem } from './problem.ts'
import { answer } from './route.ts'

export interface Repeatable {
  readonly organ: OrganId
  /** Null where the caller gave none: then nothing is remembered. */
  readonly key: string | null
  /** Who calls, so that nobody can hit upon another's key. */
  readonly caller: string
  /** What is called and with what; kept as a keyed hash alone. */
  readonly call: readonly unknown[]
  readonly at: Moment
  /** Key of that hash. */
  readonly secret: Uint8Array
}

export interface Once<T> {
  readonly answer: T
  readonly repeated: boolean
}

/**
 * Does the work once for each key. What it answers is kept as it is: plain JSON with nothing personal in it. A problem
 * is not kept, so that the same call can be made again once its cause is gone.
 */
export async function once<T extends object>(
  office: Office,
  { organ, key, caller, call, at, secret }: Repeatable,
  work: (office: Office) => Promise<T | Problem>,
): Promise<Once<T> | Problem> {
  if (key === null) {
    const answer = await work(office)
    return isProblem(answer) ? answer : { answer, repeated: false }
  }
  const hash = (value: unknown) =>
    createHmac('sha256', secret).update(JSON.stringify(value)).digest('base64url')
  return office.inTransaction(organ, async (unit) => {
    const kept = hash([caller, key])
    const state = await unit.keys.begin(kept, hash(call), at)
    if (state.kind === 'done') return { answer: state.answer as T, repeated: true }
    const answer = state.kind === 'differs' ? problem('key-reused') : await work(within(unit, office))
    if (isProblem(answer)) {
      unit.abandon()
      return answer
    }
    await unit.keys.finish(kept, answer)
    return { answer, repeated: false }
  })
}

/** The office as seen from within a unit of work: what is done with it belongs to that unit. */
const within = (unit: Unit, { dispatch, logs, visits, links }: Office): Office => ({
  ...unit,
  dispatch,
  logs,
  visits,
  links,
  inTransaction: (organ, work) => {
    if (organ !== unit.organ) throw new Error('A repeatable call belongs to one organ')
    return work(unit)
  },
})

/** The answer to a call that changed something; told apart from the first where it was done before. */
export const onceAnswer = <Body extends { readonly version: number }>({
  answer: body,
  repeated,
}: Once<Body>) =>
  answer(200, body, {
    etag: etagOf(body.version),
    ...(repeated && { 'idempotency-replayed': 'true' }),
  })
