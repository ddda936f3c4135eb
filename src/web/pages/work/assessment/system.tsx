import { data, Form, Link, redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { withAct, withTyped } from '../../../../office/supervision/assessment/edit-system.ts'
import { absences, type IndicatorSystem } from '../../../../office/supervision/assessment/system.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { told } from '../told.ts'
import type { Route } from './+types/system.ts'
import { assessmentHref, newRoundHref, systemFileHref, systemHref } from './assessment-href.ts'
import { changeText, scoreText } from './score-text.ts'
import { SystemFields } from './system-fields.tsx'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [known, rounds] = await Promise.all([
    api.call('readIndicatorSystem', { params }).then(told),
    api.call('listRounds', { params }).then(told),
  ])
  return {
    organ: params.organ,
    ...known,
    rounds: rounds.rows.map(({ id, name }) => ({ value: id, label: name })),
    saved: new URL(request.url).searchParams.has('saved'),
  }
}

/** What is on the page, after what was typed and one act; nothing is kept before it is saved. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const typed = (name: string) => (form.has(name) ? String(form.get(name)) : null)
  const [kind = '', at = ''] = String(form.get('act') ?? '').split('|')
  const before = withTyped(JSON.parse(String(form.get('draft'))) as IndicatorSystem, typed)
  const acts = ['addBelow', 'remove', 'addFault', 'dropFault'] as const
  const act = acts.find((each) => each === kind)
  const system = act === undefined ? before : withAct(before, { do: act, at })
  const none = { system, faults: [], simulated: null, fault: null }
  if (kind === 'save') {
    const reason = (typed('reason') ?? '').trim() || '在页面上修改'
    const saved = await api.call('saveIndicatorSystem', { params, body: { system, reason } })
    if (saved.ok) return redirect(`${systemHref(params.organ, saved.body.id)}?saved`)
    const { detail, errors = [], status } = saved.problem
    return data({ ...none, fault: detail, faults: errors.map(({ message }) => message) }, status)
  }
  if (kind === 'simulate') {
    const round = String(form.get('round') ?? '')
    const tried = await api.call('simulateIndicatorSystem', {
      params: { ...params, round },
      body: { system },
    })
    return tried.ok
      ? data({ ...none, simulated: tried.body.rows })
      : data({ ...none, fault: tried.problem.detail }, tried.problem.status)
  }
  const checked = await api.call('checkIndicatorSystem', { params, body: { system } })
  return checked.ok
    ? data({ ...none, faults: checked.body.faults.map(({ message }) => message) })
    : data({ ...none, fault: checked.problem.detail }, checked.problem.status)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.system.name ?? '指标体系' }]

const trees = { points: '分值相加', percent: '权重逐级相乘' } as const

/** A system of indicators: changed on the page, checked, tried on a round of before, kept as a new version. */
export default function SystemPage({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, versions, rounds, saved } = loaderData
  const system = actionData?.system ?? loaderData.system
  const draft = JSON.stringify(system)
  return (
    <>
      <Breadcrumb
        above={[{ title: '考核评议', href: assessmentHref(organ) }]}
        here={loaderData.system.name}
      />
      <PageHead
        title={loaderData.system.name}
        note={versions.length === 0 ? '随系统附带；保存后成为本机关的版本' : `第 ${versions.length} 版`}
        acts={
          <>
            <a className="btn" href={systemFileHref(organ, loaderData.system.id, 'xlsx')}>
              导出 Excel
            </a>
            <a className="btn" href={systemFileHref(organ, loaderData.system.id, 'json')}>
              导出 JSON
            </a>
            <Link
              className="btn"
              to={`${newRoundHref(organ)}?system=${encodeURIComponent(loaderData.system.id)}`}
            >
              用它开展考核
            </Link>
          </>
        }
      />
      <div className="stack">
        {saved && actionData === undefined && (
          <Note state="ok" title="已经保存为新的版本" live>
            以后开展的考核用这一版；已经开展的不受影响。
          </Note>
        )}
        <Facts
          grid
          facts={[
            { label: '来源', value: system.source.title },
            { label: '说明', value: system.source.note },
            {
              label: '计分',
              value: `${trees[system.tree]}，满分 ${system.full} 分；${absences[system.absent]}`,
            },
            ...(system.bonus === null
              ? []
              : [{ label: '加分', value: `超过 ${system.bonus.gate} 分的，最多加 ${system.bonus.most} 分` }]),
            ...(system.vetoes.length === 0
              ? []
              : [{ label: '单项否决', value: `${system.vetoes.length} 项` }]),
            ...(system.composite.length === 0
              ? []
              : [
                  {
                    label: '综合得分',
                    value: system.composite.map(({ caption, weight }) => `${caption} ${weight}%`).join('，'),
                  },
                ]),
          ]}
        />
        <Form method="post" className="stack" noValidate key={draft}>
          {/* The button that the enter key presses: it changes nothing. */}
          <button type="submit" name="act" value="check" className="sr" tabIndex={-1} aria-hidden="true" />
          <input type="hidden" name="draft" value={draft} />
          <Told actionData={actionData} />
          <Panel title="名称">
            <div className="work-filter">
              <TextField name="name" label="名称" defaultValue={system.name} />
              <TextField
                name="year"
                label="年份"
                defaultValue={String(system.year)}
                inputMode="numeric"
                short
              />
              <TextField
                name="id"
                label="编号"
                defaultValue={system.id}
                hint="改为新的编号，另存为一个体系"
              />
            </div>
          </Panel>
          <Panel title="指标" aside={system.tree === 'percent' ? '每级合计 100%' : `合计 ${system.full} 分`}>
            <SystemFields system={system} />
          </Panel>
          <Panel title="检查、试算、保存">
            <div className="stack">
              <div className="work-filter">
                <TextField name="reason" label="修改的说明" placeholder="例如：按2026年考评表调整" />
                <SubmitButton name="act" value="save">
                  保存为新的版本
                </SubmitButton>
                <SubmitButton kind="plain" name="act" value="check">
                  检查分值
                </SubmitButton>
              </div>
              {rounds.length > 0 && (
                <div className="work-filter">
                  <SelectField name="round" label="用哪一轮的事实试算" options={rounds} />
                  <SubmitButton kind="plain" name="act" value="simulate">
                    试算
                  </SubmitButton>
                </div>
              )}
            </div>
          </Panel>
        </Form>
        <Versions versions={versions} />
      </div>
    </>
  )
}

