import { type EndingKey, endings } from '../../../../office/requests/endings.ts'

/** The ending that a letter is written for, which tells letters of one title apart; null for notices on the way. */
export const endingOf = (kind: string): string | null =>
  Object.hasOwn(endings, kind) ? endings[kind as EndingKey].caption : null
