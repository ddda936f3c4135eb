import { type Citation, formatCitationForPublic } from '../../law/citation.ts'
import { type Audience, citeText } from './cite-text.ts'

interface CiteProps {
  readonly of: Citation
  readonly audience: Audience
  /** Where the article can be read. */
  readonly href?: string | undefined
}

/** The article on which something rests; its full title is one hover away. */
export function Cite({ of, audience, href }: CiteProps) {
  const shown = citeText(of, audience)
  const title = formatCitationForPublic(of)
  return href === undefined ? (
    <span className="cite" title={title}>
      {shown}
    </span>
  ) : (
    <a className="cite" href={href} title={title}>
      {shown}
    </a>
  )
}

/** Several articles beside each other. */
export function Cites({ of, audience }: { readonly of: readonly Citation[]; readonly audience: Audience }) {
  return of.map((citation) => <Cite key={citation} of={citation} audience={audience} />)
}
