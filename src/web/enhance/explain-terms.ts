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

/** By keyboard it opens as soon as the word is reached; by mouse the click itself does it. */
export function explainFocused(page: Document): void {
  page.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.matches('.term__word:focus-visible')) {
      const says = target.parentElement?.querySelector<HTMLElement>('[popover]')
      if (says && 'showPopover' in says) open(says)
    }
  })
  page.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (!(target instanceof HTMLElement) || !target.matches('.term__word')) return
    const term = target.parentElement
    if (relatedTarget instanceof Node && term?.contains(relatedTarget)) return
    term?.querySelector<HTMLElement>('[popover]:popover-open')?.hidePopover()
  })
}

/** Placed at its word where the browser knows how. */
function open(says: HTMLElement): void {
  const word = says.parentElement?.querySelector<HTMLElement>('.term__word')
  if (word && !says.matches(':popover-open')) says.showPopover({ source: word })
}
