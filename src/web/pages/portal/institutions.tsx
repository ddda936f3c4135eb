import { data } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { instruments } from '../../../law/instruments.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/institutions.ts'
import { DocumentList } from './document-list.tsx'
import { frameOf } from './frame.ts'
import { listedOf } from './listed-document.ts'
import './portal.css'

/** What the column holds of the state: the Regulation and what was issued to carry it out (平台规范). */
const national = (
  ['条例', '办法', '平台规范', '目录指引', '接收渠道函', '政务公开细则', '规范性文件通知'] as const
).map((key) => instruments[key])

export async function loader({ params, context }: Route.LoaderArgs) {
  const [frame, listed] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('listPublished', { params, query: { class: ['institution'], limit: 200 } }),
  ])
  if (!listed.ok) throw data(null, { status: listed.problem.status })
  return { frame, documents: listed.body.rows.map((row) => listedOf(row)) }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

const title = '政府信息公开制度'

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${title} · ${loaderData?.frame.organ.name ?? ''}` },
]

/** 政府信息公开制度: the organ's own rules, and those of the state that it works by. It sends no script. */
export default function Institutions({ loaderData: { frame, documents } }: Route.ComponentProps) {
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: title }}>
      <div className="portal portal--narrow">
        <h1>{title}</h1>
        <Panel title="本机关的制度" kind="wide">
          {documents.length === 0 ? (
            <EmptyState title="还没有公布">
              本机关的政府信息公开制度公布后列在这里；办理依照下列国家规定。
            </EmptyState>
          ) : (
            <DocumentList documents={documents} />
          )}
        </Panel>
        <Panel title="国家规定" kind="wide">
          <ul className="rows">
            {national.map(({ name, number, inForceFrom }) => (
              <li key={name}>
                <div>
                  <h3>{name}</h3>
                  <p className="portal__quiet">
                    {[number, inForceFrom === null ? null : `${formatChinese(inForceFrom)}起施行`]
                      .filter((each) => each !== null && each !== name)
                      .join('，')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </PublicShell>
  )
}
