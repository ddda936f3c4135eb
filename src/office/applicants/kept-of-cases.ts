/** What is sealed of an applicant in their cases, and how it is erased. */
import { ratingIdOf } from '../feedback/rating.ts'
import { stateOf } from '../handling/state-of-request.ts'
import { applicationIdOf } from '../intake/application.ts'
import { notesOn } from '../notes/note.ts'
import { papersOfContent } from '../papers/paper.ts'
import type { CaseId, Moment, Unit } from '../ports.ts'
import { replyIdOf } from '../replies/reply.ts'
import { sourcesOfContent } from '../reports/examined/kept-source.ts'
import type { PaperPurpose } from '../requests/index.ts'
import { ownWordsIn } from '../tracking/own-words.ts'
import { trackingIdOf } from '../tracking/tracking-key.ts'

export interface KeptOfCases {
  /** Ids of all entries of the vault that tell of the applicant, those of papers among them. */
  readonly entries: readonly string[]
  /** Ids of the entries that hold the names of papers. */
  readonly paperEntries: readonly string[]
  /** Hashes of the contents of those papers. */
  readonly papers: readonly string[]
}

/** What an applicant hands in. What the office adds and gives out is not about those who asked. */
const ofApplicant: ReadonlySet<PaperPurpose> = new Set(['application', 'correction', 'evidence'])

/** Of those cases, all of it; of papers, where `contents` is given, those alone. */
export async function keptOfCases(
  unit: Pick<Unit, 'events' | 'vault'>,
  cases: readonly CaseId[],
  contents?: readonly string[],
): Promise<KeptOfCases> {
  const entries: string[] = []
  const found = new Map<string, string>()
  for (const id of cases) {
    const state = await stateOf(unit, id)
    entries.push(applicationIdOf(id), trackingIdOf(id), replyIdOf(id), ratingIdOf(id))
    entries.push(...(await ownWordsIn(unit, id)), ...(await notesOn(unit, id)))
    for (const { letter, to } of state.letters) if (to === 'applicant') entries.push(letter)
    for (const { paper, hash, purpose } of state.papers)
      if (ofApplicant.has(purpose) && (contents === undefined || contents.includes(hash)))
        found.set(paper, hash)
  }
  const paperEntries = [...found.keys()]
  return { entries: [...entries, ...paperEntries], paperEntries, papers: [...new Set(found.values())] }
}

/** Erases entries; how many there were. */
export async function eraseEntries(
  { vault }: Pick<Unit, 'vault'>,
  ids: readonly string[],
  at: Moment,
): Promise<number> {
  let erased = 0
  for (const id of ids) if (await vault.erase(id, at)) erased++
  return erased
}

/** Those of the contents that no other paper has, of whosever case, nor a report put in: what is shared stays. */
export async function notShared(
  unit: Pick<Unit, 'vault'>,
  hashes: readonly string[],
  { paperEntries }: Pick<KeptOfCases, 'paperEntries'>,
): Promise<readonly string[]> {
  const alone: string[] = []
  for (const hash of new Set(hashes)) {
    const holders = await papersOfContent(unit, hash)
    const reports = await sourcesOfContent(unit, hash)
    if (reports.length === 0 && holders.every((id) => paperEntries.includes(id))) alone.push(hash)
  }
  return alone
}

/** Erases contents; how many there were. */
export async function eraseContents(
  { blobs }: Pick<Unit, 'blobs'>,
  hashes: readonly string[],
  at: Moment,
): Promise<number> {
  let erased = 0
  for (const hash of hashes) if (await blobs.erase(hash, at)) erased++
  return erased
}
