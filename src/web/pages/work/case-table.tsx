import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { dispositions } from '../../../law/dispositions.ts'
import { channels } from '../../../law/receipt.ts'
import { Badge } from '../../ui/badge.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { DayText } from '../../ui/due-date.tsx'
import { requestHref } from './rooms.ts'
import { type Now, type Row, stateOf } from './row-state.ts'

interface CaseTableProps {
  readonly caption: string
  readonly rows: readonly Row[]
  readonly now: Now
  /** Names of those who handle cases, by id. */
  readonly names: Readonly<Record<string, string>>
  /** Names of organs by id, for a list over several. */
  readonly organs?: Readonly<Record<string, string>>
  readonly empty: ReactNode
  /** Form to which the boxes before the rows belong; none where nothing can be chosen. */
  readonly picks?: string
}

/** Cases as a list: state, which one, until when, how far, with whom. */
export function CaseTable({ caption, rows, now, names, organs, empty, picks }: CaseTableProps) {
  const columns: readonly Column<Row>[] = [
    { key: 'state', head: '状态', cell: (row) => <State row={row} now={now} />, kind: 'keep' },
    {
      key: 'number',
      head: '登记编号',
      names: true,
      cell: ({ organ, id, number }) => <Link to={requestHref(organ, id)}>{number ?? '未编号'}</Link>,
    },
    ...(organs === undefined
      ? []
      : [{ key: 'organ', head: '机关', cell: ({ organ }: Row) => organs[organ] ?? organ }]),
    {
      key: 'received',
      head: '收到',
      cell: ({ receivedOn, arrivedOn, channel }) => (
        <span>
          <DayText day={receivedOn ?? arrivedOn} /> {channels[channel].caption}
        </span>
      ),
    },
    {
      key: 'due',
      head: '到期',
      cell: ({ due, firm, closedOn }) =>
        closedOn !== null ? '已办结' : due === null ? '未起算或者暂停' : <DayText day={due} firm={firm} />,
    },
    {
      key: 'status',
      head: '环节',
      cell: ({ statusCaption, disposition }) => (
        <span>
          {statusCaption}
          {disposition !== null && <>：{dispositions[disposition].caption}</>}
        </span>
      ),
    },
    {
      key: 'handler',
      head: '承办',
      cell: ({ handler }) => (handler === null ? '尚未分派' : (names[handler] ?? '已分派')),
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      groups={[{ key: 'all', rows }]}
      keyOf={({ id }) => id}
      stateOf={(row) => {
        const { mark } = stateOf(row, now)
        return mark === 'late' || mark === 'soon' || mark === 'prov' ? mark : null
      }}
      {...(picks !== undefined && {
        picks: { name: 'id', form: picks, labelOf: ({ number }: Row) => `选择 ${number ?? '未编号'}` },
      })}
      empty={empty}
    />
  )
}

function State({ row, now }: { readonly row: Row; readonly now: Now }) {
  const { mark, word } = stateOf(row, now)
  return <Badge state={mark}>{word}</Badge>
}
