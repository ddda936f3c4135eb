import { actionCaptions } from '../../api/action-captions.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { MovesPanel } from './moves-panel.tsx'
import { lettersHref, papersHref, requestHref } from './rooms.ts'

type Move = AnsweredBy<'readRequest'>['moves'][number]

/** Steps that have a page of their own. */
const pages: Readonly<Partial<Record<Move['action'], (organ: string, request: string) => string>>> = {
  addPaper: papersHref,
  clearPaper: papersHref,
  issueLetter: lettersHref,
}

/** Steps that are done from the page of another. */
const within: ReadonlySet<Move['action']> = new Set(['receive', 'withholdPaper', 'annotate', 'noteSeen'])

/** Whether there is a page on which the step is done. `hasForm`: it has fields, or none but a command. */
export const hasPage = (action: Move['action'], hasForm: boolean): boolean =>
  !within.has(action) && (hasForm || pages[action] !== undefined)

interface MovesProps {
  readonly organ: string
  readonly request: string
  readonly moves: readonly Move[]
}

/** The steps of a case. */
export const CaseMoves = ({ organ, request, moves }: MovesProps) => (
  <MovesPanel
    moves={moves.map(({ action, refusal }) => ({
      key: action,
      label: actionCaptions[action],
      href: pages[action]?.(organ, request) ?? `${requestHref(organ, request)}/${action}`,
      refusal,
    }))}
  />
)
