/** The formats a report can be written in. */
export const writeFormats = ['html', 'docx', 'pdf', 'xlsx', 'csv', 'md', 'json'] as const
export type WriteFormat = (typeof writeFormats)[number]
