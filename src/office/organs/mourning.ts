import type { Day } from '../../law/day.ts'
import type { Office } from '../ports.ts'

/** 哀悼日: the days on which the pages are grey, both included; a setting of the organ above which there is none. */
export interface Mourning {
  readonly from: Day | null
  readonly to: Day | null
}

export const mourningSetting = 'mourning'

/** Pure. A day that was left out ends nothing: grey until somebody says otherwise; two that were left out, never. */
export const mourns = ({ from, to }: Mourning, day: Day): boolean =>
  (from !== null || to !== null) && (from === null || from <= day) && (to === null || day <= to)

/** Whether a topmost organ has settled that the pages are grey on that day. */
export async function isMourning(office: Office, today: Day): Promise<boolean> {
  const top = (await office.organs.all()).filter(({ parent }) => parent === null)
  const settled = await Promise.all(
    top.map(({ id }) => office.inTransaction(id, (unit) => unit.settings.get<Mourning>(mourningSetting))),
  )
  return settled.some((each) => each !== null && mourns(each, today))
}
