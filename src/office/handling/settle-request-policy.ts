import { appendTo } from '../append-to.ts'
import { dayAt } from '../beijing-time.ts'
import { administered } from '../organs/administration-events.ts'
import type { Act, Conflict, Office, OrganId } from '../ports.ts'
import type { RequestPolicy } from '../requests/context.ts'
import { streamOfOrgan } from '../streams.ts'
import { allOrNothing } from './all-or-nothing.ts'
import { type Recounted, recountAll } from './publish-calendar.ts'
import { requestPolicyKey as key } from './request-policy.ts'

export interface PolicyChange {
  readonly organ: OrganId
  readonly policy: RequestPolicy
  /** Why, for the log: a township without a reviewer, the custom of the region. */
  readonly because: string
  readonly by: Act
}

/** Settles the policy with its reason in the log, then counts the open cases anew; those whose due day moved. */
export async function settleRequestPolicy(
  office: Office,
  { organ, policy, because, by }: PolicyChange,
): Promise<Recounted | Conflict> {
  const conflict = await allOrNothing(office, organ, async (unit): Promise<Conflict | { done: true }> => {
    await unit.settings.set(key, policy, by)
    const event = administered('settingSettled', dayAt(by.at), { key, because })
    return (await appendTo(unit, streamOfOrgan(organ), event, by)) ?? { done: true }
  })
  return 'failure' in conflict ? conflict : recountAll(office, organ)
}
