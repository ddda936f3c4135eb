import { data } from 'react-router'
import type { FacetKey } from '../../../office/documents/facets.ts'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/policies.ts'
import { chosenIn, gathering } from './catalogue-query.ts'
import { CatalogueView } from './catalogue-view.tsx'
import { catalogueIn, queryOf } from './load-catalogue.ts'
import { policyClasses } from './policy-classes.ts'
import { siteFrame, siteName } from './site-frame.ts'

const asked: readonly FacetKey[] = ['organ', 'class', 'theme', 'genre', 'field', 'year', 'validity']

export async function loader({ request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const chosen = chosenIn(request.url)
  const [organs, found] = await Promise.all([
    api.call('listPublicOrgans', { query: { closed: 'true' } }),
    api.call('browseAllPublished', { query: { class: policyClasses, ...queryOf(chosen) } }),
  ])
  if (!organs.ok) throw data(null, { status: organs.problem.status })
  const { rows } = organs.body
  const names = Object.fromEntries(rows.map(({ id, name }) => [id, name]))
  const catalogue = catalogueIn(found, asked, chosen, names)
  const facets = catalogue.facets.map((facet) =>
    facet.key === 'class'
      ? { ...facet, values: facet.values.filter(({ key }) => policyClasses.some((each) => each === key)) }
      : facet,
  )
  return { name: siteName(rows), catalogue: { ...catalogue, facets } }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

const title = '政策文件库'

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${title} · ${loaderData?.name ?? ''}` },
  ...gathering(loaderData?.catalogue.chosen),
]

/** Policies of all organs in one place, each with its interpretation. It sends no script. */
export default function Policies({ loaderData: { name, catalogue } }: Route.ComponentProps) {
  return (
    <PublicShell organ={siteFrame(name)} place={{ above: [], here: title }}>
      <CatalogueView
        title={title}
        lead={<p>各机关的规章、规范性文件和其他政策文件，连同解读；已经废止、失效的写明。</p>}
        {...catalogue}
      />
    </PublicShell>
  )
}
