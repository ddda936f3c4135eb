/**
 * Public pages that are the same for everybody, kept as they were sent. A page says so itself, by the header
 * `cache-control: no-cache`: may be kept, has to be asked about. Kept until anything is written through this server;
 * what another server or a command writes is seen after a few seconds.
 */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { facetKeys } from '../office/documents/facets.ts'
import { textSizeOf } from './pages/text-size-cookie.ts'
import { type Asset, assetOf, packingFor } from './web-assets.ts'

/** Seconds after which a page is made anew though nothing was written here. */
const freshSeconds = 5
/** What is chosen in a catalogue that is kept: whoever chooses more is alone with it. */
const mostChosen = 2

/**
 * Where pages are kept, each place with what it takes and how many at once. Pages with a query, which depend on it and
 * on nothing else of who asks, are kept apart, so that no question puts out a page that everybody wants.
 */
const shelves: readonly { readonly takes: (url: string) => boolean; readonly most: number }[] = [
  // Those of some hundred organs.
  { takes: (url) => !url.includes('?'), most: 1000 },
  { takes: (url) => /^(?:\/organs\/[^/?]+)?\/search\?/.test(url), most: 200 },
  { takes: isCatalogue, most: 500 },
]

/** Documents looked through by a few of the ways there are: the first page, and no words of whoever looks. */
function isCatalogue(url: string): boolean {
  const query = /^(?:\/policies|\/organs\/[^/?]+\/(?:documents|register))\?(.*)$/.exec(url)?.[1]
  const chosen = [...new URLSearchParams(query).keys()]
  const known =
    new Set(chosen).size === chosen.length && chosen.every((key) => facetKeys.some((each) => each === key))
  return query !== undefined && known && chosen.length <= mostChosen
}

interface Kept {
  readonly asset: Asset
  readonly etag: string
  readonly version: number
  readonly until: number
}

/** A page as it is asked for, and what had been written by then: what is written while it is made is not in it. */
export interface PageKey {
  readonly name: string
  /** Which of `shelves`. */
  readonly shelf: number
  readonly version: number
}

export interface KeptPages {
  /** Null where no page of it may be kept. */
  keyOf(request: FastifyRequest): PageKey | null
  /**
   * Sends the page that was kept, or that it has not changed (304), and tells `sent`. Where there is none it is the
   * caller's to make; whoever else wants it waits until the function that is returned is called.
   */
  open(key: PageKey, request: FastifyRequest, reply: FastifyReply): Promise<'sent' | (() => void)>
  /** Keeps the answer if it says that it may be; the answer to be sent in any case. */
  keep(key: PageKey, answer: Response): Promise<Response>
}

/** `version` changes with every write; `now` in milliseconds. */
export function keptPages(version: () => number, now: () => number): KeptPages {
  const kept = shelves.map(({ most }) => ({ most, pages: new Map<string, Kept>() }))
  const making = new Map<string, Promise<void>>()
  const begun = ({ name }: PageKey) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    making.set(name, promise)
    return () => {
      making.delete(name)
      resolve()
    }
  }
  return {
    keyOf({ method, url, headers }) {
      const shelf = shelves.findIndex(({ takes }) => takes(url))
      if ((method !== 'GET' && method !== 'HEAD') || shelf === -1) return null
      const from = url.indexOf('?')
      const { size } = textSizeOf(from === -1 ? '' : url.slice(from), headers.cookie)
      return { name: `${size} ${url}`, shelf, version: version() }
    },

    async open(key, { headers }, reply) {
      for (let before = making.get(key.name); before !== undefined; before = making.get(key.name))
        await before
      const page = kept[key.shelf]!.pages.get(key.name)
      if (page === undefined || page.version !== key.version || page.until < now()) return begun(key)
      reply
        .header('cache-control', 'no-cache')
        .header('etag', page.etag)
        .header('vary', 'accept-encoding, cookie')
      if (headers['if-none-match'] === page.etag) {
        reply.code(304).send()
        return 'sent'
      }
      const packing = packingFor(headers['accept-encoding'])
      reply.type(page.asset.type)
      if (packing === null) reply.send(page.asset.bytes)
      else reply.header('content-encoding', packing).send(await page.asset.packed(packing))
      return 'sent'
    },

    async keep(key, answer) {
      const { status, headers } = answer
      if (status !== 200 || headers.get('cache-control') !== 'no-cache' || headers.has('set-cookie'))
        return answer
      const bytes = Buffer.from(await answer.arrayBuffer())
      const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
      const { pages, most } = kept[key.shelf]!
      pages.delete(key.name)
      if (pages.size >= most) pages.delete(pages.keys().next().value!)
      pages.set(key.name, {
        asset: assetOf(bytes, headers.get('content-type') ?? 'text/html; charset=utf-8'),
        etag,
        version: key.version,
        until: now() + freshSeconds * 1000,
      })
      headers.set('etag', etag)
      headers.set('vary', 'cookie')
      return new Response(bytes, { status, headers })
    },
  }
}
