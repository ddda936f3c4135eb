/** Addresses of the public pages of proactive disclosure; what was given out once stays. */
import { pathOfDocument } from '../../../office/documents/address.ts'
import type { ColumnKey } from '../../../office/documents/columns.ts'

export const homeHref = (organ: string): string => `/organs/${encodeURIComponent(organ)}`

const below =
  (place: string) =>
  (organ: string, id?: string): string =>
    `${homeHref(organ)}/${place}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`

/** 政府信息公开指南. */
export const guideHref = below('guide')
/** An earlier version of it. */
export const guideVersionHref = (organ: string, number: number): string =>
  `${guideHref(organ)}/versions/${number}`
/** 联系方式和投诉、举报. */
export const contactHref = below('contact')
/** 政府信息公开制度. */
export const institutionsHref = below('institutions')
/** 规章和规范性文件目录. */
export const registerHref = below('register')
/** 公开征求意见: all of them, or one. */
export const callsHref = below('calls')
/** 专题: all of them, or one. */
export const specialsHref = below('specials')
/** 纠错、举报: the form, or what became of one. */
export const correctionsHref = below('corrections')
export const openDataHref = below('open-data')
export const columnHref: (organ: string, column: ColumnKey) => string = below('columns')

const asked = (path: string, query: Readonly<Record<string, string>>): string => {
  const search = new URLSearchParams(query)
  return search.size === 0 ? path : `${path}?${search}`
}

/** 法定主动公开内容, as far as the query narrows it. */
export const documentsHref = (organ: string, query: Readonly<Record<string, string>> = {}): string =>
  asked(below('documents')(organ), query)

/** 政策文件库 of all organs, or of one. */
export const policiesHref = (query: Readonly<Record<string, string>> = {}): string =>
  asked('/policies', query)

/** A version of a document; without a number the one that is read now. */
export const versionHref = (organ: string, id: string, number?: number): string =>
  pathOfDocument(organ, id) + (number === undefined ? '' : `/versions/${number}`)

export const paperFormats = { pdf: 'PDF', docx: 'Word' } as const
export type PaperFormatKey = keyof typeof paperFormats

export const paperHref = (organ: string, id: string, number: number, format: PaperFormatKey): string =>
  `${versionHref(organ, id, number)}/papers/${format}`

export const fileHref = (organ: string, id: string, file: string): string =>
  `${pathOfDocument(organ, id)}/files/${encodeURIComponent(file)}`

/** The form on which an error in a document is reported. */
export const correctionOfHref = (organ: string, document: string): string =>
  asked(correctionsHref(organ), { document })

/** What can be subscribed to. `of`: the page that the feed follows; the empty text for the whole site. */
export const feedHref = (of: string, format: FeedFormat): string => `${of}/feed.${format}`

export const feedFormats = {
  atom: { caption: 'Atom', type: 'application/atom+xml' },
  rss: { caption: 'RSS', type: 'application/rss+xml' },
} as const
export type FeedFormat = keyof typeof feedFormats

/** The list of what is public, for machines; `year`: of publication. */
export const dataFileHref = (organ: string, format: 'csv' | 'json', year?: number): string =>
  `${openDataHref(organ)}/documents${year === undefined ? '' : `-${year}`}.${format}`

export const sitemapHref = (organ: string, year?: number): string =>
  `${homeHref(organ)}/${year === undefined ? 'sitemap' : `sitemaps/${year}`}.xml`
