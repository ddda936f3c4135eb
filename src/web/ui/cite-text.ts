import { type Citation, formatCitation, formatCitationForPublic, parseCitation } from '../../law/citation.ts'

/** Who reads: staff see 条例§33, the public 条例第三十三条. */
export type Audience = 'staff' | 'public'

/** A citation in the short form of its reader. */
export const citeText = (citation: Citation, audience: Audience): string => {
  if (audience === 'staff') return formatCitation(citation)
  const short = parseCitation(citation)?.instrument ?? citation
  return formatCitationForPublic(citation).replace(/^《.*?》(?=第|（|$)/, short)
}
