import { data } from 'react-router'
import type { FacetKey } from '../../../office/documents/facets.ts'
import type { AnsweredBy, Called } from '../../desk/api.ts'
import { type Chosen, facetViews, type Names } from './catalogue-query.ts'
import { listedOf } from './listed-document.ts'

/** Documents on a page of a catalogue. */
export const perPage = 20

/** What the API wants of what is chosen. */
export const queryOf = (chosen: Chosen) => ({ ...chosen, limit: perPage }) as object

/** The answer as the page shows it. A word that no catalogue knows is an address that is not there. */
export function catalogueIn(
  answered: Called<AnsweredBy<'browsePublished'>>,
  asked: readonly FacetKey[],
  chosen: Chosen,
  organs?: Names,
) {
  if (!answered.ok)
    throw data(null, { status: answered.problem.status === 400 ? 404 : answered.problem.status })
  const { rows, facets, total, next, newest } = answered.body
  return {
    chosen,
    asked,
    total,
    next,
    newest,
    facets: facetViews(facets, asked, chosen, organs),
    documents: rows.map((row) => listedOf(row, organs !== undefined)),
    ...(organs !== undefined && { organs }),
  }
}
