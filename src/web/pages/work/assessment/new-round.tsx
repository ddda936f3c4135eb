import { data, Form, Link, redirect } from 'react-router'
import { type Day, yearOf } from '../../../../law/day.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { readDay } from '../../../ui/day-text.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { organsBelow } from '../reports/organs-below.ts'
import { told } from '../told.ts'
import type { Route } from './+types/new-round.ts'
import { assessmentHref, newRoundHref, roundHref, systemHref } from './assessment-href.ts'
import './assessment.css'

const quarters = ['', '1', '2', '3', '4']

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const asked = new URL(request.url).searchParams.get('system')
  const [{ rows: systems }, tree, board] = await Promise.all([
    api.call('listIndicatorSystems', { params }).then(told),
    organsBelow(api, params.organ),
    api.call('readBoard', { params }).then(told),
  ])
  const system = systems.find(({ id }) => id === asked) ?? systems[0]!
  const month = Number(board.asOf.slice(5, 7))
  return {
    organ: params.organ,
    systems: systems.map(({ id, name }) => ({ value: id, label: name })),
    system,
    organs: tree.filter(({ id }) => id !== params.organ),
    today: board.asOf as Day,
    year: yearOf(board.asOf as Day),
    quarter: String(Math.ceil(month / 3)),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const organs = [...form.keys()]
    .filter((name) => name.startsWith('class:') && text(name) !== '')
    .map((name) => ({ organ: name.slice('class:'.length), class: text(name) }))
  const year = Number(text('year'))
  const selfBy = readDay(text('selfBy'))
  const errors = {
    ...(!Number.isInteger(year) || year < 2008 ? { year: '请填写四位数的年份。' } : {}),
    ...(text('selfBy') !== '' && selfBy === null
      ? { selfBy: '没有这一天，请改正，例如 2026年9月30日。' }
      : {}),
    ...(organs.length === 0 ? { organs: '请至少为一个机关选择类别。' } : {}),
  }
  if (Object.keys(errors).length > 0) return data({ errors }, 422)
  const quarter = text('quarter')
  const called = await deskOf(context).api.call('openRound', {
    params,
    body: {
      system: text('system'),
      period: { year, quarter: quarter === '' ? null : Number(quarter) },
      organs,
      sampled: text('sampled')
        .split(/[、，,\n]/)
        .map((each) => each.trim())
        .filter((each) => each !== ''),
      selfBy,
    },
  })
  if (called.ok) return redirect(roundHref(params.organ, called.body.id))
  return data({ errors: { organs: called.problem.detail } as Record<string, string> }, called.problem.status)
}

export const meta = () => [{ title: '开展考核' }]

/** Which system, which period, which organs in which class. */
export default function NewRound({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, systems, system, organs, year, quarter, today } = loaderData
  const errors = actionData?.errors as Record<string, string> | undefined
  return (
    <>
      <Breadcrumb above={[{ title: '考核评议', href: assessmentHref(organ) }]} here="开展考核" />
      <PageHead title="开展考核" note="先定指标体系，再定期间和机关" />
      <div className="stack work-narrow">
        <Panel title="指标体系">
          <Form method="get" action={newRoundHref(organ)} className="work-filter assess__apart">
            <SelectField name="system" label="采用的指标体系" options={systems} defaultValue={system.id} />
            <SubmitButton kind="plain">换用</SubmitButton>
          </Form>
          <p>
            <Link to={systemHref(organ, system.id)}>查看或者修改“{system.name}”</Link>，共 {system.leaves}{' '}
            项指标。
          </p>
        </Panel>
        {organs.length === 0 ? (
          <EmptyState title="没有下级机关">本机关名录中没有下级机关，没有可以考核的对象。</EmptyState>
        ) : (
          <Form method="post" className="stack" noValidate key={system.id}>
            <ErrorSummary errors={errors} />
            <input type="hidden" name="system" value={system.id} />
            <Panel title="期间">
              <div className="work-filter assess__apart">
                <TextField
                  name="year"
                  label="年份"
                  defaultValue={String(year)}
                  inputMode="numeric"
                  short
                  error={errors?.year}
                />
                <SelectField
                  name="quarter"
                  label="季度"
                  options={quarters.map((each) => ({
                    value: each,
                    label: each === '' ? '全年' : `第${'一二三四'[Number(each) - 1]}季度`,
                  }))}
                  defaultValue={quarter}
                />
                <DateField
                  name="selfBy"
                  label="自评截止日"
                  hint="不填的，随时可以自评"
                  today={today}
                  error={errors?.selfBy}
                />
              </div>
              <TextField
                name="sampled"
                label="抽取的领域"
                hint="这一轮抽查哪些领域，用顿号隔开；可以不填。"
              />
            </Panel>
            <Panel title="被考核的机关" aside="名次在同一类中排列">
              <div className="assess__classes" id="field-organs">
                {organs.map(({ id, name }, at) => (
                  <SelectField
                    key={id}
                    name={`class:${id}`}
                    label={name}
                    empty="不考核"
                    options={system.classes.map(({ key, caption }) => ({ value: key, label: caption }))}
                    defaultValue={defaultClass(system.classes, name)}
                    error={at === 0 ? errors?.organs : undefined}
                  />
                ))}
              </div>
            </Panel>
            <div className="deed__acts">
              <SubmitButton>开展考核</SubmitButton>
              <Link to={assessmentHref(organ)}>不办了，返回</Link>
            </div>
          </Form>
        )}
      </div>
    </>
  )
}

/** Towns apart from bureaus, where the system tells them apart; else the first class. */
function defaultClass(
  classes: readonly { readonly key: string; readonly caption: string }[],
  name: string,
): string {
  const town = /[镇乡]人民政府|街道办事处/.test(name)
  const [first] = classes
  return (
    (town ? classes.find(({ caption }) => /乡镇|街道/.test(caption)) : undefined)?.key ?? first?.key ?? ''
  )
}
