/** How cases ended, by the rows of the annual report's form (条例§50(2)). */
import { editionFor } from '../../../../report/editions/index.ts'
import { briefly, type Node } from '../../../../report/form.ts'
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
}

/** The rows that have a case in either time, with those above them, in the order of the form of the year. */
export function outcomeLines(outcomes: readonly Outcome[], year: number): readonly OutcomeLine[] {
  const table = editionFor(year)?.tables.find(({ key }) => key === 'requests')
  const below = (node: Node, above: string, depth: number): readonly OutcomeLine[] => {
    const path = above === '' ? node.id : `${above}.${node.id}`
    if (node.kind === 'total') return []
    const here = outcomes.filter(({ key }) => key === path || key.startsWith(`${path}.`))
    const sum = (when: 'now' | 'before') => here.reduce((all, each) => all + each[when], 0)
    const line: OutcomeLine = {
      path,
      caption: node.caption,
      depth,
      now: sum('now'),
      before: sum('before'),
    }
    const inner = node.kind === 'group' ? node.nodes.flatMap((each) => below(each, path, depth + 1)) : []
    return here.length === 0 ? [] : [line, ...inner]
  }
  const outcome = table?.rows.find(({ id }) => id === 'outcome')
  return outcome?.kind === 'group' ? outcome.nodes.flatMap((node) => below(node, 'outcome', 0)) : []
}

/** What the form of the year calls the row, and each row above it. */
export function captionOfOutcome(path: string, year: number): string {
  const captions: string[] = []
  let nodes: readonly Node[] = editionFor(year)?.tables.find(({ key }) => key === 'requests')?.rows ?? []
  for (const id of path.split('.')) {
    const node = nodes.find((each) => each.id === id)
    if (node === undefined) break
    captions.push(briefly(node))
    nodes = node.kind === 'group' ? node.nodes : []
  }
  return captions.slice(1).join(' › ')
}
