import { Link } from 'react-router'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Badge } from '../../../ui/badge.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { roomHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/templates.ts'
import { OrganSwitch } from './organ-switch.tsx'
import { openRoom } from './room.ts'
import { endingOf } from './template-ending.ts'

export async function loader(args: Route.LoaderArgs) {
  const { api, organ, organs } = await openRoom(args, 'manageTemplates')
  const { rows } = told(await api.call('listTemplates', { params: { organ: organ.id } }))
  return { organ, organs, rows }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `文书 · ${loaderData?.organ.name ?? ''}` }]

type Row = AnsweredBy<'listTemplates'>['rows'][number]

const addressees: Readonly<Record<Row['to'], string>> = {
  applicant: '申请人',
  thirdParty: '第三方',
  agency: '其他机关',
}

/** The letters of an organ, and whose words they have. */
export default function Templates({ loaderData: { organ, organs, rows } }: Route.ComponentProps) {
  return (
    <div className="stack">
      <PageHead title="文书" note={organ.name} />
      <OrganSwitch organ={organ} organs={organs} />
      <Panel kind="list" title="各种文书的正文" aside={`${rows.length} 种`}>
        <DataTable
          caption="各种文书的正文"
          columns={[
            {
              key: 'title',
              head: '文书',
              names: true,
              cell: ({ kind, title }) => (
                <Link to={`${roomHref(organ.id, 'templates')}/${kind}`}>{title}</Link>
              ),
            },
            { key: 'use', head: '用于', cell: ({ kind }) => endingOf(kind) ?? '—' },
            { key: 'to', head: '发给', kind: 'keep', cell: ({ to }) => addressees[to] },
            {
              key: 'own',
              head: '正文',
              kind: 'keep',
              cell: ({ own, problems }) =>
                problems.length > 0 ? (
                  <Badge state="fix">需要修改</Badge>
                ) : own ? (
                  <Badge state="new">本机关自定</Badge>
                ) : (
                  '系统的'
                ),
            },
          ]}
          groups={[{ key: 'all', rows }]}
          keyOf={({ kind }) => kind}
          empty={null}
        />
      </Panel>
    </div>
  )
}
