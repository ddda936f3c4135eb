import {
  type ApplicantEventData,
  identityChecks,
  revealFields,
  revealPurposes,
} from '../../../office/applicants/applicant-events.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { Panel } from '../../ui/panel.tsx'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/case-audit.ts'
import { CaseTrail } from './case-trail.tsx'
import { detailOfEvent, titleOfEvent } from './event-words.ts'
import { told } from './told.ts'

export async function loader({ params: { organ, id }, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [file, audit] = await Promise.all([
    api.call('readRequest', { params: { organ, id } }),
    api.call('readAudit', { params: { organ, id } }),
  ])
  return { number: told(file).number, rows: told(audit).rows }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `留痕 · ${loaderData?.number ?? '申请件'}` },
]

type Row = AnsweredBy<'readAudit'>['rows'][number]

/** What was done to the applicant's data in a case, as an officer says it. */
const applicantDeeds: Readonly<
  Partial<
    Record<
      keyof ApplicantEventData,
      { readonly title: string; readonly says: (data: never) => string | null }
    >
  >
> = {
  applicantRevealed: {
    title: '查看申请人信息',
    says: ({ fields, purpose, reason }: ApplicantEventData['applicantRevealed']) =>
      `${fields.map((field) => revealFields[field]).join('、')}；${revealPurposes[purpose].caption}：${reason}`,
  },
  applicantContactChanged: {
    title: '更改申请人联系方式',
    says: ({ checked }: ApplicantEventData['applicantContactChanged']) =>
      checked === null ? '申请人以查询码自行更改' : identityChecks[checked],
  },
  trackingRenewed: {
    title: '重设查询码',
    says: ({ checked }: ApplicantEventData['trackingRenewed']) => identityChecks[checked],
  },
}

const deedOf = ({ kind }: Row) => applicantDeeds[kind as keyof ApplicantEventData]

const columns: readonly Column<Row>[] = [
  { key: 'at', head: '记录的时刻', kind: 'keep', names: true, cell: ({ at }) => momentText(at) },
  {
    key: 'who',
    head: '人员',
    cell: ({ actor, actorName }) => actorName ?? (actor === 'system' ? '系统' : '申请人或者第三方'),
  },
  { key: 'what', head: '事项', cell: (row) => deedOf(row)?.title ?? titleOfEvent(row) },
  {
    key: 'detail',
    head: '内容',
    cell: (row) => deedOf(row)?.says(row.data as never) ?? detailOfEvent(row) ?? '',
  },
]

/** Who looked at a case and did what, as the log has it. */
export default function CaseAudit({ loaderData: { number, rows }, params }: Route.ComponentProps) {
  return (
    <div className="stack">
      <CaseTrail organ={params.organ} id={params.id} number={number} here="留痕" />
      <PageHead title="留痕" note="办理的每一步和每一次查看申请人信息，按记录的先后，不能更改、不能删除。" />
      <Panel kind="list" title="记录" aside={`${rows.length} 条`}>
        <DataTable
          caption="留痕"
          columns={columns}
          groups={[{ key: 'all', rows }]}
          keyOf={({ seq }) => String(seq)}
          empty={null}
        />
      </Panel>
    </div>
  )
}
