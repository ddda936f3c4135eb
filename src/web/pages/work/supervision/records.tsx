import { data, Form, Link, redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { lives, type SupervisionKind } from '../../../../office/supervision/lives.ts'
import { recordStandings, standingKeys } from '../../../../office/supervision/standing.ts'
import { Button, LinkButton, SubmitButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { readDay } from '../../../ui/day-text.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { DeedFields } from '../deed-fields.tsx'
import { faultsOf, typedIn } from '../filled-in.ts'
import { RefusedNote } from '../refused-note.tsx'
import { organsBelow } from '../reports/organs-below.ts'
import { told } from '../told.ts'
import type { Route } from './+types/records.ts'
import { mendingListHref, narrowing, outsideHref, planHref, recordHref, recordsHref } from './hrefs.ts'
import { type SupervisionRecord, titleOf, urgencyOf } from './record-words.ts'
import { isSummed, Sums } from './sums.tsx'
import { enteredKinds, SupervisionTabs } from './supervision-tabs.tsx'
import './supervision.css'

/** Which kinds are about an organ below, and which have a last day. */
const about: ReadonlySet<string> = new Set(['task', 'finding', 'accountability', 'complaint', 'liaison'])
const dated: ReadonlySet<string> = new Set(['task', 'finding', 'complaint'])

const isEntered = (kind: string): kind is (typeof enteredKinds)[number] =>
  (enteredKinds as readonly string[]).includes(kind)

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api, forms } = deskOf(context)
  const { organ, kind } = params
  if (!isEntered(kind)) throw data(null, { status: 404 })
  const { searchParams } = new URL(request.url)
  const asked = Object.fromEntries(
    Object.entries(narrowing).flatMap(([name, inAddress]) =>
      searchParams.get(inAddress) ? [[name, searchParams.get(inAddress)!]] : [],
    ),
  )
  const [listed, all] = await Promise.all([
    api.call('listSupervision', { params: { organ, kind }, query: asked as never }),
    organsBelow(api, organ),
  ])
  const organs = all.filter(({ id }) => id !== organ)
  const { rows, asOf } = told(listed)
  const staff = kind === 'liaison' ? await staffOf(api, organs, asked.about) : []
  return {
    organ,
    kind,
    asked,
    done: searchParams.get('done'),
    asOf,
    rows: rows.toSorted((a, b) => Number(a.closedOn !== null) - Number(b.closedOn !== null)),
    rounds: [...new Set(rows.flatMap((row) => (typeof row.data.round === 'string' ? [row.data.round] : [])))],
    organs,
    staff,
    names: { ...Object.fromEntries(organs.map(({ id, name }) => [id, name])), ...Object.fromEntries(staff) },
    fields: (forms.supervisionFields(kind, null) ?? []).map((field) =>
      kind === 'liaison' && field.name === 'staff'
        ? {
            ...{
              name: 'staff',
              label: field.label,
              hint: '先在上面筛选机关，再选择其人员。',
              required: true,
            },
            ...{ kind: 'choice' as const, nullable: false },
            options: staff.map(([value, label]) => ({ value, label })),
          }
        : field,
    ),
  }
}

/** Members of the organs, by id; of one alone where it is chosen. */
async function staffOf(
  api: ReturnType<typeof deskOf>['api'],
  organs: readonly { readonly id: string; readonly name: string }[],
  only: string | undefined,
): Promise<readonly (readonly [string, string])[]> {
  const of = organs.filter(({ id }) => only === undefined || id === only)
  const known = await Promise.all(of.map(({ id }) => api.call('listColleagues', { params: { organ: id } })))
  return known.flatMap((called, at) =>
    called.ok
      ? called.body.rows.map(
          ({ id, name }) => [id, only === undefined ? `${of[at]!.name} ${name}` : name] as const,
        )
      : [],
  )
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api, forms } = deskOf(context)
  const { organ, kind } = params
  if (!isEntered(kind)) throw data(null, { status: 404 })
  const form = await request.formData()
  const fields = forms.supervisionFields(kind, null) ?? []
  const due = String(form.get('due') ?? '').trim()
  const called = await api.call('openSupervision', {
    params: { organ, kind },
    body: {
      about: String(form.get('about') ?? '') || null,
      due: due === '' ? null : ((readDay(due) ?? due) as never),
      data: forms.read(fields, form) as never,
    },
  })
  if (called.ok) return redirect(recordsHref(organ, kind, { done: called.body.id }))
  return data({ ...faultsOf(called.problem, fields), typed: typedIn(form) }, called.problem.status)
}

