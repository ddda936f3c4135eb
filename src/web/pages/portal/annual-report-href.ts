/** Addresses of published annual reports; they stay what they are. */

/** 政府信息公开年报 of an organ: all years. */
export const reportsColumnHref = (organ: string): string =>
  `/organs/${encodeURIComponent(organ)}/annual-reports`

/** The report of a year as it is in force, or one of its versions. */
export const publishedHref = (organ: string, year: number, version?: number): string =>
  `${reportsColumnHref(organ)}/${year}${version === undefined ? '' : `/versions/${version}`}`

export const publishedFileHref = (organ: string, year: number, version: number, format: string): string =>
  `${publishedHref(organ, year, version)}/files/${format}`

/** What everybody can take along: for reading, for a spreadsheet, for machines. */
export const publicFormats = [
  {
    format: 'docx',
    label: 'Word',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  { format: 'pdf', label: 'PDF', type: 'application/pdf' },
  {
    format: 'xlsx',
    label: 'Excel',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { format: 'csv', label: 'CSV', type: 'text/csv' },
  { format: 'json', label: 'JSON', type: 'application/json' },
] as const

/** The catalogue of all data sets. */
export const catalogueHref = '/data/catalogue.jsonld'
