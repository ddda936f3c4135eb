/** What a report may be about. */
export const reportedPages = { contact: '联系方式', guide: '公开指南', other: '其他页面' } as const

export type ReportedPage = keyof typeof reportedPages

/** Most characters of a report, and of the way to reach who wrote it. */
export const longestReport = 1000
export const longestReach = 100
