import { Link } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { ageUnits } from '../../../../law/timeliness.ts'
import { type ColumnState, columns } from '../../../../office/documents/columns.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { StateMark } from '../../../ui/state.ts'
import { Tally } from '../../../ui/tiles.tsx'
import { deskOf } from '../../load-context.ts'
import { documentsHref, newDocumentHref } from '../documents/document-href.ts'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/columns.ts'
import { settleColumns } from './column-settings.ts'
import { ColumnSettingsForm } from './column-settings-form.tsx'
import { DisclosureHead } from './disclosure-head.tsx'
import { openDisclosure } from './open-disclosure.ts'
import { VetoNote } from './veto-note.tsx'
import './disclosure.css'

export async function loader({ params: { organ }, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [{ me, frame }, read] = await Promise.all([
    openDisclosure(api, organ),
    api.call('readFreshness', { params: { organ } }),
  ])
  const { asOf, rows } = told(read)
  return {
    frame,
    asOf,
    freshness: rows[0]!,
    maySettle: mayAt(me, organ, 'manageChannels'),
    mayDraft: mayAt(me, organ, 'draftDocument'),
  }
}

export const action = async ({ params: { organ }, request, context }: Route.ActionArgs) =>
  settleColumns(deskOf(context).api, organ, await request.formData())

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `栏目更新 · ${loaderData?.frame.organName ?? ''}` },
]

const states: Readonly<Record<ColumnState, readonly [StateMark, string]>> = {
  fresh: ['ok', '正常'],
  stale: ['late', '过期'],
  blank: ['late', '空白'],
}

type Freshness = AnsweredBy<'readFreshness'>['rows'][number]
type Age = Freshness['columns'][number]['maxAge']

const ageText = (age: Age): string => (age === null ? '没有规定' : `${age.count}${ageUnits[age.unit]}`)

/** How old the newest of each column is, how old it may be, and which columns the organ opens. */
export default function Columns({ loaderData, actionData }: Route.ComponentProps) {
  const { frame, asOf, freshness, maySettle, mayDraft } = loaderData
  const { organ } = frame
  const { stale, blank } = freshness
  return (
    <div className="stack">
      <DisclosureHead frame={frame} title="栏目更新" note={`截至${formatChinese(asOf)}`} />
      <VetoNote {...freshness} />
      <Tally
        counts={[
          { label: '开设的栏目', count: freshness.columns.length },
          { label: '过期', count: stale, bad: true },
          { label: '空白', count: blank, bad: true },
        ]}
      />
      <Panel kind="list" title="各栏目" aside="最近一次在网站发布的日期">
        <DataTable
          caption="各栏目的更新情况"
          keyOf={({ column }) => column}
          groups={[{ key: 'all', rows: freshness.columns }]}
          stateOf={({ state }) => (state === 'fresh' ? null : 'late')}
          empty={<EmptyState title="没有开设栏目">在下面的设置中选择本机关开设的栏目。</EmptyState>}
          columns={[
            {
              key: 'caption',
              head: '栏目',
              names: true,
              cell: ({ column, caption }) => (
                <Link to={`${documentsHref(organ)}?${new URLSearchParams({ column })}`}>{caption}</Link>
              ),
            },
            { key: 'state', head: '状态', kind: 'keep', cell: ({ state }) => <State state={state} /> },
            { key: 'count', head: '公开', kind: 'number', cell: ({ count }) => count },
            { key: 'visits', head: '今年阅读', kind: 'number', cell: ({ visits }) => visits },
            {
              key: 'newest',
              head: '最近更新',
              kind: 'keep',
              cell: ({ newest }) => (newest === null ? '—' : formatChinese(newest)),
            },
            {
              key: 'age',
              head: '至少多久更新',
              cell: ({ column, maxAge, cites }) => (
                <div>
                  {ageText(maxAge)}{' '}
                  {freshness.settings.ages?.[column] !== undefined ? (
                    '本机关规定'
                  ) : (
                    <Cites of={cites as never} audience="staff" />
                  )}
                </div>
              ),
            },
            ...(mayDraft
              ? [
                  {
                    key: 'draft',
                    head: '办理',
                    kind: 'keep' as const,
                    cell: ({ column }: Freshness['columns'][number]) => (
                      <Link to={newDocumentHref(organ, { class: columns[column].classes[0]! })}>起草</Link>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Panel>
      {maySettle && <ColumnSettingsForm settings={freshness.settings} answer={actionData} />}
    </div>
  )
}

const State = ({ state }: { readonly state: ColumnState }) => {
  const [mark, word] = states[state]
  return <Badge state={mark}>{word}</Badge>
}
