/** Milliseconds without a key after which what was typed is looked for, and the least characters that tell anything. */
const pause = 500
const least = 4

/**
 * Looks for what somebody types among what is public already, before they press the button. The form is sent as it is
 * when the button is pressed, and of the page that answers the part with the results is taken over. What is looked for
 * never stands in an address.
 */
export function lookAhead(page: Document): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined
  page.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement) || target.dataset.look === undefined) return
    const { form, dataset } = target
    clearTimeout(waiting)
    asking?.abort()
    const typed = target.value.trim()
    for (const field of page.querySelectorAll<HTMLInputElement>(`input[type=hidden][name="${target.name}"]`))
      field.value = typed
    if (form === null || [...typed].length < least) return
    waiting = setTimeout(async () => {
      asking = new AbortController()
      const body = new FormData(form)
      body.set('intent', 'look')
      const answer = await fetch(form.action, { method: 'POST', body, signal: asking.signal }).catch(
        () => null,
      )
      if (!answer?.ok) return
      const found = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const [from, to] = [found, page].map((each) => each.getElementById(dataset.look ?? ''))
      if (from && to) to.replaceChildren(...from.childNodes)
    }, pause)
  })
}
