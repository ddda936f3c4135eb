import { data, Link, redirect } from 'react-router'
import { retentionRules } from '../../../office/applicants/retention.ts'
import type { Api } from '../../desk/api.ts'
import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { Button, LinkButton, SubmitButton } from '../../ui/button.tsx'
import { Cites } from '../../ui/cite.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { GuardedForm } from '../../ui/guarded-form.tsx'
import { Letter } from '../../ui/letter.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/bulk.ts'
import { type BulkDeed, bulkDeeds, isBulkDeed } from './bulk-deeds.ts'
import { namesAt } from './colleagues.ts'
import { refusalOf } from './moves-of-case.ts'
import { requestHref, requestsHref } from './rooms.ts'

/** A case, and whether it will be done to it. */
interface Planned {
  readonly id: string
  readonly number: string
  readonly version: number
  /** Why not; null where it will be. */
  readonly because: string | null
  readonly cites: readonly string[]
  /** Id of the receipt to be printed. */
  readonly receipt: string | null
}

/** Cases at once: as many as a page of the list has. */
const most = 50

async function plan(api: Api, organ: string, deed: BulkDeed, id: string): Promise<Planned | null> {
  const called = await api.call('readRequest', { params: { organ, id } })
  if (!called.ok) return null
  const { body: file } = called
  const known = { id, number: file.number ?? '未编号', version: file.version, cites: [], receipt: null }
  const { verb } = bulkDeeds[deed]
  if (verb !== null) {
    const refusal = refusalOf(file, verb)
    return refusal === null
      ? { ...known, because: null }
      : { ...known, because: refusal.message, cites: refusal.cites }
  }
  const receipt = file.letters.find(
    ({ kind, voided, readable }) => kind === 'receipt' && voided === null && readable,
  )
  return receipt === undefined
    ? { ...known, because: '没有可以打印的登记回执。' }
    : { ...known, because: null, receipt: receipt.id }
}

