/**
 * Lists a page at a time: `limit` and `after` come in, `next` goes out, in the body and as a Link header. Where the
 * next page begins is for the store to know; it is signed, so that nobody can make one up.
 */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Page, PageRequest } from '../../office/ports.ts'
import { type Problem, problem } from './problem.ts'
import { listOf } from './schemas.ts'
import { keyFor } from './tokens.ts'

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ title: '每页条数' }),
  after: z.string().max(1000).optional().meta({ title: '翻页标记', description: '上一页的 next' }),
}

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    rows: listOf(item),
    next: z.string().nullable().meta({ description: '下一页的翻页标记；没有下一页时为 null' }),
  })

interface Asked {
  readonly limit: number
  readonly after?: string | undefined
}

/** The page that was asked for, with a mark for the next one that can be trusted when it comes back. */
export async function pageFor<Row>(
  { limit, after }: Asked,
  tokenKey: Uint8Array,
  find: (page: PageRequest) => Promise<Page<Row>>,
): Promise<Page<Row> | Problem> {
  const key = keyFor(tokenKey, 'pages')
  const from = after === undefined ? undefined : readMark(after, key)
  if (from !== undefined && typeof from !== 'string') return from
  const { rows, next } = await find({ limit, after: from })
  return { rows, next: next === null ? null : writeMark(next, key) }
}

const macLength = 16

const macOf = (text: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(text).digest('base64url').slice(0, macLength)

const writeMark = (next: string, key: Uint8Array): string => macOf(next, key) + next

function readMark(after: string, key: Uint8Array): string | Problem {
  const next = after.slice(macLength)
  return after.slice(0, macLength) === macOf(next, key)
    ? next
    : problem('bad-request', { detail: '翻页标记无效，请从第一页重新查询。' })
}

/** `Link: <…>; rel="next"` for the address that was asked for (RFC 8288). */
export function linkToNext(url: string, { next }: Pick<Page<unknown>, 'next'>): Record<string, string> {
  if (next === null) return {}
  const [path = '', query = ''] = url.split('?', 2)
  const search = new URLSearchParams(query)
  search.set('after', next)
  return { link: `<${path}?${search}>; rel="next"` }
}
