import { Form, Link } from 'react-router'
import { type Day, formatChinese, yearOf } from '../../../../law/day.ts'
import { type PublicationChannelKey, publicationChannels } from '../../../../office/documents/channels.ts'
import { type DocumentClass, documentClasses } from '../../../../office/documents/classes.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Button } from '../../../ui/button.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { readDay } from '../../../ui/day-text.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { deskOf } from '../../load-context.ts'
import { documentHref } from '../documents/document-href.ts'
import { NextPage } from '../next-page.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/channels.ts'
import { DisclosureHead } from './disclosure-head.tsx'
import { disclosurePageHref } from './disclosure-href.ts'
import { openDisclosure } from './open-disclosure.ts'

export async function loader({ params: { organ }, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const { me, frame } = await openDisclosure(api, organ)
  const dayIn = (name: string) => readDay(searchParams.get(name) ?? '')
  const from = dayIn('from') ?? (`${yearOf(me.today)}-01-01` as Day)
  const to = dayIn('to') ?? me.today
  const [channel, of, after] = ['channel', 'class', 'after'].map((name) => searchParams.get(name))
  const asked = {
    ...(channel && Object.hasOwn(publicationChannels, channel) && { channel }),
    ...(of && Object.hasOwn(documentClasses, of) && { class: of }),
  } as { channel?: PublicationChannelKey; class?: DocumentClass }
  const [counted, accounts, listed] = await Promise.all([
    api.call('countActs', { params: { organ }, query: { from, to } }),
    api.call('listRecords', { params: { organ, kind: 'account' }, query: { limit: 200 } }),
    api.call('listActs', { params: { organ }, query: { from, to, ...asked, ...(after && { after }) } }),
  ])
  return {
    frame,
    today: me.today,
    from,
    to,
    asked,
    counts: told(counted).rows,
    acts: told(listed),
    accounts: Object.fromEntries(told(accounts).rows.map(({ id, data }) => [id, String(data.title ?? '')])),
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `发布渠道 · ${loaderData?.frame.organName ?? ''}` },
]

type Counts = AnsweredBy<'countActs'>['rows']

const sum = (counts: Counts): number => counts.reduce((all, { count }) => all + count, 0)

/** How often what was published where, each number opening onto the acts it counts. */
export default function Channels({ loaderData }: Route.ComponentProps) {
  const { frame, today, from, to, asked, counts, acts, accounts } = loaderData
  const { organ } = frame
  const here = disclosurePageHref(organ, 'channels')
  const href = (by: { channel?: string; class?: string }) =>
    `${here}?${new URLSearchParams({ from, to, ...by })}#acts`
  const used = (Object.keys(publicationChannels) as PublicationChannelKey[]).filter((channel) =>
    counts.some((row) => row.channel === channel),
  )
  const rows = (Object.keys(documentClasses) as DocumentClass[]).filter((of) =>
    counts.some((row) => row.class === of),
  )
  const number = (of: DocumentClass | null, channel: PublicationChannelKey | null) => {
    const count = sum(
      counts.filter(
        (row) => (of === null || row.class === of) && (channel === null || row.channel === channel),
      ),
    )
    if (count === 0) return 0
    const named = [
      of === null ? '全部信息' : documentClasses[of].caption,
      channel === null ? '全部渠道' : publicationChannels[channel].caption,
    ]
    return (
      <Link
        to={href({ ...(of && { class: of }), ...(channel && { channel }) })}
        aria-label={`${named.join('，')}：${count}次`}
      >
        {count}
      </Link>
    )
  }
  const columns: readonly Column<DocumentClass | null>[] = [
    {
      key: 'class',
      head: '信息种类',
      names: true,
      cell: (of) => (of === null ? '合计' : documentClasses[of].caption),
    },
    ...used.map((channel) => ({
      key: channel,
      head: publicationChannels[channel].caption,
      kind: 'number' as const,
      cell: (of: DocumentClass | null) => number(of, channel),
    })),
    { key: 'all', head: '合计', kind: 'number', cell: (of) => number(of, null) },
  ]
  const narrowed = [
    asked.class && documentClasses[asked.class].caption,
    asked.channel && publicationChannels[asked.channel].caption,
  ].filter(Boolean)
  return (
    <div className="stack">
      <DisclosureHead
        frame={frame}
        title="发布渠道"
        note={`${formatChinese(from)}至${formatChinese(to)}`}
        acts={<Button onClick={() => window.print()}>打印</Button>}
      />
      <Form method="get" className="work-filter noprint" key={`${from}${to}`}>
        <DateField name="from" label="起于" defaultValue={from} today={today} />
        <DateField name="to" label="止于" defaultValue={to} today={today} />
        <Button type="submit">查看</Button>
      </Form>
      <Panel kind="list" title="按渠道和信息种类" aside="每一次发布计一次；数字点开是逐次记录">
        <DataTable
          caption="发布的次数"
          keyOf={(of) => of ?? 'all'}
          groups={[{ key: 'all', rows: rows.length === 0 ? [] : [...rows, null] }]}
          empty={<EmptyState title="这段时间没有发布">换一段时间，或者到“主动公开”中发布。</EmptyState>}
          columns={columns}
        />
        <p className="panel__foot">
          一份信息在几个渠道发布的，各计一次。 <Cites of={['条例§23', '条例§25']} audience="staff" />
        </p>
      </Panel>
      <section id="acts" aria-label="逐次记录">
        <Panel
          kind="list"
          title={narrowed.length === 0 ? '逐次记录' : `逐次记录：${narrowed.join('，')}`}
          aside={narrowed.length === 0 ? '最近的在前' : <Link to={`${href({})}`}>看全部</Link>}
        >
          <DataTable
            caption="逐次记录"
            keyOf={({ document, channel, account, on }) => [document, channel, account, on].join()}
            groups={[{ key: 'all', rows: acts.rows }]}
            empty={<EmptyState title="没有记录">这样的发布在这段时间没有。</EmptyState>}
            columns={[
              { key: 'on', head: '日期', kind: 'keep', cell: ({ on }) => formatChinese(on) },
              {
                key: 'title',
                head: '信息',
                names: true,
                cell: ({ document, title }) => <Link to={documentHref(organ, document)}>{title}</Link>,
              },
              { key: 'class', head: '种类', cell: (row) => documentClasses[row.class].caption },
              {
                key: 'channel',
                head: '渠道',
                cell: ({ channel, account }) =>
                  [publicationChannels[channel].caption, account === null ? null : accounts[account]]
                    .filter(Boolean)
                    .join('：'),
              },
            ]}
          />
        </Panel>
      </section>
      <NextPage next={acts.next} />
    </div>
  )
}
