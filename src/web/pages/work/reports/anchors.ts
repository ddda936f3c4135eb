/** Ids on the page of a report: links lead from each to the others, with script and without. */

export const cellId = (key: string): string => `cell-${key}`
export const markId = (mark: number): string => `place-${mark}`
export const saidId = (said: number): string => `said-${said}`
export const findingId = (number: number): string => `finding-${number}`
