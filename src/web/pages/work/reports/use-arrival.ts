import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** Who is led to a cell or a sentence finds it marked and has the focus on it. Without script `:target` marks it. */
export function useArrival(): void {
  const { hash, key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same place is arrived at again with another key
  useEffect(() => {
    const place = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)))
    if (place === null || !place.matches('td, .said')) return
    const target = place.querySelector<HTMLElement>('input, a:not(.mark)') ?? place
    if (!target.matches('a, input')) target.tabIndex = -1
    place.setAttribute('data-on', '')
    place.scrollIntoView({ block: 'center' })
    target.focus({ preventScroll: true })
    return () => place.removeAttribute('data-on')
  }, [hash, key])
}
