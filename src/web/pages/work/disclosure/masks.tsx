import { data, Link, redirect } from 'react-router'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '../../../ui/button.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { type Outcome, Said } from '../administration/outcome.tsx'
import { documentHref } from '../documents/document-href.ts'
import { told } from '../told.ts'
import type { Route } from './+types/masks.ts'
import { disclosureHref, documentStepHref } from './disclosure-href.ts'
import './disclosure.css'

export const loader = async ({ params: { organ, document }, context }: Route.LoaderArgs) =>
  told(await deskOf(context).api.call('offerMasks', { params: { organ, id: document } }))

export async function action({ params: { organ, document: id }, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const places = form.getAll('place').map(Number)
  if (places.length === 0) return data<Outcome>({ message: '请选择要遮蔽的内容。' }, 422)
  const done = await deskOf(context).api.call('maskDocument', {
    params: { organ, id },
    seen: Number(form.get('seen')),
    body: { places },
  })
  if (done.ok) return redirect(documentHref(organ, id))
  const { detail, cites, status } = done.problem
  return data<Outcome>({ message: detail, cites }, status)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `逐处遮蔽 · ${loaderData?.title ?? ''}` }]

/** What looks personal in the text, and what would stand there instead; nothing changes until somebody says so. */
export default function Masks({ loaderData, actionData, params }: Route.ComponentProps) {
  const { title, version, masks } = loaderData
  const { organ, document } = params
  return (
    <div className="stack">
      <Breadcrumb above={[{ title: '发布后检查', href: disclosureHref(organ) }]} here="逐处遮蔽" />
      <PageHead
        title="逐处遮蔽个人信息"
        note={title}
        acts={<LinkButton to={documentStepHref(organ, document, 'restrictDocument')}>先限制查看</LinkButton>}
      />
      <Said outcome={actionData as Outcome | undefined} />
      <GuardedForm method="post" className="stack">
        <input type="hidden" name="seen" value={version} />
        <Panel kind="list" title="疑似的个人信息" aside={`${masks.length} 处`}>
          <p className="panel__foot">
            核对是谁的、该不该公开。选中的写入新的稿子，原来公开的不变，经审查、签发、发布后替换。{' '}
            <Cites of={['条例§15', '个保法§6', '个保法§28']} audience="staff" />
          </p>
          <DataTable
            caption="疑似的个人信息"
            keyOf={({ place }) => String(place)}
            groups={[{ key: 'all', rows: masks }]}
            empty={
              <EmptyState
                title="正文中没有发现个人信息"
                action={<Link to={documentHref(organ, document)}>返回文件</Link>}
              >
                姓名、照片机器认不出来，请阅看正文。
              </EmptyState>
            }
            columns={[
              {
                key: 'pick',
                head: '遮蔽',
                kind: 'keep',
                cell: ({ place, caption }) => (
                  <input
                    type="checkbox"
                    name="place"
                    value={place}
                    defaultChecked
                    aria-label={`遮蔽第 ${place + 1} 处，${caption}`}
                  />
                ),
              },
              { key: 'kind', head: '种类', names: true, cell: ({ caption }) => caption },
              {
                key: 'now',
                head: '现在',
                cell: ({ before, found, after }) => (
                  <div>
                    {before}
                    <mark className="watch__found">{found}</mark>
                    {after}
                  </div>
                ),
              },
              { key: 'masked', head: '遮蔽以后', kind: 'keep', cell: ({ masked }) => masked },
            ]}
          />
        </Panel>
        {masks.length > 0 && (
          <div className="deed__acts">
            <SubmitButton>写入新的稿子</SubmitButton>
            <Link to={documentHref(organ, document)}>返回文件</Link>
          </div>
        )}
      </GuardedForm>
      <Note>附件中的个人信息在附件核查时处理；这里只看正文。</Note>
    </div>
  )
}
