import { type Stage, stages } from '../../../../office/documents/life/state.ts'
import type { Api } from '../../../desk/api.ts'
import type { Tile } from '../../../ui/tiles.tsx'
import { type Me, mayAt } from '../who.ts'
import { documentsHref } from './document-href.ts'
import { stageMarks, turnOf } from './document-stage.ts'

export interface WaitingDocuments {
  readonly stage: Stage
  readonly count: number
}

/** How many documents wait for somebody, by their stage; nothing for those who do not work on documents. */
export async function waitingDocuments(
  api: Api,
  me: Me,
  organ: string,
): Promise<readonly WaitingDocuments[]> {
  const turn = turnOf(me, organ)
  if (turn.length === 0 || !mayAt(me, organ, 'readDocuments')) return []
  const called = await api.call('tallyDocuments', {
    params: { organ },
    query: { stage: turn, by: ['stage'] } as object,
  })
  const counts = called.ok ? called.body.rows : []
  return turn.map((stage) => ({ stage, count: counts.find((row) => row.stage === stage)?.count ?? 0 }))
}

/** Each opens onto what it counts. */
export const documentTiles = (organ: string, waiting: readonly WaitingDocuments[]): readonly Tile[] =>
  waiting.map(({ stage, count }) => ({
    href: `${documentsHref(organ)}?${new URLSearchParams({ stage })}`,
    label: `文件：${stages[stage]}`,
    count,
    state: stageMarks[stage],
  }))
