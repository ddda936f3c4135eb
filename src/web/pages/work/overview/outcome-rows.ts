/** How cases ended, by the rows of the annual report's form (条例§50(2)). */
import type { DispositionKey } from '../../../../law/dispositions.ts'
import { defaultCountingPolicy, rowOf } from '../../../../office/requests/annual.ts'
import { editionFor } from '../../../../report/editions/index.ts'
import type { Node } from '../../../../report/form.ts'
import type { AnsweredBy } from '../../../desk/api.ts'

type Outcome = AnsweredBy<'readOverview'>['outcomes'][number]

export interface OutcomeLine {
  /** Path of the row in the form: outcome.denied.thirdParty. */
  readonly path: string
  readonly caption: string
  /** 0 for the rows of 三、本年度办理结果 themselves, 1 for what lies below one of them. */
  readonly depth: number
  readonly now: number
  readonly before: number
  /** Endings that are counted there. */
  readonly dispositions: readonly DispositionKey[]
}

/** The rows that have a case in either time, with those above them, in the order of the form of the year. */
export function outcomeLines(outcomes: readonly Outcome[], year: number): readonly OutcomeLine[] {
  const table = editionFor(year)?.tables.find(({ key }) => key === 'requests')
  const below = (node: Node, above: string, depth: number): readonly OutcomeLine[] => {
    const path = above === '' ? node.id : `${above}.${node.id}`
    if (node.kind === 'total') return []
    const here = outcomes.filter(({ key }) => {
      const row = rowOf(key as DispositionKey, year, defaultCountingPolicy)
      return row === path || row.startsWith(`${path}.`)
    })
    const sum = (when: 'now' | 'before') => here.reduce((all, each) => all + each[when], 0)
    const line: OutcomeLine = {
      path,
      caption: node.caption,
      depth,
      now: sum('now'),
      before: sum('before'),
      dispositions: here.map(({ key }) => key as DispositionKey),
    }
    const inner = node.kind === 'group' ? node.nodes.flatMap((each) => below(each, path, depth + 1)) : []
    return here.length === 0 ? [] : [line, ...inner]
  }
  const outcome = table?.rows.find(({ id }) => id === 'outcome')
  return outcome?.kind === 'group' ? outcome.nodes.flatMap((node) => below(node, 'outcome', 0)) : []
}
