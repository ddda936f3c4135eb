import { Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { countedClasses, documentClasses } from '../../../office/documents/classes.ts'
import type { FacetKey } from '../../../office/documents/facets.ts'
import { validities } from '../../../office/documents/validity.ts'
import { Badge } from '../../ui/badge.tsx'
import { Cites } from '../../ui/cite.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/register.ts'
import { chosenIn, gathering } from './catalogue-query.ts'
import { CatalogueView } from './catalogue-view.tsx'
import { frameOf } from './frame.ts'
import { hasEnded } from './listed-document.ts'
import { catalogueIn, queryOf } from './load-catalogue.ts'

const asked: readonly FacetKey[] = ['validity', 'year', 'theme']

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const chosen = chosenIn(request.url)
  const query = { ...queryOf(chosen), class: Object.values(countedClasses) }
  const [frame, found] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('browsePublished', { params, query }),
  ])
  const catalogue = catalogueIn(found, asked, chosen)
  return { frame, catalogue, rows: found.ok ? found.body.rows : [] }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

const title = '规章和规范性文件目录'

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${title} · ${loaderData?.frame.organ.name ?? ''}` },
  ...gathering(loaderData?.catalogue.chosen),
]

type Row = Awaited<ReturnType<typeof loader>>['rows'][number]

/** The register of rules and normative documents with what is in force of them (条例§20(1)). It sends no script. */
export default function Register({ loaderData: { frame, catalogue, rows } }: Route.ComponentProps) {
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: title }}>
      <CatalogueView
        title={title}
        lead={
          <p>
            本机关制发并公开的规章、行政规范性文件；未经公布的，不得作为行政管理的依据。{' '}
            <Cites of={['条例§20(1)', '规范性文件通知']} audience="public" />
          </p>
        }
        {...catalogue}
        list={<Rows rows={rows} />}
      />
    </PublicShell>
  )
}

const dayOf = (day: Row['madeOn']) => (day === null ? '—' : formatChinese(day))

const Rows = ({ rows }: { readonly rows: readonly Row[] }) => (
  <DataTable
    caption={title}
    columns={[
      {
        key: 'title',
        head: '标题',
        names: true,
        cell: (row) => (
          <>
            <Link to={row.path}>{row.title}</Link>
            {row.interpretation !== null && (
              <>
                {' '}
                <Link to={row.interpretation} aria-label={`解读 ${row.title}`}>
                  解读
                </Link>
              </>
            )}
          </>
        ),
      },
      {
        key: 'number',
        head: '文号',
        kind: 'keep',
        cell: (row) => row.docNo ?? documentClasses[row.class].caption,
      },
      { key: 'made', head: '成文日期', kind: 'keep', cell: (row) => dayOf(row.madeOn) },
      { key: 'effective', head: '施行日期', kind: 'keep', cell: (row) => dayOf(row.effectiveOn) },
      {
        key: 'validity',
        head: '有效性',
        kind: 'keep',
        cell: ({ validity }) =>
          validity !== null && (
            <Badge state={hasEnded(validity) ? 'plain' : 'ok'}>{validities[validity]}</Badge>
          ),
      },
    ]}
    groups={[{ key: 'all', rows }]}
    keyOf={({ id }) => id}
    empty={null}
  />
)
