import { Form, Link } from 'react-router'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Button, LinkButton, SubmitButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { readDay } from '../../../ui/day-text.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { momentText } from '../../../ui/moment-text.ts'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { roomHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/log.ts'
import { detailOfLog, logKinds, titleOfLog } from './log-words.ts'
import { OrganSwitch } from './organ-switch.tsx'
import { type Outcome, refusedBy, Said } from './outcome.tsx'
import { openRoom } from './room.ts'

const filters = ['from', 'to', 'kind', 'actor', 'stream', 'before'] as const

export async function loader(args: Route.LoaderArgs) {
  const { api, organ, organs } = await openRoom(args, 'readLog')
  const { searchParams } = new URL(args.request.url)
  const asked = Object.fromEntries(
    filters.flatMap((name) => {
      const value = searchParams.get(name)?.trim() ?? ''
      return value === '' ? [] : [[name, value]]
    }),
  ) as Partial<Record<(typeof filters)[number], string>>
  const day = (text: string | undefined) => (text === undefined ? undefined : (readDay(text) ?? undefined))
  const query = { ...asked, from: day(asked.from), to: day(asked.to) } as object
  const found = told(await api.call('searchLog', { params: { organ: organ.id }, query }))
  return { organ, organs, asked, ...found }
}

export async function action(args: Route.ActionArgs) {
  const { api, organ } = await openRoom(args, 'verifyLog')
  const called = await api.call('verifyLog', { params: { organ: organ.id } })
  return called.ok ? { verified: called.body } : refusedBy(called.problem, new FormData())
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `日志 · ${loaderData?.organ.name ?? ''}` }]

type Row = AnsweredBy<'searchLog'>['rows'][number]
type Verified = AnsweredBy<'verifyLog'>

/** The log of an organ in plain words, and whether it is whole. */
export default function Log({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, organs, asked, rows, next, names, numbers } = loaderData
  const outcome = actionData as (Outcome & { readonly verified?: Verified }) | undefined
  const base = roomHref(organ.id, 'log')
  const only = (change: Partial<Record<(typeof filters)[number], string>>) => {
    const { before: _, ...rest } = asked
    return `${base}?${new URLSearchParams({ ...rest, ...change } as Record<string, string>)}`
  }
  const who = (id: string) => (id === 'system' ? '系统' : (names[id] ?? '申请人、第三方'))
  const about = ({ stream }: Row) => {
    const [kind = '', id = ''] = stream.split('/', 2)
    if (kind === 'request') return `申请件 ${numbers[stream] ?? '未编号'}`
    if (kind === 'staff') return `人员 ${names[id] ?? ''}`
    return streamNames[kind] ?? kind
  }
  return (
    <div className="stack">
      <PageHead
        title="日志"
        note={organ.name}
        acts={
          <>
            <a className="btn" href={`${base}/file`} download>
              导出全部
            </a>
            <Form method="post" action={base}>
              <SubmitButton pending="正在逐条校验…">校验</SubmitButton>
            </Form>
          </>
        }
      />
      <OrganSwitch organ={organ} organs={organs} />
      <Said outcome={outcome} />
      {outcome?.verified !== undefined && <Verification {...outcome.verified} />}
      <Panel title="查找">
        <Form
          method="get"
          action={base}
          className="work-filter noprint"
          noValidate
          key={JSON.stringify(asked)}
        >
          <TextField name="from" label="从哪天" placeholder="如 2026-3-6" defaultValue={asked.from} />
          <TextField name="to" label="到哪天" placeholder="如 2026-3-6" defaultValue={asked.to} />
          <SelectField
            name="kind"
            label="事项"
            empty="全部"
            options={logKinds}
            defaultValue={asked.kind ?? ''}
          />
          {asked.actor !== undefined && <input type="hidden" name="actor" value={asked.actor} />}
          {asked.stream !== undefined && <input type="hidden" name="stream" value={asked.stream} />}
          <div className="work-filter__acts">
            <Button type="submit" kind="primary">
              查找
            </Button>
            {Object.keys(asked).length > 0 && (
              <LinkButton kind="quiet" to={base}>
                清除
              </LinkButton>
            )}
          </div>
        </Form>
        {asked.actor !== undefined && <p>只列{who(asked.actor)}记录的。</p>}
      </Panel>
      <Panel kind="list" title="记录" aside="最近的在前">
        <DataTable
          caption="日志"
          columns={[
            { key: 'seq', head: '序号', kind: 'number', cell: ({ seq }) => seq },
            { key: 'at', head: '记录时间', kind: 'keep', cell: ({ at }) => momentText(at) },
            {
              key: 'who',
              head: '由谁',
              kind: 'keep',
              cell: ({ actor }) => <Link to={only({ actor })}>{who(actor)}</Link>,
            },
            {
              key: 'about',
              head: '关于',
              kind: 'keep',
              cell: (row) => <Link to={only({ stream: row.stream })}>{about(row)}</Link>,
            },
            { key: 'what', head: '事项', names: true, cell: (row) => titleOfLog(row) },
            { key: 'detail', head: '内容', cell: (row) => detailOfLog(row) ?? '—' },
          ]}
          groups={[{ key: 'all', rows }]}
          keyOf={({ seq }) => String(seq)}
          empty={<EmptyState title="没有这样的记录">放宽查找的条件再看。</EmptyState>}
        />
      </Panel>
      {next !== null && (
        <nav className="work-pages noprint" aria-label="分页">
          <LinkButton to={only({ before: String(next) })}>更早的</LinkButton>
        </nav>
      )}
    </div>
  )
}

const streamNames: Readonly<Record<string, string>> = {
  organ: '机关',
  template: '文书正文',
  applicant: '申请人信息',
  deflection: '公众查询',
  published: '已公开信息',
  document: '公开信息',
  report: '年度报告',
  'report-source': '上传的年度报告',
  rating: '申请人评价',
  'fault-report': '页面差错',
  record: '互动事项',
}

function Verification({ at, events, cases, head, faults }: Verified) {
  const whole = faults.length === 0
  return (
    <Note state={whole ? 'ok' : 'late'} title={whole ? '校验通过，日志完整' : '校验发现问题'} live>
      <p>
        {momentText(at)}校验，日志 {events} 条、申请件 {cases} 件。
        {head !== null && (
          <>
            链尾第 {head.seq} 条，校验值 <code className="digest">{head.hash}</code>。
          </>
        )}
      </p>
      {whole ? (
        <p>抄下或者打印校验值另存，以后可以证明此前的记录没有改动。</p>
      ) : (
        <>
          <ul>
            {faults.map(({ kind, seq, message }) => (
              <li key={`${kind} ${seq} ${message}`}>{message}</li>
            ))}
          </ul>
          <p>
            请保护现场：不要重建、不要恢复；导出日志，连同这一结果报告单位负责人；由系统管理员用 gongkai
            verify 复核，与备份和另存的校验点比对，查明后再按运行手册恢复。
          </p>
        </>
      )}
    </Note>
  )
}
