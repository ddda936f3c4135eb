import type { Letter } from '../../writer/letter.ts'
import type { Unit } from '../ports.ts'
import type { RequestState } from '../requests/index.ts'
import { digestOf, letterIn } from './sealed-letter.ts'

/** Why there is no letter to be had. */
export interface NoLetter {
  readonly failure: 'unknownLetter' | 'erasedLetter' | 'alteredLetter'
  readonly message: string
}

const messages: Readonly<Record<NoLetter['failure'], string>> = {
  unknownLetter: '卷内没有这份文书，请核对。',
  erasedLetter: '这份文书的内容已经依法删除，无法查看。',
  alteredLetter:
    '留存的文书与办理记录中的校验值不一致，可能被改动，不能使用；请立即报告安全管理员、审计管理员核查。',
}

export const noLetter = (failure: NoLetter['failure']): NoLetter => ({ failure, message: messages[failure] })

/** A letter of the request by its id in the vault, if it is, to the letter, what the log vouches for. */
export async function openLetter(
  { vault }: Pick<Unit, 'vault'>,
  { letters }: Pick<RequestState, 'letters'>,
  letterId: string,
): Promise<Letter | NoLetter> {
  const issued = letters.find(({ letter }) => letter === letterId)
  if (issued === undefined) return noLetter('unknownLetter')
  const entry = await vault.open(letterId)
  if (entry !== null && 'failure' in entry) return noLetter('erasedLetter')
  const letter = entry && letterIn(entry)
  return letter !== null && digestOf(letter) === issued.digest ? letter : noLetter('alteredLetter')
}
