/**
 * One text for one value, whatever the order in which its keys were written or the database gives them back: keys
 * sorted by code unit, no white space, numbers and strings as JSON.stringify writes them (RFC 8785 in substance).
 *
 * Throws a TypeError on what JSON cannot say or the database cannot keep: a number that is not finite, NUL, half
 * of a surrogate pair, an object that is not plain. Properties that are undefined are left out, as JSON does.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} is no JSON number`)
    return JSON.stringify(value)
  }
  if (typeof value === 'string') return text(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && isPlain(value)) {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, member]) => `${text(key)}:${canonical(member)}`).join(',')}}`
  }
  throw new TypeError(`A value of type ${typeof value} cannot be recorded`)
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function text(value: string): string {
  if (!value.isWellFormed() || value.includes('\0'))
    throw new TypeError('Text with NUL or half of a surrogate pair cannot be recorded')
  return JSON.stringify(value)
}
