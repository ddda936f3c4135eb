import { Link } from 'react-router'
import type { FacetKey } from '../../../office/documents/facets.ts'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/documents.ts'
import { chosenIn, gathering } from './catalogue-query.ts'
import { CatalogueView } from './catalogue-view.tsx'
import { frameOf } from './frame.ts'
import { catalogueIn, queryOf } from './load-catalogue.ts'
import { dataFileHref } from './portal-href.ts'
import { feedLinks, Subscribe } from './subscribe.tsx'

const asked: readonly FacetKey[] = [
  ...(['item', 'localMatter', 'class', 'theme', 'genre'] as const),
  ...(['field', 'year', 'validity'] as const),
]

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const chosen = chosenIn(request.url)
  const [frame, found] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('browsePublished', { params, query: queryOf(chosen) }),
  ])
  return { frame, catalogue: catalogueIn(found, asked, chosen) }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

const title = '法定主动公开内容'

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${title} · ${loaderData?.frame.organ.name ?? ''}` },
  ...feedLinks(loaderData?.frame.organ.home ?? '', '最新公开'),
  ...gathering(loaderData?.catalogue.chosen),
]

/** 法定主动公开内容 (条例§20、§21): the catalogue of an organ. It sends no script. */
export default function Documents({ loaderData, params }: Route.ComponentProps) {
  const { frame, catalogue } = loaderData
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: title }}>
      <CatalogueView title={title} {...catalogue}>
        <p className="portal__quiet noprint">
          下载公开目录：<a href={dataFileHref(params.organ, 'csv')}>CSV</a>、
          <a href={dataFileHref(params.organ, 'json')}>JSON</a>
          {frame.apply !== null && (
            <>
              。没有找到的，可以<Link to={frame.apply.href}>申请公开</Link>
            </>
          )}
          。
        </p>
        <Subscribe of={frame.organ.home} what="最新公开" />
      </CatalogueView>
    </PublicShell>
  )
}
