import { cellId } from '../reports/anchors.ts'
import { cellOfField } from '../reports/correction-values.ts'

/**
 * What a block copied from a worksheet says of the fields of a grid, by the key of their cells: its first figure goes
 * to `from`, the others to the right of it and below, cell by cell as the form is printed. Totals of the block fall on
 * totals of the form and are left out, as is what lies outside of it; an empty place of the block changes nothing, for
 * it is no zero.
 */
export function pastedInto(root: Element, from: Element, text: string): Readonly<Record<string, string>> {
  const rows = [...root.querySelectorAll('tr')]
    .map((row) => [...row.querySelectorAll<HTMLElement>(`td[id^="${cellId('')}"]`)])
    .filter((cells) => cells.length > 0)
  const top = rows.findIndex((cells) => cells.some((cell) => cell.contains(from)))
  const left = rows[top]?.findIndex((cell) => cell.contains(from)) ?? -1
  if (left < 0) return {}
  const found: Record<string, string> = {}
  for (const [down, line] of text.replace(/\r/g, '').replace(/\n+$/, '').split('\n').entries())
    for (const [right, value] of line.split('\t').entries()) {
      const field = rows[top + down]?.[left + right]?.querySelector('input')
      const key = cellOfField(field?.name ?? '')
      if (key !== null && value.trim() !== '') found[key] = value.trim()
    }
  return found
}
