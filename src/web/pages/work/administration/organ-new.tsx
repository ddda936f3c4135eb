import { Link, redirect } from 'react-router'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { DeedFields } from '../deed-fields.tsx'
import { roomHref } from '../rooms.ts'
import type { Route } from './+types/organ-new.ts'
import { fieldsOfOrgan } from './organ-fields.ts'
import { refusedBy, Said } from './outcome.tsx'
import { openRoom } from './room.ts'

type Args = Pick<Route.LoaderArgs, 'request' | 'params' | 'context'>

async function opened(args: Args) {
  const room = await openRoom(args, 'manageOrgans')
  const fields = fieldsOfOrgan(deskOf(args.context).forms, 'addOrgan', room.organs)
  return { ...room, fields }
}

export async function loader(args: Route.LoaderArgs) {
  const { organ, fields } = await opened(args)
  return { organ, fields, given: { parent: [organ.code] } }
}

export async function action(args: Route.ActionArgs) {
  const { api, organ, fields } = await opened(args)
  const form = await args.request.formData()
  const body = deskOf(args.context).forms.read(fields, form) as never
  const added = await api.call('addOrgan', { params: { organ: organ.id }, body })
  return added.ok ? redirect(roomHref(organ.id, 'organs')) : refusedBy(added.problem, form, fields)
}

export const meta = () => [{ title: '新增下级机关 · 公开' }]

/** A new organ below one's own. */
export default function OrganNew({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, fields, given } = loaderData
  const back = roomHref(organ.id, 'organs')
  return (
    <div className="stack work-narrow">
      <Breadcrumb above={[{ title: '机关', href: back }]} here="新增下级机关" />
      <PageHead title="新增下级机关" />
      <Panel>
        <GuardedForm method="post" className="stack">
          <ErrorSummary errors={actionData?.errors} />
          <Said outcome={actionData} />
          <DeedFields
            fields={fields}
            typed={actionData?.typed ?? given}
            errors={actionData?.errors ?? {}}
            today=""
          />
          <div className="acts">
            <SubmitButton>新增</SubmitButton>
            <Link to={back}>返回</Link>
          </div>
        </GuardedForm>
      </Panel>
    </div>
  )
}
