import { Form } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { Badge } from '../../../ui/badge.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { momentText } from '../../../ui/moment-text.ts'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/installation.ts'
import { type Outcome, refusedBy, Said } from './outcome.tsx'
import { openRoom } from './room.ts'

export async function loader(args: Route.LoaderArgs) {
  const { api, organ, organs } = await openRoom(args, 'manageSettings')
  const names = Object.fromEntries(organs.map(({ id, name }) => [id, name]))
  return { names, ...told(await api.call('readInstallation', { params: { organ: organ.id } })) }
}

export async function action(args: Route.ActionArgs) {
  const { api, organ } = await openRoom(args, 'manageSettings')
  const form = await args.request.formData()
  const body = { organ: String(form.get('organ')), id: String(form.get('id')) }
  const retried = await api.call('retryMessages', { params: { organ: organ.id }, body })
  if (!retried.ok) return refusedBy(retried.problem, form)
  const outcome: Outcome = { done: '已经放回待发箱，随即重新发送。' }
  return outcome
}

export const meta = () => [{ title: '运行 · 公开' }]

const topics: Readonly<Record<string, string>> = { mail: '邮件', sms: '短信', webhook: '通知其他系统' }

/** The machine and its work, each line with what to do where it is not well. */
export default function InstallationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { version, node, database, schema, at, checks, jobs, failed, names } = loaderData
  const bad = checks.filter(({ ok }) => !ok).length
  return (
    <div className="stack">
      <PageHead title="运行" note={`${momentText(at)}查看`} />
      <Said outcome={actionData as Outcome | undefined} />
      <Panel title="版本">
        <Facts
          facts={[
            { label: '软件', value: version },
            { label: '数据库', value: database },
            { label: '数据库结构', value: schema },
            { label: '运行环境', value: `Node.js ${node}` },
          ]}
        />
      </Panel>
      <Panel kind="list" title="检查" aside={bad === 0 ? '全部正常' : `${bad} 项要处理`}>
        <DataTable
          caption="检查"
          columns={[
            { key: 'name', head: '项目', kind: 'keep', names: true, cell: ({ name }) => name },
            {
              key: 'state',
              head: '状态',
              kind: 'keep',
              cell: ({ ok }) => (ok ? <Badge state="ok">正常</Badge> : <Badge state="late">要处理</Badge>),
            },
            { key: 'detail', head: '情况', cell: ({ detail }) => detail },
            { key: 'remedy', head: '怎么办', cell: ({ remedy }) => remedy ?? '—' },
          ]}
          groups={[{ key: 'all', rows: checks }]}
          keyOf={({ name }) => name}
          empty={null}
        />
      </Panel>
      <Panel kind="list" title="每日任务" aside="最近一天">
        <DataTable
          caption="每日任务"
          columns={[
            { key: 'job', head: '任务', names: true, cell: ({ caption }) => caption },
            { key: 'day', head: '日期', kind: 'keep', cell: ({ day }) => formatChinese(day) },
            { key: 'done', head: '完成', kind: 'keep', cell: ({ done, runs }) => `${done} / ${runs}` },
            {
              key: 'state',
              head: '状态',
              cell: ({ done, runs, error }) =>
                error !== null ? (
                  <>
                    <Badge state="late">出错</Badge> {error}，十分钟后自动重做；一直出错的查看运行日志
                  </>
                ) : done < runs ? (
                  <Badge state="wait">进行中</Badge>
                ) : (
                  <Badge state="ok">完成</Badge>
                ),
            },
          ]}
          groups={[{ key: 'all', rows: jobs }]}
          keyOf={({ job }) => job}
          empty={<p className="panel__foot">还没有运行过。服务启动后半分钟内开始，各任务每天一次。</p>}
        />
      </Panel>
      <Panel kind="list" title="未能发出的消息" aside={`${failed.length} 条`}>
        <DataTable
          caption="未能发出的消息"
          columns={[
            { key: 'topic', head: '渠道', names: true, cell: ({ topic }) => topics[topic] ?? topic },
            { key: 'organ', head: '机关', cell: ({ organ }) => names[organ] ?? organ },
            { key: 'at', head: '时间', kind: 'keep', cell: (each) => momentText(each.at) },
            {
              key: 'error',
              head: '原因',
              cell: ({ error, attempts }) => `${error ?? '不明'}（试过 ${attempts} 次）`,
            },
            {
              key: 'retry',
              head: '',
              cell: ({ organ, id }) => (
                <Form method="post">
                  <input type="hidden" name="organ" value={organ} />
                  <input type="hidden" name="id" value={id} />
                  <SubmitButton kind="plain" small>
                    重新发送
                  </SubmitButton>
                </Form>
              ),
            },
          ]}
          groups={[{ key: 'all', rows: failed }]}
          keyOf={({ organ, id }) => `${organ} ${id}`}
          empty={<p className="panel__foot">没有。发送失败的先自动重试，多次不成的列在这里。</p>}
        />
      </Panel>
    </div>
  )
}
