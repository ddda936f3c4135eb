/** Where the annual reports of the organs below are received, added up and compared. */

const annual = (organ: string) => `/work/${encodeURIComponent(organ)}/annual`

/** The board of last year, which the server knows. */
export const filingsDoor = (organ: string): string => `${annual(organ)}/filings`

export const filingsHref = (
  organ: string,
  year: number,
  filter: Readonly<Record<string, string>> = {},
): string => {
  const search = new URLSearchParams(filter)
  return `${annual(organ)}/${year}/filings${search.size === 0 ? '' : `?${search}`}`
}

/** The report that an organ below has filed. */
export const filedHref = (organ: string, year: number, below: string): string =>
  `${annual(organ)}/${year}/filings/${encodeURIComponent(below)}`

const chosenOf = (organs: readonly string[]) => organs.map((id) => ['organ', id])

export const sumHref = (
  organ: string,
  year: number,
  organs: readonly string[] = [],
  cell?: string,
): string => {
  const search = new URLSearchParams([...chosenOf(organs), ...(cell === undefined ? [] : [['cell', cell]])])
  return `${annual(organ)}/${year}/sum${search.size === 0 ? '' : `?${search}`}`
}

export const sumFileHref = (
  organ: string,
  year: number,
  organs: readonly string[],
  format: string,
): string => {
  const search = new URLSearchParams(chosenOf(organs))
  return `${annual(organ)}/${year}/sum/file/${format}${search.size === 0 ? '' : `?${search}`}`
}

/** `about`: the years of one organ. `kind` and `year`: the organs of a kind in a year. */
export const compareHref = (
  organ: string,
  what: { readonly about?: string } | { readonly kind: string; readonly year: string },
): string => `${annual(organ)}/compare?${new URLSearchParams(what as Record<string, string>)}`
