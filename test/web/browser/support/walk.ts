/** A walk over every page that a visitor can come to by following links. */

import type { RouteConfigEntry } from '@react-router/dev/routes'
import { DomUtils } from 'htmlparser2'
import { matchPath } from 'react-router'
import routes from '../../../../src/web/pages/routes.ts'
import { formsOf, linksOf, type Reader, type Seen, type SeenForm } from './reader.ts'

/** Pages of one shape that are looked at. */
const perShape = 2

/** Addresses as the pages know them, and those that the server itself gives out. */
const patterns = addresses(routes)

function addresses(entries: readonly RouteConfigEntry[], above = ''): readonly string[] {
  return entries.flatMap(({ path, children = [] }) => {
    const at = path === undefined ? above : `${above}/${path}`
    return children.length > 0 ? addresses(children, at) : [at === '' ? '/' : at]
  })
}

/**
 * The shape of an address: `/work/:organ/requests/:id/extend`, and the name in its query. Other organs and cases make
 * no other shape, other deeds do; nor do all the ways in which what can be chosen goes together.
 */
export function shapeOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://here')
  const pattern = patterns.find((each) => matchPath(each, pathname) !== null) ?? pathname
  const { action = '' } = matchPath(pattern, pathname)?.params ?? {}
  const names = [...new Set(searchParams.keys())].sort()
  const asked = names.length > 1 ? '?several' : names.length === 1 ? `?${names[0]}` : ''
  return pattern.replace(':action', action) + asked
}

/**
 * Every page that links lead to from `start`, a few of each shape. Files and dead ends are among them; what lies not
 * below `start` is looked at, and not followed.
 *
 * @param passedBy shapes that nobody need look at
 */
export async function walk(
  visitor: Reader,
  origin: string,
  start: string,
  passedBy: ReadonlySet<string> = new Set(),
): Promise<readonly Seen[]> {
  const waiting = [start]
  const shapes = new Map<string, number>()
  const known = new Set<string>()
  const seen: Seen[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const shape = shapeOf(path)
    const met = shapes.get(shape) ?? 0
    if (known.has(path) || met >= perShape || passedBy.has(shape) || leaves(path)) continue
    known.add(path)
    shapes.set(shape, met + 1)
    const page = await visitor.get(path)
    seen.push(page)
    if (path.startsWith(start)) waiting.push(...linksOf(page, origin))
  }
  return seen
}

/** Whoever goes there is signed out, or somewhere else than the page says. */
const leaves = (path: string): boolean => /sign-out/.test(path)

/** The forms that the pages offer, those of a kind together: where one is gone by now, the next will do. */
export function formsAmong(pages: readonly Seen[]): readonly (readonly SeenForm[])[] {
  const offered = pages.flatMap(formsOf).filter(({ action }) => !leaves(action) && !/password/.test(action))
  return [...Map.groupBy(offered, kindOf).values()]
}

/** Where it stands, where it goes and what it asks tell forms apart. */
export const kindOf = ({ method, page, action, element }: SeenForm): string =>
  [
    method,
    shapeOf(page),
    shapeOf(action),
    ...DomUtils.findAll(({ attribs }) => attribs.name !== undefined, element.children).map(
      ({ attribs }) => attribs.name,
    ),
  ].join()
