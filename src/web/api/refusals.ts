/**
 * What the office refuses, as problems. 409: the state of the case does not allow it now; the same may be done later.
 * 422: what was sent is at fault, whenever it is sent. 403: not by this person.
 */
import type { Citation } from '../../law/citation.ts'
import type { Obstacle } from '../../office/attachments/gate.ts'
import type { Conflict } from '../../office/ports.ts'
import { conflictProblem, type FieldFault, type Problem, type ProblemDocument } from '../http/problem.ts'
import type { UploadedFile } from '../http/upload.ts'

/** A refusal of any use case. */
export interface AnyRefusal {
  readonly refused: true
  readonly code: string
  readonly message: string
  readonly cites: readonly Citation[]
}

/** A failure that is told in one sentence. */
export interface AnyFailure {
  readonly failure: string
  readonly message: string
}

/** Something about a letter, or another part of what is asked for, that has to be put right. */
export interface AnyFault {
  readonly name?: string
  readonly message: string
}

const forbidden = new Set(['notPermitted', 'fourEyes', 'ownAccount'])

const notThere = new Set(['unknown', 'unknownStaff', 'unknownOrgan', 'noDocument'])

/** Refusals of what was sent; every other is one of the state of things. */
const atFault = new Set([
  'incomplete',
  'personalData',
  'future',
  'tooEarly',
  'letterNumber',
  'letterDate',
  'carrier',
  'bothBases',
  'feeAmount',
  'noReason',
  'groundWithoutBasis',
  'answersDisagree',
  'noRemedies',
  'wrongRemedies',
  'noFields',
  'fieldsBeyondPurpose',
  'badAccount',
  'badMail',
  'noName',
  'notGrantable',
  'wrongContact',
  'reasonsWanted',
  // A correction of what was read, and whose report it is
  'noCells',
  'unknownCell',
  'sameCells',
  'notBelow',
  // An annual report
  'computedCell',
  'enteredCell',
  'wrongValue',
  // A document
  'metadataMissing',
  'accountWanted',
  'badNumber',
  'badDays',
  'selfLink',
  // An application, and what a file turns out to be
  'unknownValue',
  'wrongChannel',
  'tooLong',
  'tooManyPapers',
  'empty',
  'executable',
  'macro',
  'classified',
  'locked',
  'damaged',
  'bomb',
  'tooDeep',
  'tooComplex',
  'unsupported',
])

const titles = {
  403: '没有权限',
  404: '找不到',
  409: '现在不能办理',
  413: '内容过大',
  422: '所填的内容不能办理',
} as const

type Status = keyof typeof titles

export function statusOfRefusal(code: string): Status {
  if (forbidden.has(code)) return 403
  if (notThere.has(code)) return 404
  if (code === 'tooLarge') return 413
  return atFault.has(code) ? 422 : 409
}

export function refusalProblem(
  { code, message, cites }: AnyRefusal,
  errors?: readonly FieldFault[],
): Problem {
  const status = statusOfRefusal(code)
  return named(`refusal:${code}`, status, message, [...cites], errors)
}

/** What a use case could not do, in its own words. */
export const failureProblem = ({ failure, message }: AnyFailure, status: 404 | 409 | 422 = 409): Problem =>
  named(`failure:${failure}`, status, message)

/** Several things to be put right before it can be done. */
export function faultsProblem(code: string, faults: readonly AnyFault[], status: 409 | 422 = 422): Problem {
  return named(
    `failure:${code}`,
    status,
    `有 ${faults.length} 处需要补充或者修改，未作任何记录；请修改后再办理。`,
    [],
    faults.map(({ name = '', message }) => ({ field: name, caption: name, message })),
  )
}

function named(
  code: string,
  status: Status,
  detail: string,
  cites: string[] = [],
  errors?: readonly FieldFault[],
): Problem {
  const document: ProblemDocument = {
    type: `urn:gongkai:${code}`,
    title: titles[status],
    status,
    detail,
    cites,
    ...(errors !== undefined && { errors: [...errors] }),
  }
  return { problem: document }
}

/** The problem of an outcome that is no success; null for a success. */
export function problemIn(outcome: object): Problem | null {
  if ('refused' in outcome && outcome.refused === true) return heldProblem(outcome as AnyRefusal)
  if (!('failure' in outcome)) return null
  if (outcome.failure === 'conflict') return conflictProblem(outcome as Conflict)
  if ('problems' in outcome) return unwrittenProblem(outcome as Unmade)
  if ('obstacles' in outcome) return blockedProblem(outcome.obstacles as readonly Obstacle[])
  const status = String(outcome.failure).startsWith('unknown') ? 404 : 409
  return failureProblem(outcome as AnyFailure, status)
}

/** The same of what looked into files: what is amiss with one of them is said at the field that it came in. */
export function problemAtFile(
  outcome: object,
  files: readonly Pick<UploadedFile, 'field'>[],
): Problem | null {
  const field = 'index' in outcome ? files[Number(outcome.index)]?.field : undefined
  if (field === undefined) return problemIn(outcome)
  const refusal = outcome as AnyRefusal
  return refusalProblem(refusal, [{ field, caption: '附件', message: refusal.message }])
}

/** Each obstacle at its finding. */
const blockedProblem = (obstacles: readonly Obstacle[]): Problem =>
  faultsProblem(
    'blocked',
    obstacles.map(({ finding, message }) => ({ ...(finding !== null && { name: finding }), message })),
    409,
  )

/** A letter that cannot be written, and perhaps why its step cannot be done either. */
interface Unmade {
  readonly failure: string
  readonly problems: readonly AnyFault[]
  readonly refusal?: AnyRefusal | null
}

function unwrittenProblem({ failure, problems, refusal = null }: Unmade): Problem {
  const faults = problems.map(({ name = '', message }) => ({ field: name, caption: name, message }))
  return refusal === null ? faultsProblem(failure, problems) : refusalProblem(refusal, faults)
}

/** A refusal of the gate tells every item that is wanting. */
function heldProblem(refusal: AnyRefusal): Problem {
  const { gate } = refusal as AnyRefusal & { gate?: readonly Gated[] }
  const wanting = gate?.filter(({ refusal }) => refusal !== null)
  return refusalProblem(
    refusal,
    wanting?.map(({ id, caption, refusal }) => ({ field: id, caption, message: refusal!.message })),
  )
}

interface Gated {
  readonly id: string
  readonly caption: string
  readonly refusal: AnyRefusal | null
}
