/**
 * How long personal data of an applicant are kept (个保法§19, 47; 条例§45). They are part of the case file, so its
 * retention is the term fixed by law; until it is over they are kept and protected, and nothing else.
 */
import type { Citation } from '../../law/citation.ts'
import { addDays, addMonths, type Day, laterOf, yearOf } from '../../law/day.ts'
import type { Unit } from '../ports.ts'
import type { Retention } from '../requests/events.ts'

export interface RetentionRule {
  readonly caption: string
  /** Years after the year in which the file was archived; null: for good. */
  readonly years: number | null
  readonly cites: readonly Citation[]
}

/** 机关文书档案保管期限: which of them a file has is decided when it is archived. */
export const retentionRules: Readonly<Record<Retention, RetentionRule>> = {
  permanent: { caption: '永久', years: null, cites: ['条例§45', '档案法'] },
  years30: { caption: '30年', years: 30, cites: ['条例§45', '档案法'] },
  years10: { caption: '10年', years: 10, cites: ['条例§45', '档案法'] },
}

/** What is not fixed by law but by the house, within 个保法§19: an organ may set it shorter or longer. */
export interface RetentionPolicy {
  /** Copies of identity papers, months after the end of the case: as long as most suits may still come. */
  readonly identityPaperMonths: number
  /** Forms begun and never sent, days. */
  readonly draftDays: number
}

export const defaultRetention: RetentionPolicy = { identityPaperMonths: 12, draftDays: 30 }

const settingsKey = 'retention'

/** What the organ has settled. */
export async function retentionPolicyOf({ settings }: Pick<Unit, 'settings'>): Promise<RetentionPolicy> {
  return { ...defaultRetention, ...(await settings.get<Partial<RetentionPolicy>>(settingsKey)) }
}

/** A case as far as retention asks. */
export interface KeptCase {
  readonly id: string
  readonly closedOn: Day | null
  /** Reconsideration or suit pending, or still to be answered. */
  readonly disputed: boolean
  readonly archived: { readonly on: Day; readonly retention: Retention } | null
}

export type Need =
  | { readonly need: 'none' }
  /** Still used: not to be touched. */
  | { readonly need: 'open'; readonly cases: readonly string[] }
  | { readonly need: 'notArchived'; readonly cases: readonly string[] }
  /** To be kept with the file to the end of that day; null: for good. */
  | { readonly need: 'file'; readonly until: Day | null }

/** What an applicant's data are still needed for on a day, over all their cases. */
export function needOf(cases: readonly KeptCase[], on: Day): Need {
  const open = cases.filter(({ closedOn, disputed }) => closedOn === null || disputed)
  if (open.length > 0) return { need: 'open', cases: open.map(({ id }) => id) }
  const loose = cases.filter(({ archived }) => archived === null)
  if (loose.length > 0) return { need: 'notArchived', cases: loose.map(({ id }) => id) }
  let until: Day | null = null
  for (const { archived } of cases) {
    const last = keptUntil(archived!.on, archived!.retention)
    if (last === null) return { need: 'file', until: null }
    if (last >= on) until = until === null ? last : laterOf(until, last)
  }
  return until === null ? { need: 'none' } : { need: 'file', until }
}

/** Last day of a file's retention, which is counted in whole years from the one after; null: for good. */
export function keptUntil(archivedOn: Day, retention: Retention): Day | null {
  const { years } = retentionRules[retention]
  return years === null ? null : `${yearOf(archivedOn) + years}-12-31`
}

/** The day from which copies of identity papers are to be erased, though the record stays; null while needed. */
export function papersDue(
  cases: readonly KeptCase[],
  policy: RetentionPolicy = defaultRetention,
): Day | null {
  let last: Day | null = null
  for (const { closedOn, disputed } of cases) {
    if (closedOn === null || disputed) return null
    last = last === null ? closedOn : laterOf(last, closedOn)
  }
  return last === null ? null : addDays(addMonths(last, policy.identityPaperMonths), 1)
}
