/** Sizes of the text: only the root changes, everything else follows. */
export type TextSize = 'normal' | 'large' | 'larger'

export const textSizes: Readonly<Record<TextSize, string>> = { normal: '标准', large: '大字', larger: '特大' }

/** Name of the search parameter that asks for a size, and of the cookie that keeps it. */
export const textSizeName = 'text'

export const isTextSize = (value: unknown): value is TextSize =>
  typeof value === 'string' && Object.hasOwn(textSizes, value)

/** This page in another size. Whatever else the address says stays. */
export const inTextSize = (path: string, search: string, size: TextSize): string => {
  const query = new URLSearchParams(search)
  query.set(textSizeName, size)
  return `${path}?${query}`
}
