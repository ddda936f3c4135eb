/** The number series of an organ in a year: what was issued, what is void and why, which comes next. */
import { requestNumberBy, requestSeries } from '../intake/registration-number.ts'
import { letterKinds, letters } from '../letters/letters.ts'
import { formatNumber, seriesOf } from '../letters/number.ts'
import type { NumberSeries, Unit } from '../ports.ts'
import { letterHouseOf } from './letter-organ.ts'

export interface SeriesView {
  readonly key: string
  /** What is numbered by it: 登记编号, or the titles of the letters. */
  readonly kinds: readonly string[]
  readonly issued: number
  /** As it will print; null where the rules of the organ do not give one yet. */
  readonly next: string | null
  readonly voided: readonly { readonly number: string; readonly at: string; readonly reason: string }[]
  /** Numbers that were never issued though later ones were: there should be none. */
  readonly missing: readonly string[]
}

/** Every series in which the unit's organ numbers, that of its register first. */
export async function numberSeriesOf(unit: Unit, year: number): Promise<readonly SeriesView[]> {
  const { scheme } = await letterHouseOf(unit)
  const formRequest = await requestNumberBy(unit)
  const byKey = Map.groupBy(letterKinds, (kind) => seriesOf(scheme, kind))
  const views = [
    await view(unit, requestSeries(year), ['申请登记编号'], (number) => formRequest(year, number)),
  ]
  for (const [key, kinds] of byKey) {
    const formed = (number: number) => {
      const text = formatNumber(scheme, kinds[0]!, year, number)
      return typeof text === 'string' ? text : null
    }
    const titles = [...new Set(kinds.map((kind) => letters[kind].title))]
    views.push(await view(unit, { kind: key, year }, titles, formed))
  }
  return views
}

async function view(
  { numbers }: Unit,
  series: NumberSeries,
  kinds: readonly string[],
  formed: (number: number) => string | null,
): Promise<SeriesView> {
  const issued = await numbers.list(series)
  const last = issued.at(-1)?.number ?? 0
  const known = new Set(issued.map(({ number }) => number))
  const print = (number: number) => formed(number) ?? String(number)
  return {
    key: series.kind,
    kinds,
    issued: issued.length,
    next: formed(last + 1),
    voided: issued.flatMap(({ number, voided }) =>
      voided === null ? [] : [{ number: print(number), ...voided }],
    ),
    missing: Array.from({ length: last }, (_, index) => index + 1)
      .filter((number) => !known.has(number))
      .map(print),
  }
}
