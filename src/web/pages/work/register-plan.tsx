import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { statuses } from '../../../office/requests/progress.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusedRows } from './lists/refused-rows.tsx'
import type { Plan } from './register.tsx'
import { requestHref } from './rooms.ts'

interface PlanProps {
  readonly organ: string
  readonly plan: Plan
}

/** What a register would bring, or has brought: first what was not understood, then what is new, then what was there. */
export function RegisterPlan({ organ, plan }: PlanProps) {
  const { done, toMake, made, existing, refused, unknownHeads } = plan
  return (
    <section className="stack register" aria-label={done ? '导入的结果' : '预览'}>
      <Note state={done ? 'ok' : refused.length > 0 ? 'soon' : 'info'} live title={summaryOf(plan)}>
        {unknownHeads.length > 0 && <p>没有读取的列：{unknownHeads.join('、')}。需要的，请按模板改表头。</p>}
        {done && <p>请打印或者保存本页，作为导入的记录。</p>}
      </Note>
      <RefusedRows
        title={done ? '没有导入的行' : '需要改正的行'}
        faults={refused.flatMap(({ faults }) => faults)}
      />
      {done ? (
        <HeldApplications
          organ={organ}
          title="已经导入"
          rows={made}
          empty={<EmptyState title="没有导入任何一件">改正上面的问题后再预览、导入。</EmptyState>}
        />
      ) : (
        <Panel kind="list" title="可以导入" aside={`${toMake.length} 件`}>
          <DataTable
            caption="可以导入的申请"
            keyOf={({ line }) => String(line)}
            groups={[{ key: 'all', rows: toMake }]}
            empty={<EmptyState title="没有可以导入的行">改正上面的问题后再预览。</EmptyState>}
            columns={[
              { key: 'line', head: '行', kind: 'number', cell: ({ line }) => line },
              { key: 'number', head: '编号', names: true, cell: ({ number }) => number },
              { key: 'status', head: '导入后的环节', cell: ({ status }) => statuses[status] },
            ]}
          />
        </Panel>
      )}
      {existing.length > 0 && (
        <HeldApplications organ={organ} title="已有的编号，没有重复导入" rows={existing} />
      )}
    </section>
  )
}

interface HeldProps {
  readonly organ: string
  readonly title: string
  readonly rows: Plan['made']
  readonly empty?: ReactNode
}

/** Lines of the register whose applications are here, each with the way to it. */
const HeldApplications = ({ organ, title, rows, empty = null }: HeldProps) => (
  <Panel kind="list" title={title} aside={`${rows.length} 件`}>
    <DataTable
      caption={title}
      keyOf={({ line }) => String(line)}
      groups={[{ key: 'all', rows }]}
      empty={empty}
      columns={[
        { key: 'line', head: '行', kind: 'number', cell: ({ line }) => line },
        {
          key: 'number',
          head: '编号',
          names: true,
          cell: ({ number, request }) => <Link to={requestHref(organ, request)}>{number}</Link>,
        },
      ]}
    />
  </Panel>
)

function summaryOf({ done, toMake, made, existing, refused }: Plan): string {
  const parts = [
    done ? `导入 ${made.length} 件` : `可以导入 ${toMake.length} 件`,
    existing.length > 0 && `已有 ${existing.length} 件`,
    refused.length > 0 && `${refused.length} 行需要改正`,
  ]
  return `${parts.filter(Boolean).join('，')}。${done ? '' : '现在还什么也没有收入。'}`
}
