/** Text that no database keeps and no screen shows: NUL, and halves of characters. */

const unkeepable = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed()

/** Where such a text stands in what was sent, as a path; null where there is none. */
export function unkeepableIn(sent: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof sent === 'string') return unkeepable(sent) ? path : null
  if (typeof sent !== 'object' || sent === null) return null
  for (const [key, value] of Object.entries(sent)) {
    if (unkeepable(key)) return path
    const found = unkeepableIn(value, [...path, key])
    if (found !== null) return found
  }
  return null
}

/** Whether a part of an address can be an id of ours: printable, without blanks. */
export const isId = (text: string): boolean => /^[\x21-\x7e]{1,200}$/.test(text)
