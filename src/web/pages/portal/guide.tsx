import { data } from 'react-router'
import type { Guide, GuidePeriod } from '../../../office/intake/guide.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Cites } from '../../ui/cite.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/guide.ts'
import { frameOf } from './frame.ts'
import './portal.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const [frame, guide] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('readGuide', { params: { organ: params.organ } }),
  ])
  if (!guide.ok) throw data(null, { status: 404 })
  return { frame, guide: guide.body as unknown as Guide }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `政府信息公开指南 · ${loaderData?.frame.organ.name ?? ''}` },
]

/** 政府信息公开指南 (条例§12), as far as it tells how to apply. It sends no script, and is meant to be printed. */
export default function GuidePage({ loaderData: { frame, guide } }: Route.ComponentProps) {
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: '政府信息公开指南' }}>
      <div className="portal portal--narrow">
        <h1>{guide.organ}政府信息公开指南</h1>
        {frame.apply !== null && (
          <p className="portal__buttons noprint">
            <LinkButton kind="primary" to={frame.apply.href}>
              申请公开
            </LinkButton>
            <LinkButton to={frame.apply.trackHref}>查询办理进度</LinkButton>
          </p>
        )}
        <OfficePanel office={guide.office} />
        <Channels channels={guide.channels} />
        <Panel title="申请要写什么" kind="wide">
          <ul className="rows">
            {guide.requirements.map(({ caption, hint, cites }) => (
              <li key={caption}>
                <div>
                  <h3>{caption}</h3>
                  <p>
                    {hint} <Cites of={cites} audience="public" />
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <ul className="list">
            {guide.advice.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Panel>
        <Panel title="办理期限" kind="wide">
          <Periods periods={guide.periods} />
        </Panel>
        <Fees fees={guide.fees} />
        <Remedies remedies={guide.remedies} />
      </div>
    </PublicShell>
  )
}

function OfficePanel({ office }: Pick<Guide, 'office'>) {
  const facts = [
    { label: '名称', value: office.name },
    { label: '办公地址', value: office.address },
    { label: '办公时间', value: office.hours },
    { label: '电话', value: office.phone },
    { label: '传真', value: office.fax },
    { label: '电子邮箱', value: office.email },
    { label: '邮政编码', value: office.postcode },
  ].filter(({ value }) => value !== '')
  return (
    facts.length > 0 && (
      <Panel title="政府信息公开工作机构" kind="wide">
        <Facts grid facts={facts} />
      </Panel>
    )
  )
}

const Channels = ({ channels }: Pick<Guide, 'channels'>) => (
  <Panel title="怎样提出申请" kind="wide">
    <ul className="rows">
      {channels.map(({ channel, caption, where, receipt, cites }) => (
        <li key={channel}>
          <div>
            <h3>{caption}</h3>
            {where.length > 0 && <p>{where.join('，')}</p>}
            <p>
              {receipt}。 <Cites of={cites} audience="public" />
            </p>
          </div>
        </li>
      ))}
    </ul>
  </Panel>
)

const Periods = ({ periods }: { readonly periods: readonly GuidePeriod[] }) => (
  <ul className="rows">
    {periods.map(({ id, caption, text, silence, cites }) => (
      <li key={id}>
        <div>
          <h3>{caption}</h3>
          <p>
            {text}
            {silence !== null && `；${silence}`} <Cites of={cites} audience="public" />
          </p>
        </div>
      </li>
    ))}
  </ul>
)

const Fees = ({ fees }: Pick<Guide, 'fees'>) => (
  <Panel title="收费" kind="wide">
    <p>
      {fees.rule} <Cites of={fees.cites} audience="public" />
    </p>
    {fees.tariffs.map(({ unit, bands, note, cites }) => (
      <div key={unit} className="mt-3">
        <h3>按{unit}计收的</h3>
        <ul className="list">
          {bands.map((band) => (
            <li key={band}>{band}</li>
          ))}
        </ul>
        <p className="portal__quiet">
          {note} <Cites of={cites} audience="public" />
        </p>
      </div>
    ))}
  </Panel>
)

const Remedies = ({ remedies }: Pick<Guide, 'remedies'>) => (
  <Panel title="不服答复，或者逾期没有答复" kind="wide">
    <div className="stack">
      <p>{remedies.complaint}</p>
      <Facts
        grid
        facts={[
          {
            label: '行政复议机关',
            value: (
              <>
                {remedies.review.map(({ name }) => name).join('、')}{' '}
                <Cites of={remedies.cites} audience="public" />
              </>
            ),
          },
          {
            label: '人民法院',
            value: (
              <>
                {remedies.court.name} <Cites of={remedies.courtCites} audience="public" />
              </>
            ),
          },
        ]}
      />
      <Periods periods={remedies.periods} />
    </div>
  </Panel>
)
