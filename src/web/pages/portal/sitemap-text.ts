/** Sitemaps (sitemaps.org 0.9) as text. Pure. */

interface Place {
  /** Whole address. */
  readonly address: string
  /** When it changed last; left out where that is not known. */
  readonly changedOn?: string | null
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const wrapped = (root: string, each: string, places: readonly Place[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...places.map(({ address, changedOn }) => {
      const changed = changedOn == null ? '' : `<lastmod>${changedOn}</lastmod>`
      return `<${each}><loc>${escaped(address)}</loc>${changed}</${each}>`
    }),
    `</${root}>`,
    '',
  ].join('\n')

/** Pages of one organ. */
export const sitemapOf = (places: readonly Place[]): string => wrapped('urlset', 'url', places)

/** The sitemaps there are. */
export const sitemapIndexOf = (places: readonly Place[]): string => wrapped('sitemapindex', 'sitemap', places)

export const sitemapAnswer = (text: string): Response =>
  new Response(text, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' },
  })
