/** Form of a letter's number in words. */
export const letterNumberForm = '机关代字〔年份〕序号号'

/**
 * Whether a text is a letter's number (发文字号): year in full in 〔〕, no 第 before the running number and no leading
 * nought (GB/T 9704-2012, 7.2.5). Patterns of organs are held to it, so that what they give can be sealed.
 */
export function isLetterNumber(text: string | undefined): text is string {
  return text !== undefined && /^[^\s〔〕]*[^\s〔〕第]〔(?:19|2\d)\d{2}〕[1-9]\d*号$/.test(text)
}
