import type { AnsweredBy } from '../../../desk/api.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Tally } from '../../../ui/tiles.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { ListForm, OtherList, useListAnswer } from '../lists/list-form.tsx'
import { answerList } from '../lists/sent-list.ts'
import { roomHref } from '../rooms.ts'
import type { Route } from './+types/organ-list.ts'
import { openRoom } from './room.ts'

type Plan = AnsweredBy<'importOrgans'>

export async function loader(args: Route.LoaderArgs) {
  const { organ } = await openRoom(args, 'manageOrgans')
  return { organ }
}

export async function action(args: Route.ActionArgs) {
  const { api, organ } = await openRoom(args, 'manageOrgans')
  return answerList<Plan>(await args.request.formData(), { missing: '请先选择名录文件。' }, (out, query) =>
    api.send('importOrgans', { params: { organ: organ.id }, query, form: out }),
  )
}

export const meta = () => [{ title: '导入、导出机关名录 · 公开' }]

/** A list of organs brought in after a look at what it would do, and taken out. */
export default function OrganList({ loaderData: { organ }, actionData }: Route.ComponentProps) {
  const answered = useListAnswer(actionData)
  const { looked } = answered
  const file = `/work/${encodeURIComponent(organ.id)}/organs/file`
  return (
    <div className="stack work-narrow">
      <Breadcrumb above={[{ title: '机关', href: roomHref(organ.id, 'organs') }]} here="导入、导出名录" />
      <PageHead title="导入、导出机关名录" note={organ.name} />
      <Panel title="导出">
        <p>
          导出的名录改好后可以再导入：{' '}
          <a href={file} download>
            XLSX
          </a>{' '}
          <a href={`${file}?format=csv`} download>
            CSV
          </a>
        </p>
      </Panel>
      <Panel title="导入">
        <div className="stack">
          <p>先看会有什么变化，再导入。名录里没有的机关保持原样，不会删除。</p>
          <ListForm
            told={answered}
            label="名录文件"
            hint="XLSX 或者 CSV，第一行是列名，与导出的相同。"
            look="看会有什么变化"
            confirm={({ done, added, changed }) => {
              const changes = added.length + changed.length
              return done || changes === 0 ? null : `导入这 ${changes} 个机关`
            }}
          />
          <OtherList looked={looked} />
          {looked !== null && <PlanView plan={looked.plan} />}
        </div>
      </Panel>
    </div>
  )
}

function PlanView({ plan }: { readonly plan: Plan }) {
  const { done, added, changed, unchanged, refused, unknownHeads } = plan
  return (
    <div className="stack">
      <Note state={done ? 'ok' : refused.length > 0 ? 'soon' : 'info'} live>
        {done ? '已经导入，逐个机关记入日志。' : '还没有导入，下面是会有的变化。'}
      </Note>
      <Tally
        counts={[
          { label: '新增', count: added.length },
          { label: '修改', count: changed.length },
          { label: '没有变化', count: unchanged },
          { label: '不能导入', count: refused.length, bad: true },
        ]}
      />
      {unknownHeads.length > 0 && <p>不认识的列，已略过：{unknownHeads.join('、')}</p>}
      <ul className="plain-list">
        {refused.flatMap(({ line, faults }) =>
          faults.map(({ message }) => <li key={`${line} ${message}`}>{message}</li>),
        )}
        {added.map(({ line, code, name }) => (
          <li key={line}>
            新增 {name}（{code}）
          </li>
        ))}
        {changed.map(({ line, code, changes }) => (
          <li key={line}>
            修改 {code}：{changes.map(({ column, from, to }) => `${column}“${from}”改为“${to}”`).join('；')}
          </li>
        ))}
      </ul>
    </div>
  )
}
