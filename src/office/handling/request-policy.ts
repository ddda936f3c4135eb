/** What an organ has settled for its handling where the law is silent. */
import type { Unit } from '../ports.ts'
import { defaultRequestPolicy, type RequestPolicy } from '../requests/context.ts'

/** Key of the setting that holds it. */
export const requestPolicyKey = 'requestPolicy'

/** The policy in force at the unit's organ; what was never settled is as the software has it. */
export async function requestPolicyOf({ settings }: Pick<Unit, 'settings'>): Promise<RequestPolicy> {
  return { ...defaultRequestPolicy, ...(await settings.get<Partial<RequestPolicy>>(requestPolicyKey)) }
}
