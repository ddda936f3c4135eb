import type { Day } from '../../../../law/day.ts'
import { stages } from '../../../../office/documents/life/state.ts'
import type { Api } from '../../../desk/api.ts'
import type { StateMark } from '../../../ui/state.ts'
import type { Tile } from '../../../ui/tiles.tsx'
import { type Me, mayAt } from '../who.ts'
import { documentsHref } from './document-href.ts'
import { stageMarks, turnOf } from './document-stage.ts'

/** Documents that wait for somebody for the same reason, and the filter that lists them. */
export interface WaitingDocuments {
  readonly label: string
  readonly count: number
  readonly state: StateMark
  readonly filter: Readonly<Record<string, string>>
}

/** How many documents wait for somebody; nothing for those who do not work on documents. */
export async function waitingDocuments(
  api: Api,
  me: Me,
  organ: string,
  today: Day,
): Promise<readonly WaitingDocuments[]> {
  const turn = turnOf(me, organ)
  if (turn.length === 0 || !mayAt(me, organ, 'readDocuments')) return []
  const count = async (query: object) => {
    const called = await api.call('tallyDocuments', { params: { organ }, query })
    return called.ok ? called.body.rows : []
  }
  const evaluates = mayAt(me, organ, 'reviewWithheld')
  const [counts, due] = await Promise.all([
    count({ stage: turn, by: ['stage'] }),
    evaluates ? count({ reviewBy: today }) : [],
  ])
  return [
    ...turn.map((stage) => ({
      label: `文件：${stages[stage]}`,
      count: counts.find((row) => row.stage === stage)?.count ?? 0,
      state: stageMarks[stage],
      filter: { stage },
    })),
    ...(evaluates
      ? [
          {
            label: '文件：不公开的评估审查',
            count: due[0]?.count ?? 0,
            state: 'soon' as const,
            filter: { reviewBy: today },
          },
        ]
      : []),
  ]
}

/** Each opens onto what it counts. */
export const documentTiles = (organ: string, waiting: readonly WaitingDocuments[]): readonly Tile[] =>
  waiting.map(({ filter, ...tile }) => ({
    href: `${documentsHref(organ)}?${new URLSearchParams(filter)}`,
    ...tile,
  }))
