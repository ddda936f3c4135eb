/**
 * Closes what was opened within: by Escape or a link that is followed, where the focus goes back to what opened it, and
 * as soon as the reader goes on elsewhere.
 *
 * @returns takes it back
 */
export function closesByItself(within: HTMLElement): () => void {
  const close = (leaveOpen: (details: HTMLDetailsElement) => boolean, back: boolean) => {
    for (const details of within.querySelectorAll<HTMLDetailsElement>('details[open]')) {
      if (leaveOpen(details)) continue
      details.open = false
      if (back) details.querySelector('summary')?.focus()
    }
  }
  const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && close(() => false, true)
  const onFollow = ({ target }: MouseEvent) =>
    target instanceof Element && target.closest('details a') !== null && close(() => false, true)
  const onElsewhere = ({ target }: Event) => close((details) => details.contains(target as Node), false)
  const listening = new AbortController()
  const { signal } = listening
  within.addEventListener('click', onFollow, { signal })
  document.addEventListener('keydown', onKey, { signal })
  document.addEventListener('click', onElsewhere, { signal })
  document.addEventListener('focusin', onElsewhere, { signal })
  return () => listening.abort()
}
