/** What all consultations have in common; each of them is a verb of its own. */
import { type Day, formatChinese } from '../../law/day.ts'
import { event, type Party } from './events.ts'
import { isForInformation, isNotApproved } from './guards.ts'
import { parties } from './parties.ts'
import type { RequestAction } from './permissions.ts'
import { refuse } from './refusal.ts'
import type { RequestState } from './state.ts'
import { type Guard, missing, says, type Verb, verb } from './verb.ts'

export interface Consult {
  /** Id of the consultation: several may be open at once. */
  readonly id: string
  /** A third party's id in the vault; an organ's or a unit's name. Never told who the applicant is. */
  readonly counterpart: string
  /** What is asked about. */
  readonly matter: string
  readonly letterNo?: string
  /** The last day for the answer, given by the office; only where the law gives no period. */
  readonly by?: Day
}

export function consultation(
  action: RequestAction,
  party: Party,
  guards: readonly Guard[] = [],
): Verb<Consult> {
  const { cite, period, clock } = parties[party]
  // A unit of the organ itself is asked without a letter; all others in writing (条例§32、§34).
  const written = party !== 'internal'
  return verb<Consult>(action, [isForInformation, isNotApproved, ...guards], (state, command, { today }) => {
    const { id, counterpart, matter, letterNo, by } = command
    if (!says(id) || !says(counterpart)) return missing('征求意见的对象', cite)
    if (!says(matter)) return missing('征求意见的内容', cite)
    if (written && !says(letterNo)) return missing('征求意见书文号，征求意见应当采用书面形式', cite)
    if (consultationOf(state, id) !== undefined)
      return refuse('consultationRepeated', `征求意见（${id}）已经发出，请勿重复发出。`, cite)
    if (by !== undefined && period !== null)
      return refuse('incomplete', '回复期限由条例规定为收到之日起15个工作日，不能另定。', cite)
    if (by === undefined && period === null && clock !== null)
      return missing('请对方回复的期限：条例没有规定，所需时间又不计入答复期限', cite)
    if (by !== undefined && by <= today)
      return refuse('tooEarly', `请对方回复的期限应当晚于发出之日${formatChinese(today)}，请核对。`, cite)
    return [
      event('consultationSent', today, {
        id,
        party,
        counterpart,
        matter,
        letterNo: letterNo ?? null,
        by: by ?? null,
      }),
    ]
  })
}

export function consultationOf({ consultations }: RequestState, id: string) {
  return consultations.find((each) => each.id === id)
}
