/** What may be written into prose as a live figure: the cells of the form, sums over several, requests by their way. */
import { chineseNumeral } from '../../../law/chinese-numeral.ts'
import { type MetricEntry, metrics } from '../../../report/claims.ts'
import { lookUp } from '../../../report/prose.ts'
import { type AnnualAsk, type AnnualHouse, draftAt, noForm, openDesk, registerFor } from './desk.ts'
import { sourceIn } from './draft.ts'
import { countCaptions, countsOf } from './gather.ts'
import type { AnnualRefusal } from './refusal.ts'

export interface LiveFigure {
  /** As it stands in braces. */
  readonly key: string
  readonly caption: string
  /** Under which it is listed: 几格之和, 三、收到和处理…. */
  readonly group: string
  /** Null where there is no figure yet. */
  readonly now: number | null
  /** Last year's; null where that report is not known or has none. */
  readonly last: number | null
}

/** All of them, those that are used most first; refused for a year without a form. */
export async function liveFigures(
  house: AnnualHouse,
  ask: AnnualAsk,
): Promise<readonly LiveFigure[] | AnnualRefusal> {
  const register = await registerFor(house, ask)
  return house.office.inTransaction(ask.organ.id, async (unit) => {
    const desk = await openDesk(unit, ask)
    const draft = await draftAt(unit, desk, register)
    if (draft === null) return noForm(ask.year)
    const { compiled, report } = draft
    const { edition } = compiled
    const now = sourceIn(report, await countsOf(unit, ask.organ.id, ask.year))!
    const last = desk.previous && sourceIn(desk.previous)
    const titles = new Map(
      edition.sections.map(({ number, title }) => [number, `${chineseNumeral(number)}、${title}`]),
    )
    const groupOf = new Map(edition.tables.map(({ key, section }) => [key as string, titles.get(section)!]))
    const named = [
      ...Object.entries<MetricEntry>(metrics).flatMap(([name, { caption, against }]) =>
        (against?.[edition.id][0]?.length ?? 0) > 1
          ? [{ key: `sum/${name}`, caption, group: '几格之和' }]
          : [],
      ),
      ...compiled.cells.map(({ key, caption }) => ({
        key,
        caption,
        group: groupOf.get(key.slice(0, key.indexOf('/'))) ?? '',
      })),
      ...countCaptions.map(({ name, caption, group }) => ({ key: `count/${name}`, caption, group })),
    ]
    return named.map((figure) => ({
      ...figure,
      now: lookUp(figure.key, now) ?? null,
      last: last === null ? null : (lookUp(figure.key, last) ?? null),
    }))
  })
}
