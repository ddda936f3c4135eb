/** The documents of an organ, as its staff work on them. */
export const documentsHref = (organ: string): string => `/work/${encodeURIComponent(organ)}/documents`

/** Where a new document is drafted: of a class, and what it explains, where it explains something. */
export const newDocumentHref = (organ: string, of?: { class: string; interprets?: string }): string =>
  `${documentsHref(organ)}/new${of === undefined ? '' : `?${new URLSearchParams(of)}`}`

export const documentHref = (organ: string, id: string): string =>
  `${documentsHref(organ)}/${encodeURIComponent(id)}`

/** A page about a document: its files, its links, a step. */
export const documentPageHref = (organ: string, id: string, page: string): string =>
  `${documentHref(organ, id)}/${page}`

export const documentFileHref = (organ: string, id: string, file: string): string =>
  `${documentPageHref(organ, id, 'files')}/${encodeURIComponent(file)}`
