import type { Act, Unit } from '../ports.ts'

/** When the daily round speaks up; the law leaves it to the house. */
export interface SweepPolicy {
  /** Working days for which what came in may lie unconfirmed or unassigned. */
  readonly untouchedDays: number
  /** Working days before the due day at which its handler is reminded; 0: on the day itself. */
  readonly dueSoon: readonly number[]
  /** Days after the end of a case within which it is filed: as long as a suit may still come, unless told otherwise. */
  readonly archiveDays: number
}

export const defaultSweepPolicy: SweepPolicy = { untouchedDays: 1, dueSoon: [5, 2, 0], archiveDays: 180 }

const settingsKey = 'sweep'

/** What the unit's organ has settled. */
export async function sweepPolicyOf({ settings }: Pick<Unit, 'settings'>): Promise<SweepPolicy> {
  return { ...defaultSweepPolicy, ...(await settings.get<Partial<SweepPolicy>>(settingsKey)) }
}

/** Settles it anew; what is wrong with it in Chinese, or null when done. */
export async function settleSweep(
  { settings }: Pick<Unit, 'settings'>,
  settled: Partial<SweepPolicy>,
  by: Act,
): Promise<string | null> {
  const { untouchedDays, dueSoon, archiveDays } = { ...defaultSweepPolicy, ...settled }
  const isCount = (days: number, most: number): boolean => Number.isInteger(days) && days >= 0 && days <= most
  if (!isCount(untouchedDays, 20)) return '未确认、未分办的提醒应当是0至20个工作日的整数，请核对。'
  if (dueSoon.length > 10 || !dueSoon.every((days) => isCount(days, 20)))
    return '届满前的提醒应当是0至20个工作日的整数，最多10次，请核对。'
  if (!isCount(archiveDays, 3650)) return '归档的提醒应当是0至3650天的整数，请核对。'
  await settings.set(settingsKey, settled, by)
  return null
}
