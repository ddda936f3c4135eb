/**
 * Marks of classification (密级标志). A paper that bears one has no place in a system on the network at all, so it
 * is refused before anything is stored (保密法); a sentence that speaks of such marks is only pointed out.
 */

const starred = /(?:绝密|机密|秘密)★|★(?:绝密|机密|秘密)/
const labelled = /^密级(?:和保密期限)?[:：](?:绝密|机密|秘密)/
const quoted = /[“”"'‘’「」『』《》〈〉]/
/** A mark stands on a line of its own, with the copy number or the urgency at most. */
const longestMark = 30

/** Whether the text bears a mark, speaks of one, or neither. Spaces within a mark are how it is printed. */
export function secrecyMarkIn(text: string): 'mark' | 'mention' | null {
  if (!/[★密]/.test(text) || !/密/.test(text)) return null
  let mention = false
  for (const line of text.split(/[\r\n]+/)) {
    const squeezed = line.replace(/\s+/g, '')
    if (labelled.test(squeezed) && squeezed.length <= longestMark) return 'mark'
    if (!starred.test(squeezed)) continue
    if (squeezed.length <= longestMark && !quoted.test(squeezed)) return 'mark'
    mention = true
  }
  return mention ? 'mention' : null
}

/** A file name that calls its content secret, as in 关于……的通知（机密）.docx. */
export function secrecyMarkInName(name: string): boolean {
  return starred.test(name) || /[【（([](?:绝密|机密|秘密)[】）)\]]/.test(name)
}
