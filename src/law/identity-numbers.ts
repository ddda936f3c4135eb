import { isDay } from './day.ts'

export type NumberFault = 'shape' | 'birthDate' | 'checkCharacter'

/**
 * Whether an 18-place citizen identity number (GB 11643) is well formed: 17 digits and a check character, a real
 * date of birth, ISO 7064 MOD 11-2. It says nothing of whether the number was issued. Null when sound.
 */
export function checkResidentId(number: string): NumberFault | null {
  const text = number.trim().toUpperCase()
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return 'shape'
  if (!isDay(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`)) return 'birthDate'
  return text[17] === residentCheckCharacter(text) ? null : 'checkCharacter'
}

/**
 * Whether an 18-place unified social credit code (GB 32100) is well formed: its 31 characters (no I, O, S, V, Z)
 * and the check character, MOD 31 with weights 3^i. Null when sound.
 */
export function checkCreditCode(code: string): Exclude<NumberFault, 'birthDate'> | null {
  const text = code.trim().toUpperCase()
  if (!/^[0-9A-HJ-NP-RT-UWXY]{2}\d{6}[0-9A-HJ-NP-RT-UWXY]{10}$/.test(text)) return 'shape'
  return text[17] === creditCheckCharacter(text) ? null : 'checkCharacter'
}

/** ISO 7064 pure system MOD 11-2, Horner fashion: the check character makes the whole congruent to 1. */
function residentCheckCharacter(text: string): string {
  let sum = 0
  for (const digit of text.slice(0, 17)) sum = ((sum + Number(digit)) * 2) % 11
  const check = (12 - sum) % 11
  return check === 10 ? 'X' : String(check)
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

function creditCheckCharacter(text: string): string {
  let [sum, weight] = [0, 1]
  for (const character of text.slice(0, 17)) {
    sum += creditAlphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return creditAlphabet[(31 - (sum % 31)) % 31]!
}
