import { Link } from 'react-router'
import { type FieldKey, fields } from '../../../../law/catalogue.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Tally } from '../../../ui/tiles.tsx'
import { deskOf } from '../../load-context.ts'
import { documentsHref } from '../documents/document-href.ts'
import { ListForm, OtherList, useListAnswer } from '../lists/list-form.tsx'
import { RefusedRows } from '../lists/refused-rows.tsx'
import { answerList } from '../lists/sent-list.ts'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/catalogue.ts'
import { DisclosureHead } from './disclosure-head.tsx'
import { fileHref } from './file-href.ts'
import { openDisclosure } from './open-disclosure.ts'
import './disclosure.css'

export async function loader({ params: { organ }, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [{ me, frame }, read] = await Promise.all([
    openDisclosure(api, organ),
    api.call('readStandardCatalogue', { params: { organ } }),
  ])
  const { rows, published } = told(read)
  const coverage = (Object.keys(fields) as FieldKey[]).map((field) => ({
    field,
    matters: rows.filter((row) => row.field === field).length,
    published: published.find((row) => row.field === field)?.count ?? 0,
  }))
  return { frame, coverage, mayImport: mayAt(me, organ, 'manageChannels') }
}

type Plan = AnsweredBy<'importStandardCatalogue'>

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  return answerList<Plan>(
    await request.formData(),
    { missing: '请选择标准目录文件（XLSX 或者 CSV）。' },
    (out, query) => api.send('importStandardCatalogue', { params, query, form: out }),
  )
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `标准目录 · ${loaderData?.frame.organName ?? ''}` },
]

type Coverage = Route.ComponentProps['loaderData']['coverage'][number]

/** A field that the organ's catalogue lists, and of which nothing is public. */
const isMissing = ({ matters, published }: Coverage): boolean => matters > 0 && published === 0

/** The standard catalogue of the 26 fields: what it lists, how much of it is public, in and out by Excel. */
export default function Catalogue({ loaderData, actionData }: Route.ComponentProps) {
  const { frame, coverage, mayImport } = loaderData
  const { organ } = frame
  const listed = coverage.filter(({ matters }) => matters > 0)
  const answered = useListAnswer<Plan>(actionData)
  return (
    <div className="stack">
      <DisclosureHead frame={frame} title="基层政务公开标准目录" note="26 个试点领域" />
      <Tally
        counts={[
          { label: '目录中的领域', count: listed.length, of: coverage.length },
          { label: '目录中的事项', count: coverage.reduce((sum, { matters }) => sum + matters, 0) },
          { label: '目录有、没有公开', count: listed.filter(isMissing).length, bad: true },
        ]}
      />
      <OtherList looked={answered.looked} />
      {answered.looked !== null && <Planned plan={answered.looked.plan} />}
      <div className="watch__two">
        <Panel kind="list" title="各领域" aside="公开的信息按“试点领域”归类计数">
          <DataTable
            caption="各领域的事项和公开情况"
            keyOf={({ field }) => field}
            groups={[{ key: 'all', rows: coverage }]}
            stateOf={(row) => (isMissing(row) ? 'soon' : null)}
            empty={null}
            columns={[
              { key: 'field', head: '领域', names: true, cell: ({ field }) => fields[field] },
              { key: 'matters', head: '目录事项', kind: 'number', cell: ({ matters }) => matters },
              {
                key: 'published',
                head: '已公开',
                kind: 'number',
                cell: ({ field, published }) =>
                  published === 0 ? (
                    0
                  ) : (
                    <Link
                      to={`${documentsHref(organ)}?${new URLSearchParams({ field })}`}
                      aria-label={`${fields[field]}：已公开 ${published}`}
                    >
                      {published}
                    </Link>
                  ),
              },
            ]}
          />
        </Panel>
        <div className="stack">
          <Panel title="导出">
            <p>{listed.length === 0 ? '还没有目录，导出的是空白模板：' : '导出的目录改好后可以再导入：'}</p>
            <p>
              <a href={fileHref(organ, 'catalogue')} download>
                XLSX
              </a>{' '}
              <a href={fileHref(organ, 'catalogue', { format: 'csv' })} download>
                CSV
              </a>
            </p>
          </Panel>
          {mayImport && (
            <Panel title="导入">
              <ListForm
                told={answered}
                label="标准目录"
                hint="XLSX 或者 CSV，第一行为表头，与导出的相同。整份替换现有的目录；先预览，确认以前不替换。"
                confirm={({ done, entries, refused }) =>
                  done || entries === 0 || refused.length > 0 ? null : `用这 ${entries} 项替换目录`
                }
              />
            </Panel>
          )}
        </div>
      </div>
    </div>
  )
}

const Planned = ({ plan: { done, entries, refused, unknownHeads } }: { readonly plan: Plan }) => (
  <>
    <Note
      state={done ? 'ok' : refused.length > 0 ? 'soon' : 'info'}
      live
      title={
        done
          ? `已经导入 ${entries} 项`
          : refused.length > 0
            ? `${refused.length} 行需要改正，改好以前不替换`
            : `可以导入 ${entries} 项，现在还没有替换`
      }
    >
      {unknownHeads.length > 0 && <p>没有读取的列：{unknownHeads.join('、')}。</p>}
    </Note>
    <RefusedRows title="需要改正的行" faults={refused.flatMap(({ faults }) => faults)} />
  </>
)
