/** Milliseconds without a key after which titles are asked for. */
const pause = 250
const least = 2

interface Suggested {
  readonly rows: readonly {
    readonly title: readonly { readonly text: string }[]
    readonly docNo: string | null
  }[]
}

/**
 * Titles below a box of search while somebody types (WAI-ARIA combobox, list autocomplete): arrow keys choose, Enter
 * searches for what is chosen, Escape closes. What stands in the box is sent only to where the form would send it.
 */
export function suggestTitles(page: Document): void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined

  const listOf = (box: HTMLInputElement): HTMLUListElement => {
    const there = page.getElementById(`${box.id}-titles`)
    if (there instanceof HTMLUListElement) return there
    const list = page.createElement('ul')
    Object.assign(list, { id: `${box.id}-titles`, className: 'titles', hidden: true, role: 'listbox' })
    list.setAttribute('aria-label', '相符的标题')
    box.form?.append(list)
    box.setAttribute('role', 'combobox')
    box.setAttribute('aria-controls', list.id)
    box.setAttribute('aria-autocomplete', 'list')
    box.autocomplete = 'off'
    return list
  }
  const show = (box: HTMLInputElement, open: boolean) => {
    listOf(box).hidden = !open
    box.setAttribute('aria-expanded', String(open))
    if (!open) box.removeAttribute('aria-activedescendant')
  }
  const choose = (box: HTMLInputElement, options: readonly HTMLElement[], place: number) => {
    for (const [n, option] of options.entries()) option.setAttribute('aria-selected', String(n === place))
    const chosen = options[place]
    if (chosen === undefined) return box.removeAttribute('aria-activedescendant')
    box.setAttribute('aria-activedescendant', chosen.id)
    chosen.scrollIntoView({ block: 'nearest' })
  }
  const search = (box: HTMLInputElement, title: string) => {
    box.value = title
    show(box, false)
    box.form?.requestSubmit()
  }
  const boxOf = (target: EventTarget | null) =>
    target instanceof HTMLInputElement && target.dataset.suggest !== undefined ? target : null

  page.addEventListener('input', ({ target }) => {
    const box = boxOf(target)
    if (box === null) return
    clearTimeout(waiting)
    asking?.abort()
    const typed = box.value.trim()
    if ([...typed].length < least) return show(box, false)
    waiting = setTimeout(async () => {
      asking = new AbortController()
      const address = new URL(box.dataset.suggest ?? '', page.baseURI)
      address.searchParams.set('q', typed.slice(0, 200))
      const answer = await fetch(address, { signal: asking.signal }).catch(() => null)
      if (!answer?.ok) return
      const { rows } = (await answer.json()) as Suggested
      const list = listOf(box)
      list.replaceChildren(
        ...rows.map(({ title, docNo }, n) => {
          const option = page.createElement('li')
          Object.assign(option, { id: `${list.id}-${n}`, role: 'option' })
          option.append(title.map(({ text }) => text).join(''))
          if (docNo !== null) {
            const number = page.createElement('small')
            number.textContent = docNo
            option.append(' ', number)
          }
          option.dataset.title = title.map(({ text }) => text).join('')
          return option
        }),
      )
      choose(box, [], -1)
      show(box, rows.length > 0 && page.activeElement === box)
    }, pause)
  })
  page.addEventListener('keydown', (event) => {
    const box = boxOf(event.target)
    if (box === null || box.getAttribute('aria-expanded') !== 'true' || event.isComposing) return
    const options = [...listOf(box).children] as HTMLElement[]
    const place = options.findIndex((option) => option.getAttribute('aria-selected') === 'true')
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      // Beyond either end nothing is chosen, and what was typed is searched for.
      choose(box, options, place === -1 && step === -1 ? options.length - 1 : place + step)
      event.preventDefault()
    } else if (event.key === 'Escape') {
      show(box, false)
      event.preventDefault()
    } else if (event.key === 'Enter' && options[place] !== undefined) {
      search(box, options[place].dataset.title ?? '')
      event.preventDefault()
    }
  })
  page.addEventListener('mousedown', (event) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('.titles > li') : null
    const box = option?.closest('form')?.querySelector<HTMLInputElement>('input[data-suggest]')
    if (!option || !box) return
    event.preventDefault()
    search(box, option.dataset.title ?? '')
  })
  page.addEventListener('focusout', ({ target }) => {
    const box = boxOf(target)
    if (box?.getAttribute('aria-expanded') === 'true') show(box, false)
  })
}
