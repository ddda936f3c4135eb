import { checkCreditCode } from '../../law/identity-numbers.ts'

export type CodeFault = 'shape' | 'checkCharacter' | 'notOrgan' | 'numberFormat'

/**
 * The stable code of an organ: its unified social credit code (GB 32100), or the older organisation code of nine
 * places (GB 11714), written without its stroke. Lists are matched by it and never by name: names change.
 */
export function readOrganCode(text: string): { readonly code: string } | { readonly fault: CodeFault } {
  const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  // A spreadsheet that took the code for a number has rounded it; nothing can be made of it.
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(text.trim().toUpperCase())) return { fault: 'numberFormat' }
  if (code.length === 9) {
    const fault = checkOrganisationCode(code)
    return fault === null ? { code } : { fault }
  }
  const fault = checkCreditCode(code)
  if (fault !== null) return { fault }
  // First character: the registering authority. 3 is court and procuracy; 9 industry and commerce.
  return /^[12345ANY]/.test(code) ? { code } : { fault: 'notOrgan' }
}

export const codeFaults: Readonly<Record<CodeFault, string>> = {
  shape: '应为18位统一社会信用代码或者9位组织机构代码，位数或者字符不对（开头的0可能被表格软件去掉了）',
  checkCharacter: '校验码不符，请核对',
  notOrgan: '是企业等市场主体的代码，不是机关的代码',
  numberFormat: '被表格软件当作数字改写了，请将该列设为文本格式后重新填写',
}

const weights = [3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11714: eight characters and a check character, MOD 11. Null when sound. */
export function checkOrganisationCode(code: string): Extract<CodeFault, 'shape' | 'checkCharacter'> | null {
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return 'shape'
  let sum = 0
  for (const [place, weight] of weights.entries()) sum += Number.parseInt(code[place]!, 36) * weight
  const check = 11 - (sum % 11)
  return code[8] === (check === 10 ? 'X' : check === 11 ? '0' : String(check)) ? null : 'checkCharacter'
}
