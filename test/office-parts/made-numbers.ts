/** Numbers that pass every check and belong to nobody: places, dates and serials as the test gives them. */

/** A citizen identity number. With `wanted` the serial is moved on until the check character is that. */
export function residentId(region: string, birth: string, serial: string, wanted?: string): string {
  for (let i = 0; i < 1000; i++) {
    const body = region + birth + String((Number(serial) + i) % 1000).padStart(3, '0')
    let sum = 0
    for (const [place, digit] of [...body].entries()) sum += Number(digit) * (2 ** (17 - place) % 11)
    const check = '10X98765432'[sum % 11]!
    if (wanted === undefined || check === wanted) return body + check
  }
  throw new Error('no such number')
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A unified social credit code from its first seventeen characters. */
export function creditCode(body: string): string {
  let sum = 0
  for (const [place, character] of [...body].entries()) sum += alphabet.indexOf(character) * (3 ** place % 31)
  return body + alphabet[(31 - (sum % 31)) % 31]
}

/** A card number from all but its last digit. */
export function luhnCard(body: string): string {
  const digits = [...body].reverse().map(Number)
  const sum = digits.reduce((all, digit, i) => {
    const weighed = i % 2 === 0 ? digit * 2 : digit
    return all + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return body + String((10 - (sum % 10)) % 10)
}

/** An organ code (GB 11714) from its first eight characters. */
export function organCode(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = [...body].reduce((all, character, i) => all + Number.parseInt(character, 36) * weights[i]!, 0)
  const check = 11 - (sum % 11)
  return body + (check === 10 ? 'X' : check === 11 ? '0' : String(check))
}
