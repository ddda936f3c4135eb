import { disclosureHref } from './disclosure-href.ts'

/** Where the personal data in the text of a document are masked, one by one. */
export const masksHref = (organ: string, document: string): string =>
  `${disclosureHref(organ)}/masks/${encodeURIComponent(document)}`
