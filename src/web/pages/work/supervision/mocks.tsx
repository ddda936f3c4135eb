import { data, Link, redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { type Channel, channels } from '../../../../law/receipt.ts'
import { isSought } from '../../../../office/supervision/mocks/sought.ts'
import { LinkButton, SubmitButton } from '../../../ui/button.tsx'
import { CheckboxGroup } from '../../../ui/choice-group.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { organsBelow } from '../reports/organs-below.ts'
import { told } from '../told.ts'
import type { Route } from './+types/mocks.ts'
import { mockHref, mocksHref, sentMockHref } from './hrefs.ts'
import { SupervisionTabs } from './supervision-tabs.tsx'
import './supervision.css'

export async function loader({ params: { organ }, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const [listed, organs] = await Promise.all([
    api.call('listSupervision', { params: { organ, kind: 'mock' } }),
    organsBelow(api, organ),
  ])
  const rows = told(listed).rows.map(({ id, about, data, stateCaption, openedOn, closedOn }) => ({
    ...{ id, about, stateCaption, openedOn },
    ...{ code: String(data.code), number: String(data.number ?? ''), scenario: String(data.scenario) },
    channel: channels[data.channel as Channel].caption,
    sought: isSought({ id, data, closedOn }),
  }))
  const only = searchParams.get('standing') === 'sought'
  return {
    organ,
    organs: organs.filter(({ id }) => id !== organ),
    only,
    rows: only ? rows.filter(({ sought }) => sought) : rows,
    sought: rows.filter(({ sought }) => sought).length,
    done: searchParams.get('done'),
    sent: searchParams.get('sent'),
  }
}

/** Names of the fields, and what is said where they are left empty. */
const wanted = {
  scenario: '请写明检查什么。',
  expect: '请写明应当怎样答复，评分时对照。',
  round: '请填写轮次。',
  name: '请填写申请人的姓名。',
  idNumber: '请填写证件号码。',
  phone: '请填写联系电话。',
  email: '请填写电子邮箱，对方的通知发到这里。',
  title: '请填写申请公开的信息的名称。',
  features: '请写明信息的文号、年份等特征。',
} as const

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const said = Object.fromEntries(
    Object.keys(wanted).map((name) => [name, String(form.get(name) ?? '').trim()]),
  ) as Record<keyof typeof wanted, string>
  const organs = form.getAll('organs').map(String)
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(wanted).filter(([name]) => said[name as keyof typeof wanted] === ''),
  )
  if (organs.length === 0) errors.organs = '请选择向哪些机关提出。'
  if (Object.keys(errors).length > 0) return data({ errors, said, organs }, 422)
  const { scenario, expect, round, name, idNumber, phone, email, title, features } = said
  const called = await deskOf(context).api.call('fileMocks', {
    params,
    body: {
      ...{ organs, scenario, expect, round },
      application: {
        applicant: { kind: 'natural', name, idKind: 'residentId', idNumber, contact: { phone, email } },
        content: { title, features, provision: 'electronic', delivery: 'online' },
      } as never,
    },
  })
  if (!called.ok) {
    const { detail, errors: faults = [], status } = called.problem
    const message = [detail, ...faults.map((fault) => fault.message)].join(' ')
    return data({ errors: { title: message } as Record<string, string>, said, organs }, status)
  }
  const failed = called.body.rows.filter(({ number }) => number === null)
  if (failed.length === 0) return redirect(`${mocksHref(params.organ)}?done=${called.body.rows.length}`)
  const why = failed.map(({ code, because }) => `${code}：${because}`).join(' ')
  return data({ errors: { organs: `有 ${failed.length} 件没有提交成功。${why}` }, said, organs }, 409)
}

export const meta = () => [{ title: '模拟申请 · 监督保障' }]

