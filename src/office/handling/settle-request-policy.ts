import { settleSetting } from '../organs/settle-setting.ts'
import type { Act, Conflict, Office, OrganId } from '../ports.ts'
import type { RequestPolicy } from '../requests/context.ts'
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
  const conflict = await settleSetting(office, { organ, key, value: policy, because, by })
  return conflict ?? recountAll(office, organ)
}
