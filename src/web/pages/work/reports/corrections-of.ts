import type { AnsweredBy } from '../../../desk/api.ts'
import type { Corrections } from './report-view.ts'

type Readings = AnsweredBy<'readExaminedReport'>['readings']

/** The cells that people have read otherwise than the machine, in a reading and in those it was made upon. */
export function correctionsOf(
  readings: Readings,
  shown: number | null,
  nameOf: (actor: string) => string,
): Corrections {
  const reading = readings.find(({ number }) => number === shown)
  if (reading === undefined || reading.kind === 'machine') return {}
  const own = { reading: reading.number, by: nameOf(reading.by), reason: reading.reason ?? '' }
  return {
    ...correctionsOf(readings, reading.base, nameOf),
    ...Object.fromEntries(Object.keys(reading.cells).map((key) => [key, own])),
  }
}
