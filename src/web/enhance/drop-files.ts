import { byteSize } from '../ui/byte-size.ts'

const box = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-drop]') : null

const inputOf = (drop: HTMLElement) => drop.querySelector<HTMLInputElement>('input[type=file]')

/** Lists chosen files with their sizes, and takes files that are dropped. */
export function dropFiles(page: Document): void {
  page.addEventListener('change', ({ target }) => {
    const drop = box(target)
    if (drop !== null) list(drop)
  })
  page.addEventListener('dragover', (event) => {
    const drop = box(event.target)
    if (drop === null) return
    event.preventDefault()
    drop.toggleAttribute('data-over', true)
  })
  page.addEventListener('dragleave', (event) => {
    const drop = box(event.target)
    if (drop !== null && !drop.contains(event.relatedTarget as Node | null)) drop.removeAttribute('data-over')
  })
  page.addEventListener('drop', (event) => {
    const drop = box(event.target)
    const input = drop && inputOf(drop)
    if (drop === null || input === null) return
    event.preventDefault()
    drop.removeAttribute('data-over')
    input.files = together(input, event.dataTransfer?.files)
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

/** What was chosen before stays, where several are taken. */
function together(input: HTMLInputElement, dropped: FileList | undefined): FileList {
  const all = new DataTransfer()
  const files = [...(input.multiple ? (input.files ?? []) : []), ...(dropped ?? [])]
  for (const file of input.multiple ? files : files.slice(0, 1)) all.items.add(file)
  return all.files
}

function list(drop: HTMLElement): void {
  const limit = Number(drop.dataset.drop) || Number.POSITIVE_INFINITY
  const rows = [...(inputOf(drop)?.files ?? [])].map(({ name, size }) => {
    const row = document.createElement('li')
    const tooLarge = size > limit
    row.append(span(name), span(tooLarge ? `${byteSize(size)}，超过 ${byteSize(limit)}` : byteSize(size)))
    if (tooLarge) row.dataset.s = 'late'
    return row
  })
  drop.querySelector('.drop__list')?.replaceChildren(...rows)
}

function span(text: string): HTMLElement {
  const element = document.createElement('span')
  element.textContent = text
  return element
}
