/** Earlier requests of the same applicant that ask for the same, for a person to judge (条例§36(6)). */

import type { Day } from '../../law/day.ts'
import { stateOf } from '../handling/state-of-request.ts'
import type { CaseId, CaseRow, Unit } from '../ports.ts'
import type { CommandOf, Status } from '../requests/index.ts'
import { applicationOf, withWish } from './application.ts'
import { alikeFrom, similarityOf, type Wish, wishKey } from './similarity.ts'

/** A request that perhaps asks for the same. Nothing of what it asks for is in here. */
export interface Duplicate {
  readonly request: CaseId
  readonly number: string | null
  readonly status: Status
  readonly arrivedOn: Day
  readonly answeredOn: Day | null
  /** From `alikeFrom` to 1, which is the same but for the way of writing. */
  readonly similarity: number
  /** What a person would do who finds it to be the same: nothing is ever refused for a likeness. */
  readonly suggests: { readonly action: 'confirmDuplicate'; readonly command: CommandOf<'confirmDuplicate'> }
}

export interface AskedBefore {
  /** Ids of the applicant's records in the vault. */
  readonly applicants: readonly string[]
  readonly wish: Wish
  /** The request itself, which is no duplicate of itself. */
  readonly except: CaseId
}

/** Of one applicant, how many of the newest requests are compared by their words; the same words are always found. */
const newest = 100

/** The wish under which one applicant's request is found again; empty where nothing is asked for. */
export const wishOf = (applicant: string, wish: Wish): string => {
  const key = wishKey(wish)
  return key === '' ? '' : `${applicant}|${key}`
}

/** Requests of the organ that ask for the same or nearly so, the likest first. */
export async function duplicatesOf(
  unit: Unit,
  { applicants, wish, except }: AskedBefore,
): Promise<readonly Duplicate[]> {
  if (wishKey(wish) === '') return []
  const alike = new Map<CaseId, number>()
  for (const applicant of applicants) {
    for (const request of await withWish(unit, wishOf(applicant, wish))) alike.set(request, 1)
    const { rows } = await unit.board.list(
      { organs: [unit.organ], applicant, tests: 'too' },
      { limit: newest },
    )
    for (const { id } of rows) {
      if (alike.has(id)) continue
      const record = await applicationOf(unit, id)
      const similarity = record === null || 'failure' in record ? 0 : similarityOf(wish, record)
      if (similarity >= alikeFrom) alike.set(id, similarity)
    }
  }
  alike.delete(except)
  const found = [...alike].sort(([, a], [, b]) => b - a)
  return (await Promise.all(found.map(([id, similarity]) => told(unit, id, similarity)))).filter(
    (each) => each !== null,
  )
}

/** The command that finds a request to repeat that one, with the reply to it. */
export async function repetitionOf(
  unit: Pick<Unit, 'events'>,
  { id, answeredOn }: Pick<CaseRow, 'id' | 'answeredOn'>,
): Promise<CommandOf<'confirmDuplicate'>> {
  const { dispatched } = await stateOf(unit, id)
  return {
    earlier: id,
    ...(dispatched !== null && { letterNo: dispatched.letterNo }),
    ...(answeredOn !== null && { answeredOn }),
  }
}

async function told(unit: Unit, request: CaseId, similarity: number): Promise<Duplicate | null> {
  const row = await unit.cases.get(request)
  // What was entered by mistake asks for nothing.
  if (row === null || row.status === 'voided') return null
  const { number, status, arrivedOn, answeredOn } = row
  const command = await repetitionOf(unit, row)
  return {
    request,
    number,
    status: status as Status,
    arrivedOn,
    answeredOn,
    similarity,
    suggests: { action: 'confirmDuplicate', command },
  }
}
