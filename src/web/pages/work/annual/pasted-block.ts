import { cellOfField } from '../reports/correction-values.ts'

/**
 * What a block copied from a worksheet says of the fields of a grid, by the key of their cells: its first figure goes
 * to `from`, the others to the right of it and below. What lies outside of the grid is left out; an empty place of the
 * block changes nothing, for it is no zero.
 */
export function pastedInto(root: Element, from: Element, text: string): Readonly<Record<string, string>> {
  const rows = [...root.querySelectorAll('tr')]
    .map((row) => ({ row, fields: [...row.querySelectorAll('input')] }))
    .filter(({ fields }) => fields.length > 0)
  const top = rows.findIndex(({ row }) => row.contains(from))
  const left = rows[top]?.fields.findIndex((field) => from.contains(field)) ?? -1
  if (left < 0) return {}
  const found: Record<string, string> = {}
  for (const [down, line] of text.replace(/\r/g, '').replace(/\n+$/, '').split('\n').entries())
    for (const [right, value] of line.split('\t').entries()) {
      const key = cellOfField(rows[top + down]?.fields[left + right]?.name ?? '')
      if (key !== null && value.trim() !== '') found[key] = value.trim()
    }
  return found
}
