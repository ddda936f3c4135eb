import type { Office, OrganId, Unit } from '../ports.ts'

/** Runs the work in one unit and keeps nothing of it where it fails or is refused. */
export const allOrNothing = <T extends object>(
  office: Pick<Office, 'inTransaction'>,
  organ: OrganId,
  work: (unit: Unit) => Promise<T>,
): Promise<T> =>
  office.inTransaction(organ, async (unit) => {
    const outcome = await work(unit)
    if (hasFailed(outcome)) unit.abandon()
    return outcome
  })

type Failed<T> = Extract<T, { readonly failure: string } | { readonly refused: true }>

/** Whether an outcome is a failure or a refusal, after which nothing may be kept. */
export const hasFailed = <T extends object>(outcome: T): outcome is Failed<T> =>
  'failure' in outcome || ('refused' in outcome && outcome.refused === true)
