import { cellId, findingId, markId, saidId } from './anchors.ts'
import { arrows, cellOf, neighbour, roveTo } from './grid-steps.ts'
import { idsOf, nextFinding, type Selection, type Ties } from './ties.ts'

const handleOf = (cell: Element) => cell.querySelector<HTMLElement>('input, a:not(.mark)')

/**
 * What the page of a report gains where script runs: whatever is looked at shows in the form, in the source and among
 * the findings at once, and all of it is reached by the keyboard. Without script its links do the same one by one.
 *
 * @param told is told what is looked at
 * @returns ends it
 */
export function startExamining(
  root: HTMLElement,
  ties: Ties,
  told: (selection: Selection | null) => void,
): () => void {
  let selection: Selection | null = null
  const end = new AbortController()
  const { signal } = end

  const look = (next: Selection | null, id: string | null): void => {
    selection = next
    for (const element of root.querySelectorAll('[data-on]')) element.removeAttribute('data-on')
    for (const each of next === null ? [] : idsOf(ties, next))
      document.getElementById(each)?.setAttribute('data-on', '')
    const said =
      next !== null && 'finding' in next
        ? ties.findings.find(({ number }) => number === next.finding)?.said
        : null
    if (said != null)
      for (const part of root.querySelectorAll(`[data-said~="${said}"]`)) part.setAttribute('data-on', '')
    history.replaceState(history.state, '', id === null ? location.pathname + location.search : `#${id}`)
    told(next)
  }

  /** Brings something into view. Beside the form the source moves by itself, and the form stays where it is. */
  const show = (id: string, focus: boolean): void => {
    const element = document.getElementById(id)
    if (element === null) return
    const view = element.closest<HTMLElement>('[data-scrolls]')
    const beside =
      view !== null && view.scrollHeight > view.clientHeight && getComputedStyle(view).overflowY !== 'visible'
    if (beside) {
      const top = element.getBoundingClientRect().top - view.getBoundingClientRect().top
      view.scrollTop += top - view.clientHeight / 3
    }
    const box = (beside ? view : element).getBoundingClientRect()
    const away = box.bottom < 80 || box.top > window.innerHeight - 80
    if (focus || (!beside && away)) {
      const { top, bottom } = element.getBoundingClientRect()
      if (top < 80 || bottom > window.innerHeight - 80) element.scrollIntoView({ block: 'center' })
    }
    if (!focus) return
    const target = handleOf(element) ?? element
    if (!target.matches('a, input')) target.tabIndex = -1
    target.focus({ preventScroll: true })
  }

  const isBeside = (): boolean => {
    const [source, form] = ['.exam__source', '.exam__form'].map((part) =>
      root.querySelector(part)?.getBoundingClientRect(),
    )
    return source !== undefined && form !== undefined && source.right <= form.left + 1
  }

  const goToCell = (key: string, focus = true): void => {
    look({ cell: key }, cellId(key))
    show(cellId(key), focus)
    roveTo(root, document.getElementById(cellId(key)))
    const mark = ties.markOf[key]
    if (mark !== undefined && isBeside()) show(markId(mark), false)
  }

  const goToFinding = (number: number): void => {
    const found = ties.findings.find((each) => each.number === number)
    look({ finding: number }, findingId(number))
    const mark = found?.cell == null ? undefined : ties.markOf[found.cell]
    const place = mark !== undefined ? markId(mark) : found?.said != null ? saidId(found.said) : null
    if (place !== null && isBeside()) show(place, false)
    show(findingId(number), true)
  }

  /** @param from the cell of the form in which the link stands */
  const follow = (id: string, from: HTMLElement | null, byKey: boolean): boolean => {
    const rest = id.replace(/^[a-z]+-/, '')
    if (id === cellId(rest)) goToCell(rest)
    else if (id === findingId(Number(rest))) goToFinding(Number(rest))
    else if (id === markId(Number(rest))) {
      const cell = from?.id.slice(cellId('').length) ?? ties.marks[Number(rest)]?.[0]
      if (cell === undefined) return false
      if (from !== null && !byKey) goToCell(cell, isBeside())
      else look({ cell }, id)
      if (from === null || byKey) show(id, true)
    } else if (id === saidId(Number(rest))) show(id, true)
    else return false
    return true
  }

  const onClick = (event: MouseEvent): void => {
    const target = event.target as Element
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    const link = target.closest<HTMLAnchorElement>('a[href^="#"]')
    const cell = cellOf(target)
    if (link === null) {
      if (cell !== null && !target.closest('input, a')) goToCell(cell.id.slice(cellId('').length))
      return
    }
    const id = decodeURIComponent(link.hash.slice(1))
    if (follow(id, link.matches('.mark') ? null : cell, event.detail === 0)) event.preventDefault()
  }

  const onKey = (event: KeyboardEvent): void => {
    const target = event.target as Element
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const cell = cellOf(target)
    const typing = target.matches('input, textarea, select')
    const arrow = arrows[event.key as keyof typeof arrows]
    if (arrow !== undefined && cell !== null && !(typing && arrow[0] !== 0)) {
      const next = neighbour(root, cell, arrow)
      if (next === null) return
      event.preventDefault()
      goToCell(next.id.slice(cellId('').length))
    } else if (typing) {
      // Enter would send a correction before its reason is given.
      if (event.key === 'Enter' && cell !== null) event.preventDefault()
    } else if (event.key.toLowerCase() === 'f') {
      const next = nextFinding(ties, selection, event.shiftKey ? -1 : 1)
      if (next === null) return
      event.preventDefault()
      goToFinding(next)
    } else if (event.key === 'Escape' && selection !== null) look(null, null)
  }

  // While cells are corrected, the source follows the field that is typed in.
  const onFocus = ({ target }: { readonly target: EventTarget | null }): void => {
    const cell = target instanceof HTMLInputElement ? cellOf(target) : null
    if (cell === null) return
    const key = cell.id.slice(cellId('').length)
    look({ cell: key }, cellId(key))
    const mark = ties.markOf[key]
    if (mark !== undefined && isBeside()) show(markId(mark), false)
  }

  root.addEventListener('click', onClick, { signal })
  root.addEventListener('focusin', onFocus, { signal })
  root.addEventListener('keydown', onKey, { signal })
  root.toggleAttribute('data-live', true)
  roveTo(root, root.querySelector('.form td:has(> a:not(.mark))'))
  const asked = decodeURIComponent(location.hash.slice(1))
  if (asked.startsWith(cellId(''))) look({ cell: asked.slice(cellId('').length) }, asked)
  else if (/^finding-\d+$/.test(asked)) look({ finding: Number(asked.slice(findingId(0).length - 1)) }, asked)
  onFocus({ target: document.activeElement })
  return () => end.abort()
}
