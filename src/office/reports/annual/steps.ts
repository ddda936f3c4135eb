/**
 * The steps of an annual report: who may take them, at which stage, and why not otherwise (条例§49). The guard that
 * refuses a step is the one that the list of steps shows beforehand.
 */
import type { Citation } from '../../../law/citation.ts'
import { type Day, formatChinese } from '../../../law/day.ts'
import type { Actor } from '../../requests/context.ts'
import { type Action, may, roles } from '../../requests/permissions.ts'
import { type AnnualRefusal, refuse } from './refusal.ts'
import { type AnnualState, type AnnualStatus, annualStatuses } from './state.ts'

export type AnnualStep = 'write' | 'submit' | 'return' | 'accept' | 'publish' | 'revise'

interface Step {
  readonly caption: string
  readonly action: Extract<Action, 'writeReport' | 'submitReport' | 'reviewReport' | 'publishReport'>
  readonly from: readonly AnnualStatus[]
  readonly cites: readonly Citation[]
}

const beingWritten = ['writing', 'returned', 'revising'] as const satisfies readonly AnnualStatus[]

export const annualSteps: Readonly<Record<AnnualStep, Step>> = {
  write: { caption: '编写', action: 'writeReport', from: beingWritten, cites: ['条例§50'] },
  submit: { caption: '报送', action: 'submitReport', from: beingWritten, cites: ['条例§49'] },
  return: { caption: '退回', action: 'reviewReport', from: ['submitted', 'accepted'], cites: ['条例§49'] },
  accept: { caption: '通过', action: 'reviewReport', from: ['submitted'], cites: ['条例§49'] },
  publish: {
    caption: '公布',
    action: 'publishReport',
    from: ['accepted', 'submitted'],
    cites: ['条例§49'],
  },
  revise: { caption: '更正', action: 'publishReport', from: ['published'], cites: ['条例§49'] },
}

/** What is known of the report beside its events. */
export interface Filing {
  readonly year: number
  readonly today: Day
  /** The last day for publication (条例§49). */
  readonly due: Day
  /** Whether an organ above it in this house receives its report. */
  readonly hasSuperior: boolean
}

const has = (actor: Pick<Actor, 'role' | 'scope'>, action: Action): boolean =>
  may(actor.role, action, actor.scope)

/** Roles that may take the step, in words. */
const whoMay = (action: Action): string =>
  [
    ...(['handler', 'reviewer', 'head', 'authority'] as const).flatMap((role) => [
      ...(may(role, action, 'organ') ? [`本机关${roles[role]}`] : []),
      ...(may(role, action, 'subordinate') ? [`上级机关${roles[role]}`] : []),
    ]),
  ].join('、')

/** Why somebody with these standings cannot take the step now; null where they can. Pure. */
export function annualGuard(
  step: AnnualStep,
  { status }: AnnualState,
  { year, today, due, hasSuperior }: Filing,
  actors: readonly Pick<Actor, 'role' | 'scope'>[],
): AnnualRefusal | null {
  const { caption, action, from, cites } = annualSteps[step]
  if (!actors.some((actor) => has(actor, action)))
    return refuse('notPermitted', `${caption}年度报告由${whoMay(action)}办理。`, ...cites)
  if (!from.includes(status))
    return refuse(
      'wrongStage',
      `报告现在是“${annualStatuses[status]}”，只有${from.map((each) => `“${annualStatuses[each]}”`).join('、')}的可以${caption}。${insteadOf[status]}`,
      ...cites,
    )
  if (step === 'submit' && today <= `${year}-12-31`)
    return refuse(
      'yearNotOver',
      `${year}年尚未结束，全年的数字还没有定下来；请于${year + 1}年1月1日后报送。`,
      ...cites,
    )
  if (step === 'publish' && status === 'submitted' && hasSuperior && today < due)
    return refuse(
      'notAccepted',
      `报告已经报送，上级机关尚未通过，不能公布；到${formatChinese(due)}仍未答复的，可以先行公布。`,
      ...cites,
    )
  return null
}

/** What to do instead, at each stage. */
const insteadOf: Readonly<Record<AnnualStatus, string>> = {
  writing: '请先编写、报送。',
  submitted: '需要修改的，请上级机关退回。',
  returned: '请修改后重新报送。',
  accepted: '需要修改的，请上级机关退回。',
  published: '需要修改的，请先办理更正。',
  revising: '请改好后重新报送、公布。',
}

/** A step as it stands for somebody now. */
export interface AnnualMove {
  readonly step: AnnualStep
  readonly caption: string
  /** Null where it is open. */
  readonly refusal: AnnualRefusal | null
}

/** All steps, open or not, with the reasons. */
export const annualMoves = (
  state: AnnualState,
  filing: Filing,
  actors: readonly Pick<Actor, 'role' | 'scope'>[],
): readonly AnnualMove[] =>
  (Object.keys(annualSteps) as AnnualStep[]).map((step) => ({
    step,
    caption: annualSteps[step].caption,
    refusal: annualGuard(step, state, filing, actors),
  }))
