/** Lists a page at a time: `limit` and `after` come in, `next` goes out, in the body and as a Link header. */
import { z } from 'zod'
import type { Page, PageRequest } from '../../office/ports.ts'
import { listOf } from './schemas.ts'

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ title: '每页条数' }),
  after: z.string().max(500).optional().meta({ title: '翻页标记', description: '上一页的 next' }),
}

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    rows: listOf(item),
    next: z.string().nullable().meta({ description: '下一页的翻页标记；没有下一页时为 null' }),
  })

export const pageRequestOf = ({
  limit,
  after,
}: {
  limit: number
  after?: string | undefined
}): PageRequest => ({
  limit,
  after,
})

/** `Link: <…>; rel="next"` for the address that was asked for (RFC 8288). */
export function linkToNext(url: string, { next }: Pick<Page<unknown>, 'next'>): Record<string, string> {
  if (next === null) return {}
  const [path = '', query = ''] = url.split('?', 2)
  const search = new URLSearchParams(query)
  search.set('after', next)
  return { link: `<${path}?${search}>; rel="next"` }
}
