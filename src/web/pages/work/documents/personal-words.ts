import { type PersonalKind, personalKinds } from '../../../../office/attachments/personal-data.ts'

/** What of personal data was found in a text, in words: 手机号码 2 处、银行卡号 1 处. */
export const personalWords = (personal: Readonly<Record<string, number>>): string =>
  Object.entries(personal)
    .map(([kind, count]) => `${personalKinds[kind as PersonalKind] ?? kind} ${count} 处`)
    .join('、')
