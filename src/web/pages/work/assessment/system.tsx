import { useEffect } from 'react'
import { data, Form, Link, redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { systemActs, withAct } from '../../../../office/supervision/assessment/edit-system.ts'
import type { IndicatorSystem } from '../../../../office/supervision/assessment/system.ts'
import { withTyped } from '../../../../office/supervision/assessment/type-system.ts'
import type { ProblemDocument } from '../../../http/problem.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { fieldId } from '../../../ui/field.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { RefusedNote } from '../refused-note.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/system.ts'
import { assessmentHref, newRoundHref, systemFileHref, systemHref } from './assessment-href.ts'
import { changeText, scoreText } from './score-text.ts'
import { SystemFields } from './system-fields.tsx'
import {
  BonusFields,
  ClassFields,
  CompositeFields,
  FactFields,
  GradeFields,
  VetoFields,
} from './system-parts.tsx'
import { EditingHere } from './typed-inputs.tsx'

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
  const [kind = '', at = ''] = String(form.get('act') ?? '').split('|')
  const typed = withTyped(JSON.parse(String(form.get('draft'))) as IndicatorSystem, {
    one: (name) => (form.has(name) ? String(form.get(name)) : null),
    all: (name) => form.getAll(name).map(String),
  })
  const act = systemActs.find((each) => each === kind)
  const edited = act === undefined ? null : withAct(typed.system, { do: act, at })
  const { system, focus } = edited ?? { system: typed.system, focus: null }
  const round = String(form.get('round') ?? '')
  const none = { simulated: null, fault: null }
  const here = { ...none, system, focus, at, round, errors: typed.wrong }
  if (Object.keys(typed.wrong).length > 0) return data(here, 422)
  const refused = ({ detail, errors = [], status }: ProblemDocument) => {
    const errorsAt = Object.fromEntries(errors.map(({ field, message }) => [field, message]))
    return data({ ...here, errors: errorsAt, fault: errors.length === 0 ? detail : null }, status)
  }
  if (kind === 'save') {
    const reason = String(form.get('reason') ?? '').trim() || '在页面上修改'
    const saved = await api.call('saveIndicatorSystem', { params, body: { system, reason } })
    return saved.ok ? redirect(`${systemHref(params.organ, saved.body.id)}?saved`) : refused(saved.problem)
  }
  if (kind === 'simulate') {
    const tried = await api.call('simulateIndicatorSystem', {
      params: { ...params, round },
      body: { system },
    })
    return tried.ok ? data({ ...here, simulated: tried.body.rows }) : refused(tried.problem)
  }
  // Half of a change adds up to nothing yet: what is added is checked when it is asked for.
  if (edited !== null) return data(here)
  const checked = await api.call('checkIndicatorSystem', { params, body: { system } })
  return checked.ok
    ? data({
        ...here,
        errors: Object.fromEntries(checked.body.faults.map((each) => [each.field, each.message])),
      })
    : refused(checked.problem)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.system.name ?? '指标体系' }]

/** A system of indicators: changed on the page, checked, tried on a round of before, kept as a new version. */
export default function SystemPage({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, versions, rounds, saved, checks } = loaderData
  const system = actionData?.system ?? loaderData.system
  useEffect(() => {
    const field = document.getElementById(fieldId(actionData?.focus ?? ''))
    field?.focus()
    if (field instanceof HTMLInputElement) field.select()
  }, [actionData])
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
          ]}
        />
        <Form method="post" className="stack" noValidate key={draft}>
          {/* The button that the enter key presses: it changes nothing. */}
          <button type="submit" name="act" value="check" className="sr" tabIndex={-1} aria-hidden="true" />
          <input type="hidden" name="draft" value={draft} />
          <Told actionData={actionData} />
          <EditingHere value={{ errors: actionData?.errors ?? {}, at: `${actionData?.at ?? ''}|` }}>
            <FactFields system={system} />
            <ClassFields system={system} />
            <Panel
              title="指标"
              aside={system.tree === 'percent' ? '每级合计 100%' : `合计 ${system.full} 分`}
            >
              <SystemFields system={system} checks={checks} />
            </Panel>
            <VetoFields system={system} checks={checks} />
            <BonusFields system={system} checks={checks} />
            <GradeFields system={system} />
            <CompositeFields system={system} />
          </EditingHere>
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
                  <SelectField
                    name="round"
                    label="用哪一轮的事实试算"
                    options={rounds}
                    defaultValue={actionData?.round}
                  />
                  <SubmitButton kind="plain" name="act" value="simulate">
                    试算
                  </SubmitButton>
                </div>
              )}
              {actionData?.simulated != null && <Simulated rows={actionData.simulated} />}
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
  const { errors, simulated, fault, at } = actionData
  if (Object.keys(errors).length > 0) return <ErrorSummary errors={errors} />
  if (fault !== null) return <RefusedNote message={fault} title="没有办成" />
  if (simulated !== null || at !== '') return null
  return (
    <Note state="ok" title="分值相符" live>
      改动还没有保存。
    </Note>
  )
}

/** What the system as it stands on the page gives on the facts of a round. */
const Simulated = ({
  rows,
}: {
  readonly rows: NonNullable<NonNullable<Route.ComponentProps['actionData']>['simulated']>
}) => (
  <section aria-label="试算" aria-live="polite">
    <p>没有保存，也不改变任何记录。</p>
    <DataTable
      caption="试算"
      keyOf={({ organ }) => organ}
      groups={[{ key: 'all', rows }]}
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
  </section>
)

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
