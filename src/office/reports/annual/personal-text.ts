import { type PersonalKind, personalKinds, scanPersonalData } from '../../attachments/personal-data.ts'
import { type AnnualRefusal, refuse } from './refusal.ts'

/** How an organ is reached, which its report says. */
const organsHave: ReadonlySet<PersonalKind> = new Set(['landline', 'email'])

/** What of a person stands in the text of a report, in words; empty where nothing was found. */
export const personalKindsIn = (text: string): readonly string[] => [
  ...new Set(
    scanPersonalData(text)
      .filter(({ kind }) => !organsHave.has(kind))
      .map(({ kind }) => personalKinds[kind]),
  ),
]

/** The log cannot be erased, so that nothing personal may get into it by way of a remark. */
export function personalTextIn(texts: readonly (string | null)[]): AnnualRefusal | null {
  const found = texts.flatMap((text) => (text === null ? [] : personalKindsIn(text)))
  return found.length === 0
    ? null
    : refuse(
        'personalData',
        `说明中有${[...new Set(found)].join('、')}，不得写入办理记录，请删去后再提交。`,
        '个保法§6',
      )
}
