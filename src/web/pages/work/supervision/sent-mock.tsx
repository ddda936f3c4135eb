import { data, redirect } from 'react-router'
import { channels } from '../../../../law/receipt.ts'
import { type SentChannel, sentChannels } from '../../../../office/supervision/mocks/sent-channels.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { CheckboxGroup } from '../../../ui/choice-group.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { readDay } from '../../../ui/day-text.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { typedIn } from '../filled-in.ts'
import { RefusedNote } from '../refused-note.tsx'
import { organsBelow } from '../reports/organs-below.ts'
import { told } from '../told.ts'
import type { Route } from './+types/sent-mock.ts'
import { mocksHref } from './hrefs.ts'
import { SupervisionTrail } from './supervision-trail.tsx'
import './supervision.css'

export async function loader({ params: { organ }, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [organs, board] = await Promise.all([
    organsBelow(api, organ),
    api.call('readBoard', { params: { organ } }),
  ])
  return { organ, organs: organs.filter(({ id }) => id !== organ), today: told(board).asOf }
}

/** What is said where a field is left empty. */
const wanted = {
  channel: '请选择以什么方式提出。',
  round: '请填写轮次。',
  scenario: '请写明检查什么。',
  expect: '请写明应当怎样答复，评分时对照。',
  name: '请填写信上写的申请人姓名，以后靠它找到办件。',
  title: '请填写信上写的所申请的信息名称，以后靠它找到办件。',
} as const

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const said = (name: string) => String(form.get(name) ?? '').trim()
  const organs = form.getAll('organs').map(String)
  const [sentOn, deliveredOn] = [readDay(said('sentOn')), readDay(said('deliveredOn'))]
  const errors: Record<string, string> = {
    ...(organs.length === 0 && { organs: '请选择向哪些机关提出。' }),
    ...Object.fromEntries(Object.entries(wanted).filter(([name]) => said(name) === '')),
    ...(sentOn === null && { sentOn: '请填写寄出、发出或者递交的日期，如 2026年3月6日。' }),
    ...(said('deliveredOn') !== '' &&
      deliveredOn === null && { deliveredOn: '没有读懂这个日期，请写成 2026年3月6日 的样子。' }),
  }
  const again = (more: { errors?: Record<string, string>; message?: string }, status: number) =>
    data({ errors: {} as Record<string, string>, message: null, ...more, typed: typedIn(form) }, status)
  if (sentOn === null || Object.keys(errors).length > 0) return again({ errors }, 422)
  const called = await deskOf(context).api.call('recordSentMocks', {
    params,
    body: {
      ...{ organs, sentOn, deliveredOn, channel: said('channel') as SentChannel },
      ...{ round: said('round'), scenario: said('scenario'), expect: said('expect') },
      application: {
        ...{ name: said('name'), idNumber: said('idNumber') || null },
        ...{ title: said('title'), features: said('features') || null },
      },
    },
  })
  if (called.ok) return redirect(`${mocksHref(params.organ)}?sent=${called.body.codes.length}`)
  const { detail, errors: faults = [], status } = called.problem
  return again({ message: [detail, ...faults.map((fault) => fault.message)].join(' ') }, status)
}

export const meta = () => [{ title: '登记寄出的模拟申请 · 监督保障' }]

/** A test that went by post, by hand, by fax or mail: written down, to be found again in the register of the organ. */
export default function SentMock({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, organs, today } = loaderData
  const { errors = {}, typed = {}, message } = actionData ?? {}
  const field = (name: string, label: string) => ({
    ...{ name, label, error: errors[name] },
    defaultValue: typed[name]?.[0],
  })
  return (
    <div className="stack">
      <SupervisionTrail organ={organ} list="模拟申请" href={mocksHref(organ)} here="登记寄出的" />
      <PageHead
        title="登记寄出的模拟申请"
        note="先以普通申请人的名义寄出、递交、传真或者发邮件，再在这里登记；对方收到后照常登记"
      />
      <Panel title="登记">
        <GuardedForm method="post" className="stack supervision__form" refused={actionData}>
          <ErrorSummary errors={actionData?.errors} />
          <RefusedNote message={message} title="没有登记" />
          <CheckboxGroup
            name="organs"
            label="向哪些机关提出"
            required
            row
            options={organs.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={typed.organs}
            error={errors.organs}
          />
          <SelectField
            {...field('channel', '渠道')}
            required
            empty="请选择"
            options={sentChannels.map((value) => ({ value, label: channels[value].caption }))}
          />
          <DateField
            name="sentOn"
            label="提出的日期"
            hint="寄出、递交、发出的那一天。"
            required
            today={today}
            defaultValue={readDay(typed.sentOn?.[0] ?? '')}
            error={errors.sentOn}
          />
          <DateField
            name="deliveredOn"
            label="送达的日期"
            hint="邮寄的，按投递回执填写；还不知道的以后再填。"
            today={today}
            defaultValue={readDay(typed.deliveredOn?.[0] ?? '')}
            error={errors.deliveredOn}
          />
          <TextField {...field('round', '轮次')} required />
          <TextField {...field('scenario', '检查什么')} required hint="只在本机关登记，对方看不到。" />
          <TextArea {...field('expect', '应当怎样答复')} required rows={3} />
          <h3>申请书上写的</h3>
          <p>单独封存，只用来在对方的登记中找到这件申请。</p>
          <TextField {...field('name', '申请人姓名')} required autoComplete="off" />
          <TextField
            {...field('idNumber', '居民身份证号码')}
            hint="申请书上没有写的不填。"
            autoComplete="off"
          />
          <TextField {...field('title', '申请公开的信息名称')} required />
          <TextArea {...field('features', '文号、年份等特征')} rows={3} />
          <div className="deed__acts">
            <SubmitButton>登记</SubmitButton>
          </div>
        </GuardedForm>
      </Panel>
    </div>
  )
}
