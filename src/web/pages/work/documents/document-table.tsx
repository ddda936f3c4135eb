import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { attributes } from '../../../../law/classification.ts'
import { documentClasses } from '../../../../office/documents/classes.ts'
import { stages } from '../../../../office/documents/life/state.ts'
import { validities } from '../../../../office/documents/validity.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Badge } from '../../../ui/badge.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { DayText } from '../../../ui/due-date.tsx'
import { documentHref } from './document-href.ts'
import { nextStep, stageMarks } from './document-stage.ts'

export type DocumentListRow = AnsweredBy<'listDocuments'>['rows'][number]

interface TableProps {
  readonly groups: readonly {
    readonly key: string
    readonly title?: string
    readonly rows: readonly DocumentListRow[]
  }[]
  readonly names: Readonly<Record<string, string>>
  readonly empty: ReactNode
}

/** Documents as a list: how far, which one, what comes next, whether and since when everybody reads it. */
export function DocumentTable({ groups, names, empty }: TableProps) {
  const columns: readonly Column<DocumentListRow>[] = [
    {
      key: 'stage',
      head: '阶段',
      kind: 'keep',
      cell: ({ stage }) => <Badge state={stageMarks[stage]}>{stages[stage]}</Badge>,
    },
    {
      key: 'title',
      head: '文件',
      names: true,
      cell: ({ organ, id, title, workTitle, docNo, class: of }) => (
        <>
          <Link to={documentHref(organ, id)}>{workTitle ?? title}</Link>
          <br />
          <span className="doc__under">
            {documentClasses[of].caption}
            {docNo !== null && <>，{docNo}</>}
          </span>
        </>
      ),
    },
    {
      key: 'attribute',
      head: '公开属性',
      cell: ({ attribute }) => (attribute === null ? '尚未确定' : attributes[attribute]),
    },
    { key: 'next', head: '下一步', cell: (row) => <Next row={row} /> },
    {
      key: 'drafter',
      head: '起草',
      cell: ({ drafter }) => (drafter === null ? '导入' : (names[drafter] ?? '其他人员')),
    },
    { key: 'made', head: '成文', kind: 'keep', cell: ({ madeOn }) => madeOn && <DayText day={madeOn} /> },
    {
      key: 'published',
      head: '公开',
      kind: 'keep',
      cell: ({ publishedOn }) => publishedOn && <DayText day={publishedOn} />,
    },
    {
      key: 'visits',
      head: '今年阅读',
      kind: 'number',
      cell: ({ shown, visits }) => shown !== null && visits,
    },
    { key: 'validity', head: '有效性', cell: ({ validity }) => validity && validities[validity] },
  ]
  return (
    <DataTable
      caption="文件"
      columns={columns}
      groups={groups}
      keyOf={({ id }) => id}
      stateOf={({ stage }) => (stage === 'returned' ? 'soon' : null)}
      empty={empty}
    />
  )
}

function Next({ row: { stage, next, missing } }: { readonly row: DocumentListRow }) {
  const step = nextStep(stage, next)
  return (
    <>
      {step?.caption}
      {missing.length > 0 && (
        <span className="doc__under">
          {step !== null && <br />}缺 {missing.length} 项元数据
        </span>
      )}
    </>
  )
}
