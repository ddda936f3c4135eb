import type { Office } from '../../ports.ts'
import { faultOfReason, type SourceDeed, type SourceOutcome, sourceDeed } from './deed.ts'

export interface WithdrawSource extends SourceDeed {
  readonly reason: string
}

/** Takes out what was put in by mistake: no list shows it any more, the log keeps that it was there and why it went. */
export async function withdrawSource(
  office: Pick<Office, 'inTransaction'>,
  { reason, ...deed }: WithdrawSource,
): Promise<SourceOutcome> {
  return (
    faultOfReason(reason) ??
    sourceDeed(office, deed, () => ({ kind: 'sourceWithdrawn', data: { reason: reason.trim() } }))
  )
}
