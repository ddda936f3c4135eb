import { cellId } from './anchors.ts'

/** Steps by the arrow keys: to the right, down. */
export const arrows = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const

/** The cell of the form around something. */
export const cellOf = (from: Element): HTMLElement | null =>
  from.closest<HTMLElement>(`td[id^="${cellId('')}"]`)

const handles = '.form td > a:not(.mark)'

/** One cell is reached by the tabulator, the others from it by the arrows. */
export function roveTo(root: Element, cell: Element | null): void {
  for (const handle of root.querySelectorAll<HTMLElement>(handles)) handle.tabIndex = -1
  const handle = cell?.querySelector<HTMLElement>('a:not(.mark)')
  if (handle) handle.tabIndex = 0
}

/** Where the arrow leads from a cell: to the next in its row, or to that above or below it, table by table. */
export function neighbour(
  root: Element,
  from: HTMLElement,
  [right, down]: readonly [number, number],
): HTMLElement | null {
  if (right !== 0) {
    const all = [...root.querySelectorAll<HTMLElement>(`td[id^="${cellId('')}"]`)]
    const next = all[all.indexOf(from) + right] ?? null
    return next?.parentElement === from.parentElement ? next : null
  }
  const rows = [...root.querySelectorAll<HTMLTableRowElement>('.form tr')].filter((row) =>
    row.querySelector(`td[id^="${cellId('')}"]`),
  )
  const box = from.getBoundingClientRect()
  const middle = (box.left + box.right) / 2
  const row = rows[rows.indexOf(from.parentElement as HTMLTableRowElement) + down]
  const cells = [...(row?.querySelectorAll<HTMLElement>(`td[id^="${cellId('')}"]`) ?? [])]
  const under = cells.find((cell) => {
    const { left, right: end } = cell.getBoundingClientRect()
    return left <= middle && middle <= end
  })
  return under ?? cells[0] ?? null
}
