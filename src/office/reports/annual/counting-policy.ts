/** How an organ counts where the form of the annual report leaves it open: settled with a reason, kept in its log. */
import { dispositions, type OutcomeRow } from '../../../law/dispositions.ts'
import { editions } from '../../../report/editions/index.ts'
import { briefly, leaves } from '../../../report/form.ts'
import type { Unit } from '../../ports.ts'
import {
  type CountingPolicy,
  defaultCountingPolicy,
  matters,
  type Unsettled,
  unsettled,
} from '../../requests/annual.ts'

/** Key of the setting that holds it. */
export const countingPolicyKey = 'countingPolicy'

/** The policy of the unit's organ; what was never settled is as the software has it. */
export async function countingPolicyOf({ settings }: Pick<Unit, 'settings'>): Promise<CountingPolicy> {
  const own = await settings.get<Partial<CountingPolicy>>(countingPolicyKey)
  return {
    ...defaultCountingPolicy,
    ...own,
    movedOn: { ...defaultCountingPolicy.movedOn, ...own?.movedOn },
  }
}

const groups = ['unavailable', 'declined', 'other'].map((group) => `outcome.${group}.`)

/** Rows that an unsettled ending may be counted in, with their captions: neither grants nor refusals. */
export const openRows: Readonly<Record<OutcomeRow, string>> = Object.fromEntries(
  editions['2021'].tables
    .filter(({ key }) => key === 'requests')
    .flatMap(({ rows }) => leaves(rows))
    .filter(({ path, node }) => node.kind === 'item' && groups.some((group) => path.startsWith(group)))
    .map(({ path, trail }) => [path, trail.slice(1).map(briefly).join(' › ')]),
)

/** Whether withdrawn requests are counted, in words. */
export const withdrawnWords: Readonly<Record<CountingPolicy['withdrawn'], string>> = {
  counted: '计入新收，办理结果计入下面所选的一行',
  leftOut: '不计入',
}

/** The row of an unsettled ending under the policy. */
export const chosenRow = ({ rows }: CountingPolicy, ending: Unsettled): OutcomeRow =>
  rows[ending] ?? dispositions[ending].row

/** What the organ counts otherwise than the software would, a sentence each; nothing where it has settled nothing. */
export function ownChoices(policy: CountingPolicy): readonly string[] {
  const { withdrawn, movedOn } = defaultCountingPolicy
  const moved = (Object.keys(movedOn) as (keyof typeof movedOn)[]).filter(
    (matter) => policy.movedOn[matter] !== movedOn[matter],
  )
  return [
    ...(policy.withdrawn === withdrawn
      ? []
      : [`${dispositions.withdrawn.caption}的${withdrawnWords[policy.withdrawn]}`]),
    ...moved.map((matter) => {
      const ending = policy.movedOn[matter]
      return `${matters[matter]}转其他渠道的${ending === null ? '不计入' : `计为“${dispositions[ending].caption}”`}`
    }),
    ...unsettled
      .filter((ending) => chosenRow(policy, ending) !== dispositions[ending].row)
      .map((ending) => `“${dispositions[ending].caption}”计入“${openRows[chosenRow(policy, ending)]}”`),
  ]
}