export async function loader({ params: { organ }, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const deed = searchParams.get('do')
  if (!isBulkDeed(deed)) throw data(null, { status: 404 })
  const ids = [...new Set(searchParams.getAll('id'))].slice(0, most)
  if (deed === 'export' && ids.length > 0)
    throw redirect(`${requestsHref(organ)}/export?${new URLSearchParams(ids.map((id) => ['id', id]))}`)
  const [names, ...planned] = await Promise.all([
    namesAt(api, organ),
    ...ids.map((id) => plan(api, organ, deed, id)),
  ])
  const rows = planned.filter((row) => row !== null)
  const letters = await Promise.all(
    rows.flatMap(({ id, receipt }) =>
      receipt === null ? [] : [api.call('readLetter', { params: { organ, id, letter: receipt } })],
    ),
  )
  return { deed, rows, names, letters: letters.flatMap((letter) => (letter.ok ? [letter.body] : [])) }
}

export async function action({ params: { organ }, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const deed = new URL(request.url).searchParams.get('do')
  const form = await request.formData()
  const verb = isBulkDeed(deed) ? bulkDeeds[deed].verb : null
  if (verb === null) throw data(null, { status: 404 })
  const done: { id: string; number: string; because: string | null; cites: readonly string[] }[] = []
  for (const id of form.getAll('id').map(String)) {
    const said = (name: string) => String(form.get(name) ?? '').trim()
    const body =
      verb === 'assign'
        ? { handler: said('handler') }
        : { retention: said('retention'), fileNo: said(`fileNo.${id}`) }
    const did = await api.act({ organ, request: id, action: verb, seen: Number(said(`seen.${id}`)), body })
    const number = said(`number.${id}`)
    if (did.ok) done.push({ id, number, because: null, cites: [] })
    else {
      const { detail, cites, errors = [] } = did.problem
      const because = errors.map(({ caption, message }) => `${caption}${message}`).join('；') || detail
      done.push({ id, number, because, cites })
    }
  }
  return { done }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData === undefined ? '批量办理' : bulkDeeds[loaderData.deed].caption} · 办件` },
]

/** What will be done to each of the chosen cases and what will not, and why; then what became of it. */
export default function Bulk({ loaderData, actionData, params: { organ } }: Route.ComponentProps) {
  const { deed, rows, names, letters } = loaderData
  const { caption, verb } = bulkDeeds[deed]
  const will = rows.filter(({ because }) => because === null)
  const shown = actionData?.done ?? rows
  return (
    <div className="stack">
      <div className="stack noprint">
        <Breadcrumb above={[{ title: '办件', href: requestsHref(organ) }]} here={caption} />
        <PageHead title={caption} note={`选中 ${rows.length} 件`} />
        {actionData !== undefined && (
          <Note state="ok" live>
            已办理 {actionData.done.filter(({ because }) => because === null).length} 件，未办理{' '}
            {actionData.done.filter(({ because }) => because !== null).length} 件。
          </Note>
        )}
        <Panel
          kind="list"
          title={actionData === undefined ? '将要办理的和不能办理的' : '办理的情况'}
          aside={actionData === undefined ? `将办理 ${will.length} 件` : undefined}
        >
          <DataTable
            caption={caption}
            columns={[
              {
                key: 'number',
                head: '登记编号',
                names: true,
                cell: ({ id, number }) => <Link to={requestHref(organ, id)}>{number}</Link>,
              },
              {
                key: 'will',
                head: '办理',
                cell: ({ because }) => (
                  <Badge state={because === null ? 'ok' : 'plain'}>
                    {because === null ? (actionData === undefined ? '将办理' : '已办理') : '不办理'}
                  </Badge>
                ),
              },
              {
                key: 'because',
                head: '理由',
                cell: ({ because, cites }) =>
                  because === null ? (
                    ''
                  ) : (
                    <span>
                      {because} <Cites of={cites as never} audience="staff" />
                    </span>
                  ),
              },
            ]}
            groups={[{ key: 'all', rows: shown }]}
            keyOf={({ id }) => id}
            empty={<EmptyState title="没有选中申请">请返回列表，在申请前面打勾。</EmptyState>}
          />
        </Panel>
        {verb !== null && will.length > 0 && actionData === undefined && (
          <Panel title={`对 ${will.length} 件${caption}`}>
            <GuardedForm method="post" className="stack">
              {verb === 'assign' ? (
                <SelectField
                  name="handler"
                  label="经办人"
                  required
                  options={Object.entries(names).map(([value, label]) => ({ value, label }))}
                />
              ) : (
                <>
                  <SelectField
                    name="retention"
                    label="保管期限"
                    required
                    options={Object.entries(retentionRules).map(([value, rule]) => ({
                      value,
                      label: rule.caption,
                    }))}
                  />
                  {will.map(({ id, number }) => (
                    <TextField
                      key={id}
                      name={`fileNo.${id}`}
                      label={`${number} 的档号`}
                      required
                      short
                      autoComplete="off"
                    />
                  ))}
                </>
              )}
              {will.map(({ id, number, version }) => (
                <span key={id} hidden>
                  <input type="hidden" name="id" value={id} />
                  <input type="hidden" name={`seen.${id}`} value={version} />
                  <input type="hidden" name={`number.${id}`} value={number} />
                </span>
              ))}
              <div className="deed__acts">
                <SubmitButton pending="正在办理…">
                  确认{caption} {will.length} 件
                </SubmitButton>
                <Link to={requestsHref(organ)}>不办了，返回列表</Link>
              </div>
            </GuardedForm>
          </Panel>
        )}
        {letters.length > 0 && (
          <div className="deed__acts">
            <Button kind="primary" onClick={() => window.print()}>
              打印 {letters.length} 份
            </Button>
            <LinkButton to={requestsHref(organ)}>返回列表</LinkButton>
          </div>
        )}
      </div>
      <div className="bulk__letters">
        {letters.map((letter) => (
          <Letter key={letter.number} letter={letter} />
        ))}
      </div>
    </div>
  )
}
