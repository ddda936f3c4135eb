/**
 * The applicant's record in the vault: the one there is, or a new one. Whoever comes with the same paper and the same
 * name as before has one record, so that their cases and pieces (办法§4) are counted together. The same paper under
 * another name is another record, for a person to look at: a number is easily known and easily mistyped.
 */
import type { Applicant, Contact } from '../applicants/applicant.ts'
import { type ApplicantEvent, foldApplicant } from '../applicants/applicant-events.ts'
import { applicantEntry, applicantEntryKind, applicantIn, lookupOf } from '../applicants/sealed.ts'
import type { Moment, Unit } from '../ports.ts'
import { folded } from '../search/folding.ts'
import { streamOfApplicant } from '../streams.ts'

export interface FoundApplicant {
  /** Id of the record in the vault. */
  readonly id: string
  readonly known: boolean
  /** Ids of records that are perhaps the same applicant's, this one first: for hints alone. */
  readonly perhaps: readonly string[]
  /** What was given now does not agree with a record of the same paper: for a person to look at. */
  readonly doubt: 'contactDiffers' | 'nameDiffers' | null
}

/**
 * Whether what is given now takes the place of what is on record. `always`: somebody saw that the applicant is who
 * they say, at the counter, with the letter in hand, or by a sign-in that proves it. `unlessOpen`: nobody did; while
 * a case is open nobody's letters are led elsewhere by a form that anybody can fill in. `never`: it is old. What was
 * given stands in the application in any case, and fills gaps of the record.
 */
export type Overwrite = 'always' | 'unlessOpen' | 'never'

export interface FindApplicant {
  readonly applicant: Applicant
  /** Id of the record if there has to be a new one. */
  readonly newId: string
  readonly overwrite: Overwrite
  readonly at: Moment
}

/** Must come after a number was taken in the same unit, which keeps two units from making one person twice. */
export async function findOrMakeApplicant(
  unit: Unit,
  { applicant, newId, overwrite, at }: FindApplicant,
): Promise<FoundApplicant> {
  const lookup = lookupOf(applicant)
  const perhaps = await recordsLike(unit, applicant)
  const found = lookup.identity === undefined ? [] : await inUse(unit, lookup.identity)
  const known = found.findLast((each) => sameName(each.applicant, applicant)) ?? null
  const id = known?.id ?? newId
  const moved = known !== null && contactDiffers(known.applicant, applicant)
  const kept = moved && overwrite === 'unlessOpen' && (await hasOpenCase(unit, id))
  const gapsOnly = kept || overwrite === 'never'
  const record = known === null ? applicant : laid(known.applicant, applicant, gapsOnly)
  const erased = await unit.vault.put(applicantEntry(id, record), at)
  if (erased !== null) throw new Error(`The entry ${id} of the vault was erased and cannot hold an applicant`)
  const doubt = known === null && found.length > 0 ? 'nameDiffers' : kept ? 'contactDiffers' : null
  return { id, known: known !== null, perhaps: [...new Set([id, ...perhaps])], doubt }
}

/** Ids of records with the same paper, or the same name and telephone: perhaps the same applicant's. */
export async function recordsLike(
  { vault }: Pick<Unit, 'vault'>,
  applicant: Applicant,
): Promise<readonly string[]> {
  const lookup = lookupOf(applicant)
  const found: string[] = []
  for (const name of ['identity', 'nameAndPhone'] as const) {
    const value = lookup[name]
    if (value !== undefined) found.push(...(await vault.find(applicantEntryKind, name, value)))
  }
  return found
}

interface KnownApplicant {
  readonly id: string
  readonly applicant: Applicant
}

/** Records with that paper that may still be used, oldest first; one kept for its files alone (个保法§47) may not. */
async function inUse(unit: Unit, identity: string): Promise<readonly KnownApplicant[]> {
  const found: KnownApplicant[] = []
  for (const id of await unit.vault.find(applicantEntryKind, 'identity', identity)) {
    const entry = await unit.vault.open(id)
    const applicant = entry === null || 'failure' in entry ? null : applicantIn(entry)
    const events = (await unit.events.load(streamOfApplicant(id))) as unknown as readonly ApplicantEvent[]
    if (applicant !== null && foldApplicant(events).standing === 'active') found.push({ id, applicant })
  }
  return found
}

const hasOpenCase = async ({ board, organ }: Unit, applicant: string): Promise<boolean> =>
  (await board.list({ organs: [organ], applicant, open: true, tests: 'too' }, { limit: 1 })).rows.length > 0

type Ways = keyof Contact

const ways: readonly Ways[] = ['phone', 'email', 'address', 'postcode']

/** Whether something on record would become something else, rather than more. */
const contactDiffers = (known: Applicant, given: Applicant): boolean =>
  ways.some((way) => {
    const [before, now] = [known.contact[way], given.contact[way]]
    return before !== null && now !== null && before !== now
  })

const sameName = (known: Applicant, given: Applicant): boolean => nameOf(known) === nameOf(given)

const nameOf = ({ name }: Applicant): string => folded(name).replace(/[^\p{L}\p{N}]/gu, '')

/** What was given now over what is on record, or only into its gaps; what was not given stays. */
function laid(known: Applicant, given: Applicant, gapsOnly: boolean): Applicant {
  const [first, second] = gapsOnly ? [known, given] : [given, known]
  return {
    ...second,
    ...present(first),
    contact: { ...second.contact, ...present(first.contact) },
  }
}

const present = <T extends object>(record: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== ''),
  ) as Partial<T>
