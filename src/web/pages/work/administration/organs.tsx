import { Link } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { organKinds, organLevels } from '../../../../office/organs/organ.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/organs.ts'
import { OrganSwitch } from './organ-switch.tsx'
import { openRoom } from './room.ts'

type Row = AnsweredBy<'listOrgans'>['rows'][number]

/** The organs in the order of the tree, each with its depth. */
export function inTree(rows: readonly Row[], root: string): readonly (Row & { readonly depth: number })[] {
  const under = (parent: string, depth: number): readonly (Row & { readonly depth: number })[] =>
    rows
      .filter((row) => row.parent === parent)
      .flatMap((row) => [{ ...row, depth }, ...under(row.id, depth + 1)])
  const top = rows.find(({ id }) => id === root)
  return top === undefined ? [] : [{ ...top, depth: 0 }, ...under(root, 1)]
}

export async function loader(args: Route.LoaderArgs) {
  const { api, organ, organs } = await openRoom(args, 'manageOrgans')
  const { rows } = told(await api.call('listOrgans', { params: { organ: organ.id } }))
  return { organ, organs, rows: inTree(rows, organ.id) }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `机关 · ${loaderData?.organ.name ?? ''}` }]

/** The organs of a house as they stand under each other. */
export default function Organs({ loaderData: { organ, organs, rows } }: Route.ComponentProps) {
  const base = `/work/${encodeURIComponent(organ.id)}/organs`
  return (
    <div className="stack">
      <PageHead
        title="机关"
        note={organ.name}
        acts={
          <>
            <LinkButton to={`${base}/list`}>导入、导出名录</LinkButton>
            <LinkButton kind="primary" to={`${base}/new`}>
              新增下级机关
            </LinkButton>
          </>
        }
      />
      <OrganSwitch organ={organ} organs={organs} />
      <Panel kind="list" title="机关名录" aside={`${rows.length} 个`}>
        <DataTable
          caption="机关名录"
          columns={[
            {
              key: 'name',
              head: '机关名称',
              names: true,
              cell: ({ id, name, depth }) => (
                <Link to={`/work/${encodeURIComponent(id)}/record`} data-depth={Math.min(depth, 5)}>
                  {name}
                </Link>
              ),
            },
            { key: 'code', head: '机构代码', kind: 'keep', cell: ({ code }) => code },
            { key: 'kind', head: '机关性质', cell: ({ kind }) => organKinds[kind] },
            { key: 'level', head: '层级', cell: ({ level }) => organLevels[level] },
            {
              key: 'state',
              head: '状态',
              cell: ({ closedOn }) =>
                closedOn === null ? (
                  <Badge state="ok">正常</Badge>
                ) : (
                  <>
                    <Badge state="plain">已撤销</Badge> {formatChinese(closedOn)}
                  </>
                ),
            },
          ]}
          groups={[{ key: 'all', rows }]}
          keyOf={({ id }) => id}
          empty={null}
        />
      </Panel>
    </div>
  )
}
