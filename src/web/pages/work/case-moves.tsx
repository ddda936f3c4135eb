import { actionCaptions } from '../../api/action-captions.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type LockedMove, MoveList } from '../../ui/move-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { lettersHref, papersHref, requestHref } from './rooms.ts'

type Move = AnsweredBy<'readRequest'>['moves'][number]

/** How many of those that are locked stay in sight. */
const inSight = 5

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

/** What may be done now, and what not yet or not by this person, with reason and article. */
export function CaseMoves({ organ, request, moves }: MovesProps) {
  const open = moves.filter((move) => move.open)
  const locked = moves.flatMap(({ action, refusal }): readonly (LockedMove & { readonly code: string })[] =>
    refusal === null
      ? []
      : [
          {
            key: action,
            label: actionCaptions[action],
            code: refusal.code,
            refusal: refusal as unknown as LockedMove['refusal'],
          },
        ],
  )
  // What others have to do says little to this person; what is not yet in order says what to do.
  const near = locked.filter(({ code }) => code !== 'notPermitted').slice(0, inSight)
  return (
    <Panel kind="list" title="可以做的" aside={`${open.length} 项`}>
      {open.length === 0 && <EmptyState title="现在没有您可以办理的步骤">原因写在下面各项。</EmptyState>}
      <MoveList
        open={open.map(({ action }) => ({
          key: action,
          label: actionCaptions[action],
          control: (
            <LinkButton
              small
              to={pages[action]?.(organ, request) ?? `${requestHref(organ, request)}/${action}`}
              aria-label={`办理：${actionCaptions[action]}`}
            >
              办理
            </LinkButton>
          ),
        }))}
        locked={near}
        further={locked.filter((move) => !near.includes(move))}
      />
    </Panel>
  )
}
