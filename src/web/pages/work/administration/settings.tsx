import { Form, Link } from 'react-router'
import { defaultRetention } from '../../../../office/applicants/retention.ts'
import type { FormField } from '../../../desk/forms-desk.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { typedOf } from '../choose-fields.ts'
import { DeedFields } from '../deed-fields.tsx'
import { roomHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/settings.ts'
import { OrganSwitch } from './organ-switch.tsx'
import { type Outcome, refusedBy, Said } from './outcome.tsx'
import { openRoom } from './room.ts'

/** What is settled on this page, each part with a form of its own. */
const parts = {
  policy: { title: '办理规则', route: 'settleRequestPolicy' },
  counting: { title: '年度报告的计数口径', route: 'settleCountingPolicy' },
  letters: { title: '文书编号的类型字、网上复议地址', route: 'settle-letters' },
  webhooks: { title: '有办理进展时通知其他系统', route: 'settle-webhooks' },
  retention: { title: '个人信息的保存期限', route: 'settle-retention' },
  mourning: { title: '哀悼日：全部页面变为灰色', route: 'settle-mourning' },
} as const
type Part = keyof typeof parts

type Context = Route.LoaderArgs['context']

const fieldsOf = (context: Context, part: Part): readonly FormField[] =>
  deskOf(context).forms.fieldsOf(parts[part].route) ?? []

export async function loader(args: Route.LoaderArgs) {
  const { api, organ, organs } = await openRoom(args, 'manageSettings')
  const params = { organ: organ.id }
  const [settings, policy, counting, record] = await Promise.all([
    api.call('readSettings', { params }),
    api.call('readRequestPolicy', { params }),
    api.call('readCountingPolicy', { params }),
    api.call('readOrgan', { params }),
  ])
  const settled = told(settings) as Readonly<Record<string, unknown>>
  // The pages of all organs are grey together, or none.
  const own = (Object.keys(parts) as Part[]).filter(
    (part) => part !== 'mourning' || (record.ok && record.body.parent === ''),
  )
  const forms = own.map((part) => ({
    part,
    title: parts[part].title,
    fields: fieldsOf(args.context, part),
    given: typedOf(
      {
        policy: told(policy),
        counting: told(counting),
        letters: {},
        retention: defaultRetention,
        mourning: {},
        webhooks: {},
        ...settled,
      }[part],
    ),
  }))
  return { organ, organs, forms, numbering: String(settled.requestNumbering ?? '') }
}

export async function action(args: Route.ActionArgs) {
  const { api, organ } = await openRoom(args, 'manageSettings')
  const form = await args.request.formData()
  const params = { organ: organ.id }
  const part = String(form.get('part'))
  const said = (done: string) => ({ part, done }) as Outcome & { readonly part: string }
  if (part === 'numbering') {
    const body = String(form.get('numbering') ?? '').trim()
    const settled = await api.call('settle-requestNumbering', { params, body })
    if (settled.ok) return said('登记编号的规则已经保存。')
    const field = {
      name: 'requestNumbering',
      label: '',
      hint: null,
      required: true,
      kind: 'text',
      limit: 100,
    } as const
    return refusedBy(settled.problem, form, [field])
  }
  if (!Object.hasOwn(parts, part)) return said('')
  const fields = fieldsOf(args.context, part as Part)
  const body = deskOf(args.context).forms.read(fields, form) as never
  if (part === 'policy') {
    const settled = await api.call('settleRequestPolicy', { params, body })
    if (!settled.ok) return refusedBy(settled.problem, form, fields)
    const { counted, moved } = settled.body
    return said(`办理规则已经保存，理由记入日志。重算在办件 ${counted} 件，期限变动 ${moved.length} 件。`)
  }
  const settled = await api.call(parts[part as Exclude<Part, 'policy'>].route, { params, body })
  return settled.ok ? said('已经保存。') : refusedBy(settled.problem, form, fields)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `设置 · ${loaderData?.organ.name ?? ''}` }]

/** What an organ settles for itself. */
export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, organs, forms, numbering } = loaderData
  const outcome = actionData as (Outcome & { readonly part?: string }) | undefined
  const wrong = outcome?.typed?.part?.[0]
  return (
    <div className="stack work-narrow">
      <PageHead title="设置" note={organ.name} />
      <OrganSwitch organ={organ} organs={organs} />
      <ErrorSummary errors={outcome?.errors} />
      <Said outcome={outcome} />
      {forms.map(({ part, title, fields, given }) => (
        <Panel title={title} key={`${organ.id} ${part}`}>
          <GuardedForm method="post" className="stack">
            <DeedFields
              fields={fields}
              typed={wrong === part ? outcome!.typed! : given}
              errors={wrong === part ? (outcome?.errors ?? {}) : {}}
              today=""
            />
            <input type="hidden" name="part" value={part} />
            <SubmitButton kind="plain" aria-label={`保存：${title}`}>
              保存
            </SubmitButton>
          </GuardedForm>
        </Panel>
      ))}
      <Panel title="申请登记编号" key={`${organ.id} numbering`}>
        <Form method="post" className="stack" noValidate>
          <TextField
            name="numbering"
            label="编号规则"
            hint="可以用 {代字}、{类型}、{年}、{序号}；不填的，为 {年}-{序号}。下一个编号见“编号”。"
            defaultValue={numbering}
            error={wrong === 'numbering' ? outcome?.errors?.requestNumbering : undefined}
          />
          <input type="hidden" name="part" value="numbering" />
          <SubmitButton kind="plain" aria-label="保存：申请登记编号">
            保存
          </SubmitButton>
          <p className="text-sm text-ink-2">
            文书编号的规则、机关代字在
            <Link to={`/work/${encodeURIComponent(organ.id)}/record`}>机关资料</Link>
            里，文书正文在<Link to={roomHref(organ.id, 'templates')}>文书</Link>里。
          </p>
        </Form>
      </Panel>
    </div>
  )
}
