import type { Citation } from '../../law/citation.ts'
import type { ActorId, Moment } from '../ports.ts'
import type { HiddenData, Inspection, PersonalHit } from './inspection.ts'
import { maskPersonalData, scanPersonalData } from './personal-data.ts'

/**
 * A person answers for one finding of one file. It is bound to the content: the same file changed by a byte wants
 * a new one.
 */
export interface Acknowledgement {
  readonly sha256: string
  readonly finding: string
  /** Id of the member of staff. */
  readonly person: ActorId
  /** Why it may leave all the same. Stands in the log: nothing personal. */
  readonly reason: string
  readonly at: Moment
}

export interface Obstacle {
  readonly code: 'refused' | 'unacknowledged' | 'noPerson' | 'noReason' | 'personalReason'
  /** Null where the file as a whole is refused. */
  readonly finding: string | null
  readonly message: string
  readonly cites: readonly Citation[]
}

export type GateDecision =
  | {
      readonly decision: 'open'
      /** For the log: the content, and who answered for what. Neither name nor text of the file. */
      readonly record: {
        readonly sha256: string
        readonly findings: number
        readonly acknowledged: readonly Acknowledgement[]
      }
    }
  | { readonly decision: 'blocked'; readonly reasons: readonly Obstacle[] }

/** Shorter reasons than this give none. */
const leastReason = 4

/**
 * Whether a file may leave the house (条例§15, 17; 个保法§25). Open only when it is not refused and a person has
 * answered, with a reason, for each finding. Pure.
 */
export function gate(inspection: Inspection, acknowledgements: readonly Acknowledgement[]): GateDecision {
  const { refused, sha256 } = inspection
  if (refused !== undefined) {
    const { message, cites } = refused
    return { decision: 'blocked', reasons: [{ code: 'refused', finding: null, message, cites }] }
  }
  const findings = [...inspection.hidden, ...inspection.personal]
  const mine = acknowledgements.filter((given) => given.sha256 === sha256)
  const reasons: Obstacle[] = []
  const acknowledged: Acknowledgement[] = []
  for (const finding of findings) {
    const given = mine.filter(({ finding: id }) => id === finding.id)
    const sound = given.find((one) => faultOf(one) === null)
    if (sound !== undefined) acknowledged.push(sound)
    else reasons.push(obstacleOf(finding, given[0]))
  }
  return reasons.length > 0
    ? { decision: 'blocked', reasons }
    : { decision: 'open', record: { sha256, findings: findings.length, acknowledged } }
}

function faultOf({ person, reason }: Acknowledgement): 'noPerson' | 'noReason' | 'personalReason' | null {
  if (person.trim() === '' || person === 'system') return 'noPerson'
  if ([...reason.trim()].length < leastReason) return 'noReason'
  return scanPersonalData(reason).length > 0 ? 'personalReason' : null
}

const faults = {
  noPerson: '确认必须由具体的工作人员作出',
  noReason: '确认时没有写明理由',
  personalReason: '确认理由中不得写入个人信息',
} as const

function obstacleOf(
  { id, message, ...finding }: HiddenData | PersonalHit,
  given: Acknowledgement | undefined,
): Obstacle {
  const cites: readonly Citation[] = 'masked' in finding ? ['条例§15', '个保法§25'] : ['条例§17']
  const fault = given === undefined ? null : faultOf(given)
  // The messages quote nothing but masks; masking them once more costs little and makes sure.
  const told = maskPersonalData(message)
  return fault === null
    ? { code: 'unacknowledged', finding: id, message: told, cites }
    : { code: fault, finding: id, message: `${faults[fault]}：${told}`, cites }
}
