import { data, Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import type { Guide, GuidePeriod } from '../../../office/intake/guide.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Cites } from '../../ui/cite.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { Term } from '../../ui/term.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/guide.ts'
import { frameOf } from './frame.ts'
import { documentsHref, guideHref, guideVersionHref, openDataHref } from './portal-href.ts'
import './portal.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { organ } = params
  const { version } = params as { version?: string }
  const [frame, guide, organs, versions] = await Promise.all([
    frameOf(context, organ),
    api.call('readGuide', {
      params: { organ },
      query: version === undefined ? {} : { version: version as never },
    }),
    api.call('listPublicOrgans', {}),
    api.call('listGuideChanges', { params: { organ } }),
  ])
  if (!guide.ok || !organs.ok) throw data(null, { status: 404 })
  return {
    frame,
    guide: guide.body as unknown as Guide,
    versions: versions.ok ? versions.body.rows : [],
    number: version === undefined ? null : Number(version),
    others: neighboursOf(organs.body.rows, organ),
  }
}

type Organs = AnsweredBy<'listPublicOrgans'>['rows']

/** More than these are a list of their own. */
const mostNeighbours = 30

/** The organ above and those beside and below: who is most often meant instead. */
function neighboursOf(rows: Organs, organ: string) {
  const own = rows.find(({ id }) => id === organ)
  return rows
    .filter(
      ({ id, parent }) => id !== organ && (id === own?.parent || parent === organ || parent === own?.parent),
    )
    .slice(0, mostNeighbours)
    .map(({ id, name }) => ({ id, name }))
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `政府信息公开指南 · ${loaderData?.frame.organ.name ?? ''}` },
  ...(olderOf(loaderData) === undefined ? [] : [{ name: 'robots', content: 'noindex' }]),
]

/** The version that is shown, where it is not the one in use. */
const olderOf = (loaderData: Route.MetaArgs['loaderData']) =>
  loaderData?.versions.find(({ number, until }) => number === loaderData.number && until !== null)

/** 政府信息公开指南 (条例§12), as far as it tells how to apply. It sends no script, and is meant to be printed. */
export default function GuidePage({ loaderData, params }: Route.ComponentProps) {
  const { frame, guide, others, versions } = loaderData
  const older = olderOf(loaderData)
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: '政府信息公开指南' }}>
      <div className="portal portal--narrow">
        <h1>{guide.organ}政府信息公开指南</h1>
        {older !== undefined && (
          <Note state="soon" title={`这是第${older.number}版，${spanOf(older)}，已经更新`}>
            <p>
              机关的名称、联系方式、渠道照当时的登记；期限、费用等依法律的，照现行规定列出。{' '}
              <Link to={guideHref(params.organ)}>看现行的版本</Link>
            </p>
          </Note>
        )}
        {older === undefined && frame.apply !== null && (
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
          <p>
            下列期限按 <Term of="workingDay" audience="public" /> 计算。
          </p>
          <Periods periods={guide.periods} />
        </Panel>
        <Elsewhere others={others} />
        <Fees fees={guide.fees} />
        <Remedies remedies={guide.remedies} />
        <Catalogue organ={params.organ} />
        <Versions organ={params.organ} versions={versions} shown={older?.number ?? null} />
      </div>
    </PublicShell>
  )
}

/** Where the information may be had that this organ has not (条例§10, §36(5)). */
const Elsewhere = ({
  others,
}: {
  readonly others: readonly { readonly id: string; readonly name: string }[]
}) => (
  <Panel title="不归本机关的怎么办" kind="wide">
    <div className="stack">
      <p>
        信息由制作机关负责公开；从公民、法人和其他组织获取的，由保存的机关负责。{' '}
        <Cites of={['条例§10¶1']} audience="public" />
      </p>
      <p>
        向本机关申请的信息不由本机关负责公开的，本机关告知理由；能够确定负责机关的，告知其名称、联系方式。{' '}
        <Cites of={['条例§36(5)']} audience="public" />
      </p>
      {others.length > 0 && (
        <>
          <p>知道由谁负责的，可以直接向该机关申请：</p>
          <ul className="list portal__organs">
            {others.map(({ id, name }) => (
              <li key={id}>
                <a href={`/organs/${encodeURIComponent(id)}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href="/">全部机关</a>
      </p>
    </div>
  </Panel>
)

/** How what is public already is arranged, and where to have it (条例§12¶2). */
const Catalogue = ({ organ }: { readonly organ: string }) => (
  <Panel title="主动公开的信息怎样编排、怎样获取" kind="wide">
    <p>
      主动公开的信息按条例第二十条、第二十一条各项，以及主题、体裁、试点领域、年份分类，列在
      <a href={documentsHref(organ)}>法定主动公开内容</a>；每份有索引号，可以阅读、打印、下载，也可以
      <a href={openDataHref(organ)}>订阅</a>。 <Cites of={['条例§12¶2', '条例§23']} audience="public" />
    </p>
  </Panel>
)

type Version = AnsweredBy<'listGuideChanges'>['rows'][number]

/** The days on which it was to be read. */
const spanOf = ({ from, until }: Version): string =>
  [from === null ? '' : `${formatChinese(from)}起`, until === null ? '' : `至${formatChinese(until)}`].join(
    '',
  )

interface VersionsProps {
  readonly organ: string
  readonly versions: readonly Version[]
  /** The one on the page, where it is an earlier one. */
  readonly shown: number | null
}

/** Every version with its days and what it changed; each can be read as a whole. */
const Versions = ({ organ, versions, shown }: VersionsProps) =>
  versions.length > 1 && (
    <Panel title={`历次版本：现行第${versions[0]!.number}版，${spanOf(versions[0]!)}`} kind="wide">
      <ul className="rows">
        {versions.map((version) => (
          <li key={version.number}>
            <div>
              <h3>
                {version.number === (shown ?? versions[0]!.number) ? (
                  `第${version.number}版`
                ) : (
                  <Link
                    to={version.until === null ? guideHref(organ) : guideVersionHref(organ, version.number)}
                  >
                    第{version.number}版
                  </Link>
                )}{' '}
                <small>{spanOf(version)}</small>
              </h3>
              {version.changes.map(({ column, from, to }) => (
                <p key={column}>
                  {column}：{from === '' ? '（原来没有）' : from} → {to === '' ? '（不再列出）' : to}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )

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
