import { Badge } from '../../../ui/badge.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { momentText } from '../../../ui/moment-text.ts'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/numbering.ts'
import { OrganSwitch } from './organ-switch.tsx'
import { openRoom } from './room.ts'
import { YearLinks } from './year-links.tsx'

export async function loader(args: Route.LoaderArgs) {
  const { api, organ, organs } = await openRoom(args, 'manageSettings')
  const asked = new URL(args.request.url).searchParams.get('year') ?? ''
  const query = /^2\d{3}$/.test(asked) ? { year: Number(asked) } : {}
  const { year, rows } = told(await api.call('listNumberSeries', { params: { organ: organ.id }, query }))
  return { organ, organs, year, rows }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `编号 · ${loaderData?.organ.name ?? ''}` }]

/** The number series of a year: what was issued, what comes next, what is void and why. */
export default function Numbering({ loaderData: { organ, organs, year, rows } }: Route.ComponentProps) {
  const voided = rows.flatMap(({ voided: spoilt }) => spoilt)
  const missing = rows.flatMap((row) => row.missing)
  return (
    <div className="stack">
      <PageHead title="编号" note={`${organ.name} · ${year}年`} />
      <OrganSwitch organ={organ} organs={organs} />
      <YearLinks year={year} />
      <Panel kind="list" title="编号序列" aside="规则在“机关”的资料和“设置”里修改">
        <DataTable
          caption="编号序列"
          columns={[
            { key: 'kinds', head: '用于', names: true, cell: ({ kinds }) => kinds.join('、') },
            { key: 'issued', head: '已发出', kind: 'number', cell: ({ issued }) => issued },
            { key: 'next', head: '下一个', kind: 'keep', cell: ({ next }) => next ?? '编号规则不全' },
            {
              key: 'state',
              head: '连续',
              kind: 'keep',
              cell: (row) =>
                row.missing.length === 0 ? (
                  <Badge state="ok">没有缺号</Badge>
                ) : (
                  <Badge state="late">{`缺 ${row.missing.length} 个`}</Badge>
                ),
            },
          ]}
          groups={[{ key: 'all', rows }]}
          keyOf={({ key }) => key}
          empty={null}
        />
      </Panel>
      {missing.length > 0 && (
        <Panel title="缺号">
          <p>{missing.join('、')}</p>
          <p>编号由系统连续发出，缺号说明数据库被人改动，请审计管理员校验日志。</p>
        </Panel>
      )}
      <Panel kind="list" title="作废的编号" aside={`${voided.length} 个`}>
        <DataTable
          caption="作废的编号"
          columns={[
            { key: 'number', head: '编号', names: true, cell: ({ number }) => number },
            { key: 'at', head: '作废时间', kind: 'keep', cell: ({ at }) => momentText(at) },
            { key: 'reason', head: '理由', cell: ({ reason }) => reason },
          ]}
          groups={[{ key: 'all', rows: voided }]}
          keyOf={({ number, at }) => `${number} ${at}`}
          empty={<p className="panel__foot">没有作废的编号。作废的编号留在册上，不再使用。</p>}
        />
      </Panel>
    </div>
  )
}
