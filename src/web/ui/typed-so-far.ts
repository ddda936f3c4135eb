/**
 * What was typed, chosen and ticked before script came. Taking a page over, React writes into each text area the words
 * it was sent with, over whatever somebody has made of them meanwhile, and tells no component of what happened before.
 * So it is typed once more as soon as everybody listens. Text areas that nobody sees are filled in by their owners.
 */
export function typedSoFar(page: Document): { readonly typeAgain: () => void } {
  const note = ({ target }: Event) => {
    if (isField(target)) typed.set(target, target.value)
  }
  for (const field of page.querySelectorAll<Field>(
    'input:not([type=hidden]), select, textarea:not([hidden])',
  ))
    if (isChanged(field)) typed.set(field, field.value)
  page.addEventListener('input', note, { capture: true })
  return {
    typeAgain() {
      page.removeEventListener('input', note, { capture: true })
      for (const [field, words] of typed) if (field.isConnected) enter(field, words)
    },
  }
}

const typed = new Map<Field, string>()

/** What somebody made of a field, whatever React has written over it since. */
export const typedInto = (field: Field): string => typed.get(field) ?? field.value

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isField = (target: unknown): target is Field =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement

const isTicked = (field: Field): field is HTMLInputElement => /^(?:checkbox|radio)$/.test(field.type)

/** Whether it differs from what it was sent with. */
function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options]
    const sent = options.find(({ defaultSelected }) => defaultSelected) ?? options[0]
    return sent !== undefined && !sent.selected
  }
  return isTicked(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
}

function enter(field: Field, words: string): void {
  if (isTicked(field)) {
    if (!isChanged(field)) return
    field.checked = field.defaultChecked
    field.click()
  } else if (field instanceof HTMLSelectElement || field.type === 'file')
    field.dispatchEvent(new Event('change', { bubbles: true }))
  else write(field, words)
}

/** Past the note that React takes of what its own hand writes: only what differs from it counts as typed. */
function write(field: HTMLInputElement | HTMLTextAreaElement, words: string): void {
  const { selectionStart, selectionEnd } = field
  field.value = field.defaultValue
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!
  set!.call(field, words)
  if (selectionStart !== null && field === document.activeElement)
    field.setSelectionRange(selectionStart, selectionEnd)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