export const meta = ({ params }: Route.MetaArgs) => [
  { title: `${lives[params.kind as SupervisionKind]?.caption ?? '监督保障'} · 监督保障` },
]

type Loaded = Route.ComponentProps['loaderData']

/** Records of one kind: those that wait first, and a form for a new one. */
export default function Records({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, kind, rows, asOf, done } = loaderData
  const { caption } = lives[kind]
  return (
    <div className="stack">
      <PageHead title={caption} note={formatChinese(asOf)} acts={<Acts {...loaderData} />} />
      <SupervisionTabs organ={organ} current={kind} />
      {done !== null && actionData === undefined && (
        <Note state="ok" live>
          已经登记。
          {about.has(kind) && dated.has(kind) && kind !== 'complaint' && '已通知对方的联络员或者负责人。'}
        </Note>
      )}
      {about.has(kind) && <Filter {...loaderData} />}
      <Panel kind="list" title={caption} aside={`${rows.length} 项，先列没有办结的`}>
        <List {...loaderData} />
      </Panel>
      {isSummed(kind) && <Sums kind={kind} rows={rows} />}
      <NewRecord loaderData={loaderData} answer={actionData} />
    </div>
  )
}

function Acts({ organ, kind, asked }: Loaded) {
  if (kind === 'task') return <LinkButton to={planHref(organ)}>从工作要点分解</LinkButton>
  if (kind !== 'finding') return null
  return (
    <>
      <LinkButton to={outsideHref(organ)}>导入监测问题</LinkButton>
      <LinkButton to={mendingListHref(organ, 'xlsx', asked.round)} reloadDocument>
        导出整改清单
      </LinkButton>
      <LinkButton kind="quiet" to={mendingListHref(organ, 'docx', asked.round)} reloadDocument>
        Word
      </LinkButton>
    </>
  )
}

