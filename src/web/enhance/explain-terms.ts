/** Milliseconds for which the pointer must rest on a word. */
const rest = 250

/** Opens the explanation of a word under the pointer; by click, touch and keyboard it opens without script. */
export function explainTerms(page: Document): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const saysOf = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element
      ? (target.closest('.term')?.querySelector<HTMLElement>('[popover]') ?? null)
      : null

  page.addEventListener('pointerover', ({ target, pointerType }) => {
    const says = saysOf(target)
    if (says === null || pointerType !== 'mouse' || !('showPopover' in says)) return
    clearTimeout(waiting)
    waiting = setTimeout(() => open(says), rest)
  })
  page.addEventListener('pointerout', ({ target, relatedTarget, pointerType }) => {
    const says = saysOf(target)
    if (says === null || pointerType !== 'mouse' || saysOf(relatedTarget) === says) return
    clearTimeout(waiting)
    waiting = setTimeout(() => says.hidePopover(), rest)
  })
}

/** Placed at its word where the browser knows how. */
function open(says: HTMLElement): void {
  const word = says.parentElement?.querySelector<HTMLElement>('.term__word')
  if (word && !says.matches(':popover-open')) says.showPopover({ source: word })
}
