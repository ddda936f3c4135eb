import { Link } from 'react-router'
import { gravities } from '../../../../office/documents/checks/check.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { documentHref, newDocumentHref } from '../documents/document-href.ts'
import { documentStepHref, findingsHref } from './disclosure-href.ts'
import { gravityMarks } from './gravity-marks.ts'
import { masksHref } from './masks-href.ts'

type Checked = AnsweredBy<'checkDocuments'>

interface CheckPanelProps {
  readonly organ: string
  readonly check: Checked['checks'][number]
  /** As many as are shown. */
  readonly rows: Checked['rows']
  /** Shown without the others. */
  readonly alone: boolean
  readonly mayMend: boolean
}

/** One check: why it matters, what to do, and the documents in which it found something. */
export function CheckPanel({ organ, check, rows, alone, mayMend }: CheckPanelProps) {
  const { id, caption, gravity, advice, cites, count, mends } = check
  return (
    <Panel
      kind="list"
      title={caption}
      mark={<Badge state={gravityMarks[gravity]}>{gravities[gravity]}</Badge>}
      aside={`${count} 条`}
    >
      <p className="panel__foot">
        {advice} <Cites of={cites as never} audience="staff" />
      </p>
      <DataTable
        caption={caption}
        keyOf={(row) => row.id}
        groups={[{ key: 'all', rows }]}
        empty={<EmptyState title="没有发现">这一项没有需要处理的信息。</EmptyState>}
        columns={[
          {
            key: 'title',
            head: '信息',
            names: true,
            cell: (row) => <Link to={documentHref(row.organ, row.id)}>{row.title}</Link>,
          },
          { key: 'message', head: '问题', cell: ({ message }) => message },
          ...(mayMend
            ? [
                {
                  key: 'mend',
                  head: '办理',
                  kind: 'keep' as const,
                  cell: (row: Finding) => <Mend row={row} mends={mends} />,
                },
              ]
            : []),
        ]}
      />
      {!alone && rows.length < count && (
        <p className="panel__foot">
          <Link to={findingsHref(organ, { check: id })}>看全部 {count} 条</Link>
        </p>
      )}
    </Panel>
  )
}

type Finding = Checked['rows'][number]

/** Checks that are mended by more than the step named with them. */
const explained: ReadonlySet<Finding['check']> = new Set(['interpretationMissing', 'interpretationSoon'])

/** Where it is mended. */
function Mend({
  row: { check, organ, id },
  mends,
}: {
  readonly row: Finding
  readonly mends: Checked['checks'][number]['mends']
}) {
  if (check === 'personalData') return <Link to={masksHref(organ, id)}>逐处遮蔽</Link>
  if (mends === null) return <Link to={documentHref(organ, id)}>查看</Link>
  return (
    <div>
      {explained.has(check) && (
        <>
          <Link to={newDocumentHref(organ, { class: 'interpretation', interprets: id })}>起草解读</Link>{' '}
        </>
      )}
      <Link to={documentStepHref(organ, id, mends.action)}>{mends.caption}</Link>
    </div>
  )
}
