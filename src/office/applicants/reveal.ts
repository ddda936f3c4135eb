import type { BlobInfo, Conflict, Office, Unit } from '../ports.ts'
import type { Agent } from './agent.ts'
import type { Applicant } from './applicant.ts'
import { type ApplicantDeed, applicantDeed } from './applicant-deed.ts'
import { type ApplicantRefusal, type RevealField, refuse } from './applicant-events.ts'
import { type RevealApplicant, revealApplicant } from './reveal-applicant.ts'
import { applicantIn } from './sealed.ts'

/** A copy of a paper, with its content. */
export type RevealedPaper = Pick<BlobInfo, 'hash' | 'type'> & { readonly content: Uint8Array }

/** What was asked for and nothing else. */
export interface Revealed {
  readonly refused: false
  readonly idNumber?: string | null
  /** Null where there is none, or it was erased. */
  readonly idPaper?: RevealedPaper | null
  readonly phone?: string | null
  readonly email?: string | null
  readonly address?: { readonly address: string | null; readonly postcode: string | null }
  readonly agent?: Agent | null
}

/**
 * Shows what the screen masks (个保法§6, 51). The event is written before the vault is opened, in the same unit: what
 * was seen was seen on record, and what could not be recorded is not seen.
 */
export const reveal = (
  office: Office,
  deed: ApplicantDeed,
  command: RevealApplicant,
): Promise<Revealed | ApplicantRefusal | Conflict> =>
  applicantDeed<Revealed | ApplicantRefusal>(office, deed, command.applicant, async (unit, status) => {
    const event = revealApplicant(command, status, deed.context)
    if ('refused' in event) return event
    const row = command.case === null ? null : await unit.cases.get(command.case)
    if (command.case !== null && row?.applicant !== command.applicant)
      return refuse('otherCase', '该件不是这名申请人的申请，请核对后再查看。', '个保法§6')
    return { event, afterwards: () => open(unit, command) }
  })

async function open(
  unit: Unit,
  { applicant: id, fields }: RevealApplicant,
): Promise<Revealed | ApplicantRefusal> {
  const entry = await unit.vault.open(id)
  const applicant = entry === null || 'failure' in entry ? null : applicantIn(entry)
  if (applicant === null) {
    unit.abandon()
    return refuse('unknown', '没有这名申请人的信息，请核对。', '个保法§6')
  }
  const found = await Promise.all(fields.map((field) => fieldOf(unit, applicant, field)))
  return Object.assign({ refused: false } as const, ...found)
}

async function fieldOf(
  { blobs }: Pick<Unit, 'blobs'>,
  { idNumber, idPaper, contact, agent }: Applicant,
  field: RevealField,
): Promise<Partial<Revealed>> {
  const { phone, email, address, postcode } = contact
  switch (field) {
    case 'idNumber':
      return { idNumber }
    case 'idPaper':
      return { idPaper: idPaper === null ? null : await paperIn(blobs, idPaper) }
    case 'phone':
      return { phone }
    case 'email':
      return { email }
    case 'address':
      return { address: { address, postcode } }
    case 'agent':
      return { agent }
  }
}

async function paperIn(blobs: Unit['blobs'], hash: string): Promise<RevealedPaper | null> {
  const info = await blobs.info(hash)
  const content = await blobs.open(hash)
  if (info === null || content === null || 'failure' in info || 'failure' in content) return null
  return { hash, type: info.type, content }
}
