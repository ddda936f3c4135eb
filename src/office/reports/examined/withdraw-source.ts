import type { Office } from '../../ports.ts'
import { faultOfReason, type SourceDeed, type SourceOutcome, sourceDeed } from './deed.ts'
import { examineNextYear } from './examine-next-year.ts'
import type { ExaminedSource } from './fold-source.ts'

export interface WithdrawSource extends SourceDeed {
  readonly reason: string
}

/** Takes out what was put in by mistake: no list shows it any more, the log keeps that it was there and why it went. */
export async function withdrawSource(
  office: Office,
  { reason, ...deed }: WithdrawSource,
): Promise<SourceOutcome> {
  const fault = faultOfReason(reason)
  if (fault !== null) return fault
  let match: ExaminedSource['match'] = null
  const outcome = await sourceDeed(office, deed, (source) => {
    match = source.match
    return { kind: 'sourceWithdrawn', data: { reason: reason.trim() } }
  })
  if (!('failure' in outcome || outcome.refused)) await examineNextYear(office, deed, match)
  return outcome
}