/** What came of the last act. */
function Told({ actionData }: { readonly actionData: Route.ComponentProps['actionData'] }) {
  if (actionData === undefined) return null
  const { faults, simulated, fault } = actionData
  if (fault !== null || faults.length > 0)
    return (
      <Note state="late" title={fault === null ? '还有需要改正的' : '没有保存'} live>
        {faults.length === 0 ? (
          fault
        ) : (
          <ul className="list">
            {faults.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
      </Note>
    )
  if (simulated !== null)
    return (
      <Panel kind="list" title="试算" aside="没有保存，也不改变任何记录">
        <DataTable
          caption="试算"
          keyOf={({ organ }) => organ}
          groups={[{ key: 'all', rows: simulated }]}
          empty={null}
          columns={[
            { key: 'name', head: '机关', names: true, cell: ({ name }) => name },
            { key: 'before', head: '原来', kind: 'number', cell: ({ before }) => scoreText(before) },
            { key: 'after', head: '试算', kind: 'number', cell: ({ after }) => scoreText(after) },
            {
              key: 'change',
              head: '变化',
              kind: 'number',
              cell: ({ before, after }) => changeText(after - before),
            },
            { key: 'open', head: '没有看过的指标', kind: 'number', cell: ({ open }) => open },
          ]}
        />
      </Panel>
    )
  return (
    <Note state="ok" title="分值相符" live>
      改动还没有保存。
    </Note>
  )
}

const Versions = ({ versions }: Pick<Route.ComponentProps['loaderData'], 'versions'>) =>
  versions.length > 0 && (
    <Panel title="各个版本">
      <ul className="list">
        {versions.toReversed().map(({ number, on, reason }) => (
          <li key={number}>
            第 {number} 版，{formatChinese(on)}：{reason}
          </li>
        ))}
      </ul>
    </Panel>
  )
