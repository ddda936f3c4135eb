import { figureOf } from '../../../../report/reading.ts'
import type { StateMark } from '../../../ui/state.ts'
import { blankWord, typedFor } from '../reports/correction-values.ts'
import type { AnnualCell, AnnualReport } from './annual-words.ts'
import { readingsIn } from './open-report.ts'

type Origin = AnnualCell['origin']

/** Origins as they show: a sign in the corner of the cell, and a badge beside its figure. */
export const originLooks: Readonly<Record<Origin, { readonly badge: StateMark; readonly sample: string }>> = {
  computed: { badge: 'plain', sample: '12' },
  sum: { badge: 'plain', sample: '12' },
  summed: { badge: 'plain', sample: '12' },
  register: { badge: 'plain', sample: '12' },
  entered: { badge: 'new', sample: '12' },
  imported: { badge: 'new', sample: '12' },
  corrected: { badge: 'soon', sample: '改' },
  asked: { badge: 'fix', sample: '' },
}

const readingOf = (cell: AnnualCell) => readingsIn([cell])[cell.key]!

/** The figure of a cell as one says it. */
export function figureWords(cell: AnnualCell): string {
  const reading = readingOf(cell)
  if (cell.kind === 'absent') return '没有数字'
  if (cell.kind === 'dash') return '—'
  return cell.kind === 'blank' ? blankWord : String(figureOf(reading) ?? '')
}

/** What stands in the field of a cell before anything is typed. */
export const typedOf = (cell: AnnualCell): string => typedFor(readingOf(cell))

/** What the signs in the corners mean; those that occur, with how often. */
export function OriginLegend({ cells }: Pick<AnnualReport, 'cells'>) {
  const shown = Map.groupBy(cells, ({ origin }) => origin)
  return (
    <ul className="legend noprint">
      {(Object.keys(originLooks) as Origin[]).flatMap((origin) => {
        const own = shown.get(origin)
        if (own === undefined) return []
        return (
          <li key={origin}>
            <i aria-hidden="true" data-origin={origin}>
              {originLooks[origin].sample}
            </i>
            {own[0]?.originCaption} {own.length}
          </li>
        )
      })}
      <li>点一格，看它背后的申请件、来源和记录</li>
    </ul>
  )
}
