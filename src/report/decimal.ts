/**
 * Exact sums of decimal figures. A figure read from a report is a JavaScript number whose shortest decimal form
 * is what was printed; sums are taken over that form, so that 0.1 + 0.2 is 0.3.
 */

interface Scaled {
  readonly digits: bigint
  readonly scale: number
}

const parse = (value: number): Scaled => {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale }
}

/** Exact sum of finite figures; 0 for none. */
export const sum = (values: readonly number[]): number => {
  let plain = 0
  for (const value of values) plain += Number.isInteger(value) ? value : Number.NaN
  if (Number.isSafeInteger(plain) && values.every(Number.isSafeInteger)) return plain
  const parts = values.map(parse)
  const scale = Math.max(0, ...parts.map((p) => p.scale))
  const digits = parts.reduce((all, p) => all + p.digits * 10n ** BigInt(scale - p.scale), 0n)
  return Number(`${digits}e-${scale}`)
}

/** Exact difference a - b. */
export const difference = (a: number, b: number): number => sum([a, -b])
