/** What becomes of an opinion on a draft (采纳情况). */
export const adoptions = { yes: '采纳', partly: '部分采纳', no: '未采纳' } as const

/** What a report of an error turned out to be. */
export const findingsOfReports = {
  upheld: '情况属实，已经改正',
  partly: '部分属实',
  groundless: '情况不属实',
} as const
