/** A browser without a screen: keeps cookies, reads pages, fills in forms. For walks over every page there is. */

import { setTimeout as wait } from 'node:timers/promises'
import type { Document, Element } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'

/** A page as it came. `path` is where the reader ended up after being sent on. */
export interface Seen {
  readonly path: string
  readonly status: number
  readonly type: string
  readonly headers: Headers
  readonly html: string
  readonly document: Document
}

export interface Reader {
  get(path: string): Promise<Seen>
  /** Sends a form of a page, with what the visitor put into it. */
  send(form: SeenForm, values: FormData): Promise<Seen>
}

export interface SeenForm {
  readonly page: string
  readonly action: string
  readonly method: 'get' | 'post'
  readonly element: Element
}

export function reader(origin: string): Reader {
  const jar = new Map<string, string>()

  /** Comes again where the server says it is too busy, as people do. */
  async function fetched(path: string, init: RequestInit, again = 20): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' })
    if (response.status !== 503 || again === 0) return response
    await response.body?.cancel()
    await wait(500)
    return fetched(path, init, again - 1)
  }

  async function ask(path: string, init: RequestInit = {}, sentOn = 0): Promise<Seen> {
    const response = await fetched(path, init)
    for (const cookie of response.headers.getSetCookie()) keep(cookie)
    const next = response.headers.get('location')
    if (next !== null && response.status >= 300 && response.status < 400 && sentOn < 5) {
      await response.body?.cancel()
      return ask(pathOf(new URL(next, new URL(path, origin))), {}, sentOn + 1)
    }
    const type = response.headers.get('content-type') ?? ''
    const html = type.startsWith('text/html') ? await response.text() : ''
    if (html === '') await response.body?.cancel()
    return {
      path,
      status: response.status,
      type,
      headers: response.headers,
      html,
      document: parseDocument(html),
    }
  }

  function keep(cookie: string): void {
    const [pair = '', ...rest] = cookie.split(';')
    const at = pair.indexOf('=')
    const gone = rest.some((each) => /^\s*max-age=0$/i.test(each))
    if (gone) jar.delete(pair.slice(0, at))
    else jar.set(pair.slice(0, at), pair.slice(at + 1))
  }

  return {
    get: (path) => ask(path),
    send({ page, action, method }, values) {
      if (method === 'post') {
        const referrer = { origin, referer: new URL(page, origin).href }
        return ask(action, { method: 'POST', body: values, headers: referrer })
      }
      const address = new URL(action, origin)
      for (const [name, value] of values) address.searchParams.set(name, String(value))
      return ask(pathOf(address))
    },
  }
}

const pathOf = ({ pathname, search }: URL): string => pathname + search

export const elements = ({ document }: Seen, names: readonly string[]): Element[] =>
  DomUtils.findAll(({ name }) => names.includes(name), document.children)

export const text = (element: Element): string => DomUtils.textContent(element).trim()

/** Addresses on this site that the page leads to. */
export function linksOf(seen: Seen, origin: string): readonly string[] {
  return elements(seen, ['a']).flatMap(({ attribs: { href } }) => {
    if (href === undefined) return []
    const address = new URL(href, new URL(seen.path, origin))
    return address.origin === origin ? [pathOf(address)] : []
  })
}

export function formsOf(seen: Seen): readonly SeenForm[] {
  return elements(seen, ['form']).map((element) => {
    const { action = seen.path, method = 'get' } = element.attribs
    const address = new URL(action || seen.path, new URL(seen.path, 'http://here'))
    return {
      page: seen.path,
      action: pathOf(address),
      method: method.toLowerCase() === 'post' ? 'post' : 'get',
      element,
    }
  })
}

/** Fills in every field of a form: `word` wherever text can be written, the first choice wherever one is made. */
export function filledIn({ element }: SeenForm, word: string): FormData {
  const values = new FormData()
  const fields = DomUtils.findAll(
    ({ name }) => ['input', 'textarea', 'select', 'button'].includes(name),
    element.children,
  )
  for (const { name: tag, attribs, children } of fields) {
    const { name, type = 'text', value = '' } = attribs
    if (name === undefined || 'disabled' in attribs) continue
    if (tag === 'select') values.append(name, firstChoice(children as Element[]))
    else if (tag === 'textarea') values.append(name, word)
    else if (tag === 'button') {
      if (!values.has(name)) values.append(name, value)
    } else if (type === 'file') values.append(name, new File([`%PDF-1.4\n${word}`], `${word}.pdf`))
    else if (type === 'radio') {
      if (!values.has(name)) values.append(name, value)
    } else if (['hidden', 'checkbox', 'submit', 'button'].includes(type)) values.append(name, value)
    else if (type === 'date') values.append(name, '2026-11-02')
    else if (type === 'number') values.append(name, '7')
    else values.append(name, word)
  }
  return values
}

const firstChoice = (children: Element[]): string =>
  DomUtils.findAll(({ name }) => name === 'option', children)
    .map((option) => option.attribs.value ?? text(option))
    .find((value) => value !== '') ?? ''
