import type { CaseId, Office, OrganId } from '../ports.ts'
import { findTracked } from './tracking-key.ts'

/**
 * The request that number and secret open at an organ. Null alike for a number that is none, a secret that is another's
 * and a record that was erased, so that nobody learns from the answer which numbers there are. How often somebody may
 * try is for the door to say.
 */
export const openTracking = (
  office: Office,
  organ: OrganId,
  number: string,
  secret: string,
): Promise<CaseId | null> => office.inTransaction(organ, (unit) => findTracked(unit, number, secret))
