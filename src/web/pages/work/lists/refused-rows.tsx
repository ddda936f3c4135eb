import { DataTable } from '../../../ui/data-table.tsx'
import { Panel } from '../../../ui/panel.tsx'

interface Fault {
  readonly line: number
  readonly column: string | null
  readonly message: string
}

interface RefusedRowsProps {
  readonly title: string
  readonly faults: readonly Fault[]
}

/** Every fault of a list by row and column. */
export function RefusedRows({ title, faults }: RefusedRowsProps) {
  if (faults.length === 0) return null
  const rows = faults.map((fault, place) => ({ ...fault, place }))
  return (
    <Panel kind="list" title={title} aside={`${new Set(faults.map(({ line }) => line)).size} 行`}>
      <DataTable
        caption={title}
        keyOf={({ place }) => String(place)}
        groups={[{ key: 'all', rows }]}
        empty={null}
        columns={[
          { key: 'line', head: '行', kind: 'number', cell: ({ line }) => line },
          { key: 'column', head: '列', kind: 'keep', cell: ({ column }) => column ?? '整行' },
          { key: 'message', head: '问题和改法', cell: ({ message }) => message },
        ]}
      />
    </Panel>
  )
}
