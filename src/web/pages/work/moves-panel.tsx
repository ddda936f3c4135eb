import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type LockedMove, MoveList } from '../../ui/move-list.tsx'
import { Panel } from '../../ui/panel.tsx'

/** A step as it stands for this person: the page on which it is done, or why it is not open. */
export interface PanelMove {
  readonly key: string
  readonly label: string
  readonly href: string
  /** Belongs to another part of the way: folded away while it is locked. */
  readonly far?: boolean
  readonly refusal: {
    readonly code: string
    readonly message: string
    readonly cites: readonly string[]
  } | null
}

interface Locked extends LockedMove {
  readonly far: boolean
}

/** How many of those that are locked stay in sight. */
const inSight = 5

/** What may be done now, and what not yet or not by this person, with reason and article. */
export function MovesPanel({ moves }: { readonly moves: readonly PanelMove[] }) {
  const open = moves.filter(({ refusal }) => refusal === null)
  const locked = moves.flatMap(({ key, label, far = false, refusal }): readonly Locked[] =>
    refusal === null
      ? []
      : [
          {
            key,
            label,
            far: far || refusal.code === 'notPermitted',
            refusal: refusal as unknown as LockedMove['refusal'],
          },
        ],
  )
  // What others have to do says little to this person; what is not yet in order says what to do.
  const near = locked.filter(({ far }) => !far).slice(0, inSight)
  return (
    <Panel kind="list" title="可以做的" aside={`${open.length} 项`}>
      {open.length === 0 && <EmptyState title="现在没有您可以办理的步骤">原因写在下面各项。</EmptyState>}
      <MoveList
        open={open.map(({ key, label, href }) => ({
          key,
          label,
          control: (
            <LinkButton small to={href} aria-label={`办理：${label}`}>
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
