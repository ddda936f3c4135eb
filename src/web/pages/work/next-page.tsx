import { useSearchParams } from 'react-router'
import { LinkButton } from '../../ui/button.tsx'

/** On through a long list; `next` marks where the next page begins. */
export function NextPage({ next }: { readonly next: string | null }) {
  const [search] = useSearchParams()
  const to = (after: string | null) => {
    const changed = new URLSearchParams(search)
    if (after === null) changed.delete('after')
    else changed.set('after', after)
    return `?${changed}`
  }
  if (next === null && !search.has('after')) return null
  return (
    <nav className="work-pages noprint" aria-label="分页">
      {search.has('after') && <LinkButton to={to(null)}>回到第一页</LinkButton>}
      {next !== null && <LinkButton to={to(next)}>下一页</LinkButton>}
    </nav>
  )
}
