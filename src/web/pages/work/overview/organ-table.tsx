import { Link } from 'react-router'
import { type FigureKey, figures } from '../../../../office/overview/figures.ts'
import type { DayRange } from '../../../../office/ports.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { type Column, DataTable, type RowGroup } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { casesHref } from './overview-href.ts'

export type OrganStanding = AnsweredBy<'readOverview'>['organs'][number]

const shown = ['carriedIn', 'received', 'closed', 'open', 'overdue', 'soon', 'waiting'] as const
const disputed = ['disputed', 'corrected'] as const

/** Share as a whole per cent; a dash where nothing could be in time. */
export const inTime = (now: Readonly<Partial<Record<FigureKey, number>>>): string =>
  now.answered ? `${Math.floor((100 * (now.inTime ?? 0)) / now.answered)}%` : '—'

/** Organs of one class together, the classes in the order of the list: like with like. */
export function byClass(organs: readonly OrganStanding[]): readonly RowGroup<OrganStanding>[] {
  const groups = new Map<string, OrganStanding[]>()
  for (const each of organs) groups.set(each.kindCaption, [...(groups.get(each.kindCaption) ?? []), each])
  return [...groups].map(([kind, rows]) => ({ key: kind, title: `${kind} · ${rows.length} 个机关`, rows }))
}

/** A line for each organ; every number opens onto what it counts. */
export function OrganTable({
  organ,
  organs,
  period,
}: {
  readonly organ: string
  readonly organs: readonly OrganStanding[]
  readonly period: DayRange
}) {
  const number = (figure: FigureKey): Column<OrganStanding> => ({
    key: figure,
    head: figures[figure].caption,
    kind: 'number',
    cell: ({ id, now, before }) => {
      const count = now[figure] ?? 0
      return (
        <>
          {count === 0 ? (
            <span className="zero">0</span>
          ) : (
            <Link to={casesHref(organ, figure, period, { at: id })}>{count}</Link>
          )}
          {!figures[figure].today && <small>{before[figure] ?? 0}</small>}
        </>
      )
    },
  })
  const columns: readonly Column<OrganStanding>[] = [
    { key: 'name', head: '机关', names: true, cell: ({ name }) => name },
    ...shown.map(number),
    {
      key: 'share',
      head: '按期答复',
      kind: 'number',
      cell: ({ now, before }) => (
        <>
          {inTime(now)}
          <small>{inTime(before)}</small>
        </>
      ),
    },
    {
      key: 'pace',
      head: '答复用时',
      kind: 'number',
      cell: ({ pace, paceBefore }) => (
        <>
          {pace.median ?? '—'} / {pace.ninetieth ?? '—'}
          <small>
            {paceBefore.median ?? '—'} / {paceBefore.ninetieth ?? '—'}
          </small>
        </>
      ),
    },
    ...disputed.map(number),
  ]
  return (
    <DataTable
      caption="各机关的办理情况，小字为上年同期"
      columns={columns}
      groups={byClass(organs)}
      keyOf={({ id }) => id}
      stateOf={({ now }) => ((now.overdue ?? 0) > 0 ? 'late' : null)}
      empty={<EmptyState title="没有可以查看的机关">请本机关安全管理员授予权限。</EmptyState>}
    />
  )
}