/** Test requests, filed as a citizen would and known here alone. */
export default function Mocks({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, organs, rows, only, sought, done, sent } = loaderData
  const names = Object.fromEntries(organs.map(({ id, name }) => [id, name]))
  return (
    <div className="stack">
      <PageHead
        title="模拟申请"
        note="以申请人的身份提出；只有本机关知道，不计入任何法定统计"
        acts={<LinkButton to={sentMockHref(organ)}>登记邮寄、当面、传真、邮件提出的</LinkButton>}
      />
      <SupervisionTabs organ={organ} current="mock" />
      {done !== null && actionData === undefined && (
        <Note state="ok" live>
          已经提交 {done} 件模拟申请。对方按一般申请办理，看不出来。
        </Note>
      )}
      {sent !== null && actionData === undefined && (
        <Note state="ok" live>
          已经登记 {sent} 件。对方登记以后，请打开这一件，指认是对方的哪一件办件。
        </Note>
      )}
      {sought > 0 && (
        <Note state="soon">
          有 {sought} 件已经发出、还没有指认办件，对方登记了的照常计入对方的统计。
          {only ? (
            <Link to={mocksHref(organ)}>看全部模拟申请</Link>
          ) : (
            <Link to={mocksHref(organ, { standing: 'sought' })}>只看这些</Link>
          )}
        </Note>
      )}
      <Panel kind="list" title={only ? '没有指认办件的模拟申请' : '模拟申请'} aside={`${rows.length} 件`}>
        <DataTable
          caption="模拟申请"
          keyOf={({ id }) => id}
          stateOf={({ sought }) => (sought ? 'soon' : null)}
          groups={[{ key: 'all', rows }]}
          columns={[
            {
              key: 'code',
              head: '代码',
              names: true,
              cell: ({ id, code }) => <Link to={mockHref(organ, id)}>{code}</Link>,
            },
            { key: 'organ', head: '机关', cell: ({ about }) => names[about ?? ''] ?? '—' },
            {
              key: 'number',
              head: '登记编号',
              kind: 'keep',
              cell: ({ number, sought }) => number || (sought ? '尚未找到' : '—'),
            },
            { key: 'channel', head: '渠道', kind: 'keep', cell: ({ channel }) => channel },
            { key: 'scenario', head: '检查什么', cell: ({ scenario }) => scenario },
            { key: 'on', head: '提交', kind: 'keep', cell: ({ openedOn }) => formatChinese(openedOn) },
            { key: 'state', head: '状态', kind: 'keep', cell: ({ stateCaption }) => stateCaption },
          ]}
          empty={
            only ? (
              <EmptyState title="都已经指认">
                发出的模拟申请都找到了办件，或者已经告知对方。
                <Link to={mocksHref(organ)}>看全部模拟申请</Link>
              </EmptyState>
            ) : (
              <EmptyState title="还没有模拟申请">在下面填写，一次可以向几个机关各提一件。</EmptyState>
            )
          }
        />
      </Panel>
      <NewMock key={rows.length} organs={organs} answer={actionData} />
    </div>
  )
}

function NewMock({
  organs,
  answer,
}: {
  readonly organs: Route.ComponentProps['loaderData']['organs']
  readonly answer: Route.ComponentProps['actionData']
}) {
  const { errors = {}, said, organs: chosen = [] } = answer ?? {}
  const field = (name: keyof typeof wanted, label: string) => ({
    ...{ name, label, required: true },
    defaultValue: said?.[name],
    error: (errors as Record<string, string>)[name],
  })
  return (
    <Panel title="在网上提交模拟申请">
      <GuardedForm method="post" className="stack supervision__form">
        <ErrorSummary errors={answer?.errors as Readonly<Record<string, string>> | undefined} />
        <CheckboxGroup
          name="organs"
          label="向哪些机关提出"
          required
          options={organs.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={chosen}
          error={(errors as Record<string, string>).organs}
        />
        <TextField {...field('round', '轮次')} />
        <TextField {...field('scenario', '检查什么')} hint="只在本机关登记，对方看不到。" />
        <TextArea {...field('expect', '应当怎样答复')} rows={3} />
        <h3>申请书</h3>
        <p>
          与公众在网上填写的相同。请使用自愿协助检查的人员的真实信息，只在对方的案卷中封存，按申请人的信息保护和删除。
        </p>
        <TextField {...field('name', '申请人姓名')} autoComplete="off" />
        <TextField {...field('idNumber', '居民身份证号码')} autoComplete="off" />
        <TextField {...field('phone', '联系电话')} type="tel" autoComplete="off" />
        <TextField {...field('email', '电子邮箱')} type="email" autoComplete="off" />
        <TextField {...field('title', '申请公开的信息名称')} />
        <TextArea {...field('features', '文号、年份等特征')} rows={3} />
        <div className="deed__acts">
          <SubmitButton pending="正在提交，请不要关闭页面…">以申请人的身份提交</SubmitButton>
        </div>
      </GuardedForm>
    </Panel>
  )
}
