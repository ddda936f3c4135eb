import { checkNumbering, numberBy } from '../organs/numbering.ts'
import type { OrganDetails } from '../organs/organ.ts'
import type { Moment, NumberSeries, Unit } from '../ports.ts'

/** Pattern of the registration numbers of requests, a setting of each organ; placeholders as for its letters. */
export const requestNumbering = {
  setting: 'requestNumbering',
  pattern: '{年}-{序号}',
  /** What is wrong with a pattern, in Chinese; null when sound. */
  check: checkNumbering,
} as const

/** The series from which requests of a year are numbered. */
export const requestSeries = (year: number): NumberSeries => ({ kind: 'request', year })

/** How the unit's organ forms a registration number of a year and a place in the series. */
export async function requestNumberBy(
  unit: Pick<Unit, 'organ' | 'organs' | 'settings'>,
): Promise<(year: number, number: number) => string> {
  const set = await unit.settings.get<string>(requestNumbering.setting)
  const pattern = set !== null && checkNumbering(set) === null ? set : requestNumbering.pattern
  const details = (await unit.organs.get(unit.organ))?.details as Partial<OrganDetails> | undefined
  const prefix = details?.docPrefix ?? ''
  return (year, number) => numberBy(pattern, { prefix, type: '申', year, number })
}

/**
 * The next registration number of the unit's organ. A number that an imported case bears already is void and stays
 * on record, so that the series has neither gap nor double.
 */
export async function nextRequestNumber(
  unit: Unit,
  year: number,
  stream: string,
  at: Moment,
): Promise<string> {
  const form = await requestNumberBy(unit)
  for (;;) {
    const number = await unit.numbers.next(requestSeries(year), stream, at)
    const formed = form(year, number)
    if ((await unit.cases.byNumber(formed)) === null) return formed
    await unit.numbers.voided(requestSeries(year), number, '与已有申请的编号相同', at)
  }
}
