import { data, Link } from 'react-router'
import { yearOf } from '../../../../law/day.ts'
import { recordActions, recordKinds } from '../../../../office/documents/records/record.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TabLinks } from '../../../ui/tabs.tsx'
import { deskOf } from '../../load-context.ts'
import { NextPage } from '../next-page.tsx'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/records.ts'
import { askedYear } from './asked-year.ts'
import { DisclosureHead } from './disclosure-head.tsx'
import { recordsHref } from './disclosure-href.ts'
import { openDisclosure } from './open-disclosure.ts'
import { recordColumns } from './record-columns.tsx'
import { standingOf } from './record-state.tsx'
import { isListed, recordWords } from './record-words.ts'
import { Responses } from './responses.tsx'
import './disclosure.css'

const states = { all: '全部', open: '没有办结', closed: '已经办结' } as const

export async function loader({ params: { organ, kind }, request, context }: Route.LoaderArgs) {
  if (!isListed(kind)) throw data(null, { status: 404 })
  const { api } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const [asked, after] = [searchParams.get('state'), searchParams.get('after')]
  const state = asked === 'open' || asked === 'closed' ? (asked as 'open' | 'closed') : null
  const { me, frame } = await openDisclosure(api, organ)
  const year = askedYear(searchParams) ?? yearOf(me.today)
  const query = { ...(state !== null && { state }), ...(after !== null && { after }) }
  const [listed, responses] = await Promise.all([
    api.call('listRecords', { params: { organ, kind }, query }),
    kind === 'concern'
      ? api.call('countResponses', { params: { organ }, query: { year, below: 'true' } })
      : null,
  ])
  const { rows, next } = told(listed)
  return {
    frame,
    kind,
    today: me.today,
    state,
    rows,
    next,
    responses: responses === null ? null : told(responses),
    mayOpen: recordWords[kind].open !== null && kind !== 'appraisal' && mayAt(me, organ, recordActions[kind]),
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  {
    title: `${loaderData === undefined ? '登记' : recordKinds[loaderData.kind]} · ${loaderData?.frame.organName ?? ''}`,
  },
]

/** What an organ keeps of one kind: what waits first, each with its clock. */
export default function Records({ loaderData }: Route.ComponentProps) {
  const { frame, kind, today, state, rows, next, responses, mayOpen } = loaderData
  const { organ } = frame
  const words = recordWords[kind]
  const here = recordsHref(organ, kind)
  const urgent = (row: (typeof rows)[number]) => standingOf(row, today)[0]
  const [waiting, rest] = [
    rows.filter((row) => urgent(row) === 'late' || urgent(row) === 'soon'),
    rows.filter((row) => urgent(row) !== 'late' && urgent(row) !== 'soon'),
  ]
  const groups =
    waiting.length === 0 || kind === 'appraisal'
      ? [{ key: 'all', rows }]
      : [
          { key: 'waiting', title: `先办这些 · ${waiting.length} 项`, rows: waiting },
          ...(rest.length > 0 ? [{ key: 'rest', title: `其他 · ${rest.length} 项`, rows: rest }] : []),
        ]
  return (
    <div className="stack">
      <DisclosureHead
        frame={frame}
        title={recordKinds[kind]}
        acts={
          mayOpen && (
            <LinkButton kind="primary" to={`${here}/new`}>
              {words.open}
            </LinkButton>
          )
        }
      />
      {kind !== 'appraisal' && (
        <TabLinks
          label="是否办结"
          links={Object.entries(states).map(([key, title]) => ({
            href: key === 'all' ? here : `${here}?state=${key}`,
            title,
            current: key === (state ?? 'all'),
          }))}
        />
      )}
      <Panel kind="list" title={recordKinds[kind]} aside={next === null ? `${rows.length} 项` : '最近的在前'}>
        <DataTable
          caption={recordKinds[kind]}
          keyOf={({ id }) => id}
          groups={groups}
          stateOf={(row) => (urgent(row) === 'late' ? 'late' : urgent(row) === 'soon' ? 'soon' : null)}
          empty={
            <EmptyState
              title="没有登记"
              action={mayOpen ? <Link to={`${here}/new`}>{words.open}</Link> : undefined}
            >
              {words.none}
            </EmptyState>
          }
          columns={recordColumns(kind, { organ, today })}
        />
      </Panel>
      <NextPage next={next} />
      {responses !== null && <Responses organ={organ} {...responses} />}
    </div>
  )
}
