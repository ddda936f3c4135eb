/**
 * Asks before a page is left on which something was typed and not sent. Forms say by `data-keep` that there is
 * something to be lost.
 */
export function keepUnsaved(window: Window): void {
  const typed = new Set<HTMLFormElement>()
  const formOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLFormElement>('form[data-keep]') : null

  window.addEventListener('input', ({ target }) => {
    const form = formOf(target)
    if (form !== null) typed.add(form)
  })
  window.addEventListener('submit', ({ target }) => {
    const form = formOf(target)
    if (form !== null) typed.delete(form)
  })
  window.addEventListener('beforeunload', (event) => {
    if ([...typed].some((form) => form.isConnected)) event.preventDefault()
  })
}
