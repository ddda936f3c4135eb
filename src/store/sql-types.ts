/**
 * How values of the database are read, on both databases alike.
 *
 * A civil day stays the text it is: the drivers' own reading makes a Date of it, at midnight of whatever zone the
 * process runs in. Instants come as ISO 8601 in UTC with milliseconds.
 */

export type Reader = (text: string) => unknown

/** By the type's object id in PostgreSQL's catalogue. */
export const readers: Readonly<Record<number, Reader>> = {
  17: readBytes,
  20: readInteger,
  114: JSON.parse,
  1082: (text) => text,
  1114: (text) => text,
  1184: readMoment,
  1700: (text) => text,
  3802: JSON.parse,
}

/** What a connection must be told so that the texts read here are the ones written. */
export const sessionSettings: readonly string[] = [
  "set datestyle to 'ISO, YMD'",
  "set timezone to 'UTC'",
  "set bytea_output to 'hex'",
]

/** int8 as a number; beyond what a number holds exactly, as a bigint rather than a wrong number. */
function readInteger(text: string): number | bigint {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : BigInt(text)
}

/** '2026-11-22 04:22:23.1+00' -> '2026-11-22T04:22:23.100Z'. */
function readMoment(text: string): string {
  const offset = /[+-]\d\d$/.test(text) ? `${text}:00` : text
  return new Date(offset.replace(' ', 'T')).toISOString()
}

function readBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'))
}
