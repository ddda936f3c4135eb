import { Form, Link } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { ErrorSummary, type FormErrors } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { type Option, SelectField } from '../../../ui/select-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { typedOf } from '../choose-fields.ts'
import { DeedFields } from '../deed-fields.tsx'
import { roomHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/organ-record.ts'
import { fieldsOfOrgan } from './organ-fields.ts'
import { type Outcome, refusedBy, Said } from './outcome.tsx'
import { openRoom } from './room.ts'

type Args = Pick<Route.LoaderArgs, 'request' | 'params' | 'context'>

async function opened(args: Args) {
  const room = await openRoom(args, 'manageOrgans')
  const params = { organ: room.organ.id }
  const [read, listed, open] = await Promise.all([
    room.api.call('readOrgan', { params }),
    room.api.call('listOrgans', { params }),
    room.api.call('listPublicOrgans', {}),
  ])
  const record = told(read)
  const row = told(listed).rows.find(({ id }) => id === room.organ.id)!
  const others = room.organs.filter(({ id }) => id !== room.organ.id)
  // A superior that is not one's own cannot be chosen, and stays what it is.
  const foreign = record.parent !== '' && !others.some(({ code }) => code === record.parent)
  const fields = fieldsOfOrgan(deskOf(args.context).forms, 'putOrgan', others).filter(
    ({ name }) => name !== 'code' && !(name === 'parent' && (foreign || row.parent === null)),
  )
  const heirs = told(open).rows.filter(({ id }) => id !== room.organ.id)
  return { ...room, params, record, row, fields, heirs }
}

export async function loader(args: Route.LoaderArgs) {
  const { organ, organs, record, row, fields, heirs } = await opened(args)
  // Back to the list that it stands in, where the reader may see that.
  const above = organs.some(({ id }) => id === row.parent) ? row.parent! : organ.id
  return {
    organ,
    above,
    code: record.code,
    closedOn: row.closedOn,
    highest: row.parent === null,
    fields,
    record,
    heirs: heirs.map(({ id, name }) => ({ value: id, label: name })),
  }
}

export async function action(args: Route.ActionArgs) {
  const { api, params, record, fields } = await opened(args)
  const form = await args.request.formData()
  const because = String(form.get('because') ?? '').trim()
  const intent = String(form.get('intent') ?? '')
  if (intent === 'close' || intent === 'reopen') {
    const successor = String(form.get('successor') ?? '') || null
    const settled =
      intent === 'close'
        ? await api.call('closeOrgan', { params, body: { because, successor } })
        : await api.call('reopenOrgan', { params, body: { because } })
    if (!settled.ok) return refusedBy(settled.problem, form, becauseField)
    const outcome: Outcome = { done: intent === 'close' ? '机关已经撤销。' : '机关已经恢复。' }
    return outcome
  }
  const { code, parent } = record
  const body = { parent, ...deskOf(args.context).forms.read(fields, form), code }
  const put = await api.call('putOrgan', { params, body: body as AnsweredBy<'readOrgan'> })
  if (!put.ok) return refusedBy(put.problem, form, fields)
  const outcome: Outcome = { done: '已经保存。修改前后的内容记入日志。' }
  return outcome
}

const becauseField = [
  { name: 'because', label: '理由', hint: null, required: true, kind: 'text', limit: 500 },
] as const

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `机关资料 · ${loaderData?.organ.name ?? ''}` },
]

/** What is known of an organ; the guide, letters and remedies are made of it. */
export default function OrganPage({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, above, code, closedOn, highest, fields, record, heirs } = loaderData
  const outcome = actionData as Outcome | undefined
  const { errors = {} } = outcome ?? {}
  const typed = outcome?.typed?.intent === undefined ? outcome?.typed : undefined
  return (
    <div className="stack work-narrow">
      <Breadcrumb above={[{ title: '机关', href: roomHref(above, 'organs') }]} here={organ.name} />
      <PageHead title={organ.name} note={`机构代码 ${code}`} />
      {closedOn !== null && (
        <Note state="soon" title={`${formatChinese(closedOn)}已经撤销`}>
          不再受理新的申请；已有的案卷照常查询、办理。
        </Note>
      )}
      <ErrorSummary errors={outcome?.errors} />
      <Said outcome={outcome} />
      <Panel title="机关资料" aside="公开指南、文书、救济途径由此而来">
        <GuardedForm method="post" className="stack">
          <DeedFields fields={fields} typed={typed ?? typedOf(record)} errors={errors} today="" />
          <div className="acts">
            <SubmitButton>保存</SubmitButton>
            <Link to={roomHref(above, 'organs')}>返回</Link>
          </div>
        </GuardedForm>
      </Panel>
      {!highest && <Closing closed={closedOn !== null} heirs={heirs} errors={errors} />}
    </div>
  )
}

interface ClosingProps {
  readonly closed: boolean
  /** The organs that may take over. */
  readonly heirs: readonly Option[]
  readonly errors: FormErrors
}

const Closing = ({ closed, heirs, errors }: ClosingProps) => (
  <Panel title={closed ? '恢复机关' : '撤销机关'}>
    <Form method="post" className="stack" noValidate>
      <p>
        {closed
          ? '恢复后重新受理申请。'
          : '机构改革、职责划转时办理。撤销后不再受理新的申请；案卷保留，公开的信息仍可查看，写明由哪个机关承接。还有未办结的申请或者下级机关的，不能撤销。'}
      </p>
      <TextArea
        name="because"
        label="理由"
        hint="写明依据的文件。记入日志。"
        rows={3}
        required
        error={errors.because}
      />
      {!closed && (
        <SelectField
          name="successor"
          label="职责由哪个机关承接"
          hint="公众看得到。由几个机关承接，或者承接的机关不在本系统的，不选。"
          empty="不选"
          options={heirs}
          error={errors.successor}
        />
      )}
      <SubmitButton kind={closed ? 'plain' : 'danger'} name="intent" value={closed ? 'reopen' : 'close'}>
        {closed ? '恢复' : '撤销'}
      </SubmitButton>
    </Form>
  </Panel>
)
