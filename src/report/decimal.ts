/**
 * Exact sums of decimal figures. A figure read from a report is a JavaScript number whose shortest decimal form
 * is what was printed; sums are taken over that form, so that 0.1 + 0.2 is 0.3.
 */

interface Scaled {
  readonly digits: bigint
  readonly scale: number
}

const parse = (value: number): Scaled => {
  const text = String(value)
  if (/e/i.test(text)) return { digits: BigInt(Math.round(value)), scale: 0 }
  const [whole = '0', fraction = ''] = text.split('.')
  return { digits: BigInt(whole + fraction), scale: fraction.length }
}

/** Exact sum of finite figures; 0 for none. */
export const sum = (values: readonly number[]): number => {
  if (values.every(Number.isSafeInteger)) {
    const plain = values.reduce((a, b) => a + b, 0)
    if (Number.isSafeInteger(plain)) return plain
  }
  const parts = values.map(parse)
  const scale = Math.max(0, ...parts.map((p) => p.scale))
  const digits = parts.reduce((all, p) => all + p.digits * 10n ** BigInt(scale - p.scale), 0n)
  return Number(`${digits}e-${scale}`)
}

/** Exact difference a - b. */
export const difference = (a: number, b: number): number => sum([a, -b])
