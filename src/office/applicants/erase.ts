/** The use cases of erasure (个保法§47): a record with all that was kept of it, or copies of identity papers alone. */
import type { Day } from '../../law/day.ts'
import type { CaseRow, Conflict, Office, Unit } from '../ports.ts'
import { may } from '../requests/index.ts'
import type { Applicant } from './applicant.ts'
import { type ApplicantDeed, applicantDeed } from './applicant-deed.ts'
import { type ApplicantRefusal, refuse } from './applicant-events.ts'
import { casesOfApplicants, keptCase } from './cases-of-applicants.ts'
import { eraseApplicant, papersIn } from './erase-applicant.ts'
import { eraseContents, eraseEntries, keptOfCases, notShared } from './kept-of-cases.ts'
import { papersDue, retentionPolicyOf } from './retention.ts'
import { applicantEntry, applicantIn } from './sealed.ts'

export interface Erasing {
  readonly applicant: string
  readonly ground: Parameters<typeof eraseApplicant>[0]['ground']
  readonly reason: string
}

export interface Erasure {
  readonly refused: false
  /** `restricted`: the files' terms are not over; kept and no longer used, until that day, or for good. */
  readonly became: { readonly how: 'erased' } | { readonly how: 'restricted'; readonly until: Day | null }
  /** Entries of the vault and contents of papers that are gone. */
  readonly entries: number
  readonly papers: number
}

/**
 * Erases what is known of an applicant: the record, and of their cases the application, what they wrote, their papers
 * and the letters to them. While a file has to be kept the record is restricted instead. The log keeps ids that then
 * point at nothing, and its chain stays whole.
 */
export const erase = (
  office: Office,
  deed: ApplicantDeed,
  command: Erasing,
): Promise<Erasure | ApplicantRefusal | Conflict> =>
  applicantDeed(office, deed, command.applicant, async (unit, status) => {
    const { applicant: id } = command
    const applicant = await recordOf(unit, id)
    if (applicant === null && status.standing !== 'erased') return unknown
    const rows = await casesOf(unit, id)
    const kept = await keptOfCases(
      unit,
      rows.map((row) => row.id),
    )
    const own = applicant === null ? [] : papersIn(applicant)
    const papers = await notShared(unit, [...own, ...kept.papers], kept)
    const event = eraseApplicant({ ...command, papers }, status, rows.map(keptCase), deed.context)
    if ('refused' in event) return event
    return {
      event,
      async afterwards(): Promise<Erasure> {
        if (event.kind !== 'applicantErased') {
          const until = event.kind === 'applicantRestricted' ? event.data.until : null
          return { refused: false, became: { how: 'restricted', until }, entries: 0, papers: 0 }
        }
        const entries = await eraseEntries(unit, [id, ...kept.entries], deed.at)
        const contents = await eraseContents(unit, papers, deed.at)
        return { refused: false, became: { how: 'erased' }, entries, papers: contents }
      },
    }
  })

/**
 * Erases the copies of the papers by which an applicant and their agent proved who they are, once they are of no use
 * any more; the record and the numbers stay.
 */
export const eraseIdentityPapers = (
  office: Office,
  deed: ApplicantDeed,
  id: string,
): Promise<Erasure | ApplicantRefusal | Conflict> =>
  applicantDeed(office, deed, id, async (unit) => {
    const { actor, today } = deed.context
    if (!may(actor.role, 'eraseApplicant', actor.scope))
      return refuse('notPermitted', '没有删除申请人信息的权限，请由本机关安全管理员办理。', '个保法§51')
    const applicant = await recordOf(unit, id)
    if (applicant === null) return unknown
    const rows = await casesOf(unit, id)
    const due = papersDue(rows.map(keptCase), await retentionPolicyOf(unit))
    if (due === null || due > today)
      return refuse('notDue', '证件复印件的保存期限未满，或者还有申请没有办结，不能删除。', '个保法§19')
    const own = papersIn(applicant)
    if (own.length === 0) return refuse('notDue', '没有留存证件复印件，无需删除。', '个保法§19')
    const ids = rows.map((row) => row.id)
    const kept = await keptOfCases(unit, ids, own)
    const papers = await notShared(unit, own, kept)
    return {
      event: { kind: 'identityPapersErased', on: today, data: { applicant: id, papers } },
      async afterwards(): Promise<Erasure> {
        await unit.vault.put(applicantEntry(id, withoutPapers(applicant)), deed.at)
        const entries = await eraseEntries(unit, kept.paperEntries, deed.at)
        const contents = await eraseContents(unit, papers, deed.at)
        return { refused: false, became: { how: 'erased' }, entries, papers: contents }
      },
    }
  })

const unknown = refuse('unknown', '没有这名申请人的信息，请核对。', '个保法§47')

async function recordOf({ vault }: Pick<Unit, 'vault'>, id: string): Promise<Applicant | null> {
  const entry = await vault.open(id)
  return entry === null || 'failure' in entry ? null : applicantIn(entry)
}

const casesOf = async (unit: Unit, id: string): Promise<readonly CaseRow[]> =>
  (await casesOfApplicants(unit, [id])).get(id) ?? []

function withoutPapers(applicant: Applicant): Applicant {
  const { agent } = applicant
  const authorisation = agent?.authorisation ? { ...agent.authorisation, paper: null } : null
  return { ...applicant, idPaper: null, agent: agent && { ...agent, idPaper: null, authorisation } }
}
