import { data, Form, redirect } from 'react-router'
import { documentClasses } from '../../../../office/documents/classes.ts'
import { boundByHand, relations } from '../../../../office/documents/relations.ts'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choice-group.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { deskOf } from '../../load-context.ts'
import { RefusedNote } from '../refused-note.tsx'
import type { Route } from './+types/links.ts'
import { DocumentHead } from './document-head.tsx'
import { documentPageHref } from './document-href.ts'
import { contentIn, openDocument, refusalOf, type StaffDocument } from './open-document.ts'

/** Most documents that are offered. */
const most = 20

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const words = new URL(request.url).searchParams.get('title')?.trim() ?? ''
  const document = await openDocument(api, params)
  const query = { title: words, limit: most }
  const [own, others] =
    words === ''
      ? [null, null]
      : await Promise.all([
          api.call('listDocuments', { params: { organ: params.organ }, query }),
          api.call('listAllPublished', { query }),
        ])
  const ownRows = own?.ok ? own.body.rows : []
  const publicRows = (others?.ok ? others.body.rows : []).filter(({ organ }) => organ !== params.organ)
  const found = [
    ...ownRows.map(({ id, title, class: of, docNo }) => ({ id, title, of, docNo, publisher: null })),
    ...publicRows.map(({ id, title, class: of, docNo, publisher }) => ({ id, title, of, docNo, publisher })),
  ].filter(({ id }) => id !== params.id)
  return {
    title: contentIn(document).title,
    version: document.version,
    refusal: refusalOf(document, 'linkDocument'),
    links: document.links,
    words,
    found,
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const { organ, id } = params
  const form = await request.formData()
  const said = (name: string) => String(form.get(name) ?? '')
  const body = { relation: said('relation'), target: said('target') }
  const verb = said('intent') === 'unlink' ? 'unlinkDocument' : 'linkDocument'
  const errors = {
    ...(body.relation === '' && { relation: '请选择两份文件的关系。' }),
    ...(body.target === '' && { target: '请选择要关联的文件。' }),
  }
  if (Object.keys(errors).length > 0) return data({ errors, message: null, ...body }, { status: 422 })
  const done = await api.act({ organ, request: id, action: verb, seen: Number(said('seen')), body })
  if (done.ok) return redirect(documentPageHref(organ, id, 'links'))
  return data({ errors, message: done.problem.detail, ...body }, { status: done.problem.status })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `关联 · ${loaderData?.title ?? ''}` }]

type Link = StaffDocument['links'][number]

/** Whether the link was made at this document: only there can it be taken away. */
const isOwn = ({ relation, caption }: Link): boolean =>
  relations[relation].caption === caption && boundByHand.includes(relation)

const relationOptions = boundByHand.map((value) => ({ value, label: relations[value].caption }))

/** Other documents that belong to this one: looked for by title, chosen, bound. */
export default function Links({ loaderData, actionData, params: { organ, id } }: Route.ComponentProps) {
  const { title, version, refusal, links, words, found } = loaderData
  return (
    <>
      <DocumentHead organ={organ} document={{ id, title }} title="关联其他文件" note={title} />
      <div className="stack">
        <Panel kind="list" title="已经关联的" aside={`${links.length} 份`}>
          <DataTable
            caption="已经关联的文件"
            columns={[
              { key: 'caption', head: '关系', cell: ({ caption }: Link) => caption },
              { key: 'title', head: '文件', names: true, cell: (link) => link.title },
              { key: 'class', head: '信息种类', cell: (link) => documentClasses[link.class].caption },
              {
                key: 'acts',
                head: '办理',
                cell: (link) =>
                  isOwn(link) && refusal === null ? (
                    <Form method="post">
                      <input type="hidden" name="seen" value={version} />
                      <input type="hidden" name="relation" value={link.relation} />
                      <input type="hidden" name="target" value={link.id} />
                      <Button
                        small
                        type="submit"
                        name="intent"
                        value="unlink"
                        aria-label={`取消关联《${link.title}》`}
                      >
                        取消关联
                      </Button>
                    </Form>
                  ) : boundByHand.includes(link.relation) ? (
                    '在对方文件中登记'
                  ) : (
                    '随废止、取代的登记而来'
                  ),
              },
            ]}
            groups={[{ key: 'all', rows: links }]}
            keyOf={(link) => `${link.relation} ${link.caption} ${link.id}`}
            empty={
              <EmptyState title="还没有关联的文件">
                解读、征求意见、采纳情况、所属项目等，关联后公众从任何一份都找得到另一份。
              </EmptyState>
            }
          />
        </Panel>
        {refusal !== null ? (
          <Note state="soon" title="现在不能关联">
            {refusal.message}
          </Note>
        ) : (
          <Panel title="添加关联">
            <div className="stack work-narrow">
              <Form method="get" className="work-filter">
                <TextField
                  name="title"
                  label="文件标题中的文字"
                  hint="本机关的全部文件，其他机关已经公开的文件。"
                  autoComplete="off"
                  defaultValue={words}
                />
                <div className="work-filter__acts">
                  <SubmitButton kind="plain" pending="正在查找…">
                    查找
                  </SubmitButton>
                </div>
              </Form>
              {words !== '' && found.length === 0 && (
                <EmptyState title="没有找到这样的文件">换几个字再查，标题中有这些字的才会列出。</EmptyState>
              )}
              {found.length > 0 && (
                <Form method="post" className="stack" noValidate>
                  <ErrorSummary errors={actionData?.errors} />
                  <RefusedNote message={actionData?.message} />
                  <input type="hidden" name="seen" value={version} />
                  <RadioGroup
                    name="target"
                    label="要关联的文件"
                    required
                    options={found.map((each) => ({
                      value: each.id,
                      label: each.title,
                      note: [documentClasses[each.of].caption, each.docNo, each.publisher]
                        .filter(Boolean)
                        .join('，'),
                    }))}
                    defaultValue={actionData?.target ?? (found.length === 1 ? found[0]!.id : undefined)}
                    error={actionData?.errors.target}
                  />
                  <SelectField
                    name="relation"
                    label="它是本文件的"
                    required
                    empty="请选择"
                    options={relationOptions}
                    defaultValue={actionData?.relation}
                    error={actionData?.errors.relation}
                  />
                  <div className="deed__acts">
                    <SubmitButton pending="正在关联…">关联</SubmitButton>
                  </div>
                </Form>
              )}
            </div>
          </Panel>
        )}
      </div>
    </>
  )
}