function Filter({ organ, kind, organs, asked, rounds }: Loaded) {
  return (
    <Form method="get" className="work-filter noprint" key={JSON.stringify(asked)}>
      <SelectField
        name={narrowing.about}
        label="机关"
        empty="全部"
        options={organs.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={asked.about ?? ''}
      />
      {rounds.length > 0 && (
        <SelectField
          name={narrowing.round}
          label="轮次"
          empty="全部"
          options={rounds.map((round) => ({ value: round, label: round }))}
          defaultValue={asked.round ?? ''}
        />
      )}
      {dated.has(kind) && (
        <SelectField
          name={narrowing.standing}
          label="办到哪里"
          empty="全部"
          options={standingKeys.map((value) => ({ value, label: recordStandings[value].caption }))}
          defaultValue={asked.standing ?? ''}
        />
      )}
      <div className="work-filter__acts">
        <Button type="submit">筛选</Button>
        {Object.keys(asked).length > 0 && (
          <LinkButton kind="quiet" to={recordsHref(organ, kind)}>
            清除
          </LinkButton>
        )}
      </div>
    </Form>
  )
}

function List({ organ, kind, rows, names }: Loaded) {
  const repeat = ({ data: { repeats, repeatedUnmended } }: SupervisionRecord) =>
    repeats ? (
      <strong className="supervision__again">{repeatedUnmended ? '上次通报未整改' : '重复出现'}</strong>
    ) : null
  return (
    <DataTable
      caption={lives[kind].caption}
      keyOf={({ id }) => id}
      stateOf={urgencyOf}
      groups={groupsOf(rows)}
      columns={[
        {
          key: 'title',
          head: '事项',
          names: true,
          cell: (row) => (
            <>
              <Link to={recordHref(organ, kind, row.id)}>{titleOf(row, names)}</Link> {repeat(row)}
            </>
          ),
        },
        ...(about.has(kind)
          ? [
              {
                key: 'about',
                head: '机关',
                cell: ({ about: of }: SupervisionRecord) => names[of ?? ''] ?? '—',
              },
            ]
          : []),
        ...(dated.has(kind)
          ? [
              {
                key: 'due',
                head: '期限',
                kind: 'keep' as const,
                cell: ({ due, overdue }: SupervisionRecord) =>
                  due === null ? '—' : `${formatChinese(due)}${overdue ? '（逾期）' : ''}`,
              },
            ]
          : []),
        { key: 'state', head: '状态', kind: 'keep', cell: ({ stateCaption }) => stateCaption },
        {
          key: 'on',
          head: '日期',
          kind: 'keep',
          cell: (row) => formatChinese((row.data.on as typeof row.openedOn | undefined) ?? row.openedOn),
        },
      ]}
      empty={<EmptyState title="还没有登记">{emptySays[kind]}</EmptyState>}
    />
  )
}

/** Repeats that were never mended before all others. */
function groupsOf(rows: readonly SupervisionRecord[]) {
  const isAgain = (row: SupervisionRecord) => row.closedOn === null && row.data.repeatedUnmended === true
  const again = rows.filter(isAgain)
  const rest = rows.filter((row) => !isAgain(row))
  return again.length === 0
    ? [{ key: 'all', rows: rest }]
    : [
        { key: 'again', title: `上次通报、至今没有整改的 · ${again.length} 个`, rows: again },
        { key: 'rest', title: '其他', rows: rest },
      ]
}

const emptySays: Readonly<Record<(typeof enteredKinds)[number], string>> = {
  task: '可以从年度工作要点分解，也可以在下面逐项登记。',
  finding: '从巡查结果通报、导入监测问题、告知模拟申请结果，或者在下面登记。',
  accountability: '对不履行公开义务的，可以提出责任追究建议；由有权的机关决定，不会自动作出。',
  complaint: '公众的投诉、举报在下面登记；投诉人的信息单独封存。',
  training: '每年定期培训（条例第四十八条），办一期登记一期。',
  meeting: '研究政府信息公开工作的会议在下面登记。',
  staffing: '每年登记一次机构、人员和经费，年度统计时用得上。',
  liaison: '登记各机关的联络员后，交办、催办直接通知到人。',
}

type Answer = Route.ComponentProps['actionData']

function NewRecord({ loaderData, answer }: { readonly loaderData: Loaded; readonly answer: Answer }) {
  const { kind, fields, organs, asOf, asked } = loaderData
  const { caption } = lives[kind]
  const errors = answer?.errors ?? {}
  const typed = answer?.typed ?? {}
  return (
    <Panel title={`登记${caption}`}>
      <GuardedForm
        method="post"
        className="stack supervision__form"
        key={answer === undefined ? asked.about : 'typed'}
      >
        <ErrorSummary errors={answer?.errors} />
        <RefusedNote message={answer?.message} />
        {about.has(kind) && (
          <SelectField
            name="about"
            label="机关"
            empty={kind === 'complaint' ? '不针对下级机关' : '请选择'}
            required={kind !== 'complaint'}
            options={organs.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={typed.about?.[0] ?? asked.about ?? ''}
            error={errors.about}
          />
        )}
        <DeedFields fields={fields} typed={typed} errors={errors} today={asOf} />
        {dated.has(kind) && (
          <DateField
            name="due"
            label={kind === 'complaint' ? '办结期限' : '完成期限'}
            hint={kind === 'complaint' ? '条例没有规定办理期限，按本地的投诉举报办理制度填写。' : undefined}
            required
            today={asOf}
            defaultValue={readDay(typed.due?.[0] ?? '')}
            error={errors.due}
          />
        )}
        <div className="deed__acts">
          <SubmitButton>登记</SubmitButton>
        </div>
      </GuardedForm>
    </Panel>
  )
}
