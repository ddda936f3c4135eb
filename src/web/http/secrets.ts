/** Secrets that are told to people, to be copied from paper. */
import { createHmac } from 'node:crypto'

/** Without letters and digits that are taken for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/**
 * A secret of 80 bits that follows from a key and what it is for: for a call that may be repeated, whose answer has to
 * tell the same secret again although nobody kept it.
 */
export function derivedSecret(key: Uint8Array, purpose: readonly unknown[]): string {
  const bytes = createHmac('sha256', key).update(JSON.stringify(purpose)).digest()
  const letters = Array.from(bytes.subarray(0, 16), (byte) => alphabet[byte % alphabet.length]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}
