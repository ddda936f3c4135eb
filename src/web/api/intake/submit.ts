/** Takes an application in, whoever sends it, once for each Idempotency-Key; the secret is told again with it. */
import { createHash } from 'node:crypto'
import type { Calendar } from '../../../law/calendar.ts'
import { hasFailed } from '../../../office/handling/all-or-nothing.ts'
import { calendarOf } from '../../../office/handling/calendar-of.ts'
import type { Submission, SubmittedPaper } from '../../../office/intake/submission.ts'
import {
  type Prepared,
  prepareSubmission,
  type Submitted,
  submitWithin,
} from '../../../office/intake/submit-application.ts'
import type { Office, OrganId } from '../../../office/ports.ts'
import { issueReceiptWithin } from '../../../office/replies/issue-receipt.ts'
import { once } from '../../http/once.ts'
import type { Parts } from '../../http/parts.ts'
import { isProblem, type Problem } from '../../http/problem.ts'
import { derivedSecret } from '../../http/secrets.ts'
import { keyFor } from '../../http/tokens.ts'
import type { UploadedFile } from '../../http/upload.ts'
import { problemAtFile, problemIn } from '../refusals.ts'
import { type TakenIn, viewOfSubmitted } from './taken-in.ts'

/** An application but for what is made here: ids and the secret. */
export type Incoming = Omit<Submission, 'request' | 'applicantId' | 'secret' | 'papers'>

export interface Submitting {
  readonly parts: Parts
  readonly incoming: Incoming
  /** Id of the request, where it is settled beforehand. */
  readonly request?: string
  readonly files: readonly UploadedFile[]
  /** Null where the sender gave none. */
  readonly key: string | null
  /** Who sends, so that nobody hits upon another's key. */
  readonly caller: string
  /** What was sent, whole: the same key with anything else is refused. */
  readonly sent: unknown
}

/** What was taken in, and the secret by which the applicant finds it again. */
export interface Taken {
  readonly taken: TakenIn
  readonly secret: string
  readonly repeated: boolean
}

export async function submit({
  parts,
  incoming,
  request,
  files,
  key,
  caller,
  sent,
}: Submitting): Promise<Taken | Problem> {
  const { office, tokenKey, newId, newSecret } = parts
  const { organ, at } = incoming
  const call = [sent, files.map(({ field, name, bytes }) => [field, name, hashOf(bytes)])]
  const secret =
    key === null ? newSecret() : derivedSecret(keyFor(tokenKey, 'secrets'), [organ, caller, key, call])
  const papers = files.map(({ field, name, bytes }): SubmittedPaper => {
    const as = purposes.find((purpose) => purpose === field)
    return { id: newId(), name, bytes, ...(as && { as }) }
  })
  const prepared = await prepareSubmission({
    ...incoming,
    request: request ?? newId(),
    applicantId: newId(),
    secret,
    papers,
  })
  const refused = problemAtFile(prepared, files)
  if (refused !== null) return refused
  const calendar = await calendarOf(office, organ)
  const letterId = newId()
  const outcome = await once(
    office,
    { organ, key, caller, call, at, secret: keyFor(tokenKey, 'idempotency keys') },
    (inner) => takeIn(inner, organ, prepared as Prepared, calendar, letterId),
  )
  return isProblem(outcome) ? outcome : { taken: outcome.answer, secret, repeated: outcome.repeated }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Fields of a form whose files are more than just papers. */
const purposes = ['identity', 'authorisation', 'evidence'] as const

/** Registered, and the receipt with it where one is due and can be written. */
async function takeIn(
  office: Office,
  organ: OrganId,
  prepared: Prepared,
  calendar: Calendar,
  letterId: string,
): Promise<TakenIn | Problem> {
  const { context, at } = prepared.submission
  return office.inTransaction(organ, async (unit) => {
    const outcome = await submitWithin(unit, prepared, calendar)
    const refused = problemIn(outcome)
    if (refused !== null) {
      unit.abandon()
      return refused
    }
    const submitted = outcome as Submitted
    const acting = { organ, request: submitted.request, context, at, letterId }
    const receipt = await issueReceiptWithin(unit, acting, calendar)
    const issued = receipt === null || hasFailed(receipt) ? null : receipt
    return viewOfSubmitted(submitted, issued?.version ?? submitted.version, issued === null ? null : letterId)
  })
}
