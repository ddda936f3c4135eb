/** A document as machines read it in its page: schema.org in JSON-LD. Pure. */
import { documentClasses } from '../../../office/documents/classes.ts'
import { fileHref, paperFormats, paperHref } from './portal-href.ts'
import type { WholeDocument } from './published-document.ts'

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const inForce = {
  inForce: 'InForce',
  notYet: 'NotInForce',
  expired: 'NotInForce',
  repealed: 'NotInForce',
  superseded: 'NotInForce',
}

/** `origin`: where we are reached. What binds is legislation, all else a digital document. */
export function documentData(document: WholeDocument, origin: string): object {
  const { organ, id, version, validity, files } = document
  const at = (path: string) => new URL(path, origin).href
  const binds = documentClasses[document.class].binds
  const copies = Object.entries(types).map(([format, encodingFormat]) => ({
    '@type': 'MediaObject',
    name: paperFormats[format as keyof typeof paperFormats],
    contentUrl: at(paperHref(organ, id, version, format as keyof typeof paperFormats)),
    encodingFormat,
  }))
  const enclosed = files.map(({ id: file, name, type }) => ({
    '@type': 'MediaObject',
    name,
    contentUrl: at(fileHref(organ, id, file)),
    encodingFormat: type,
  }))
  return {
    '@context': 'https://schema.org',
    '@type': binds ? 'Legislation' : 'DigitalDocument',
    '@id': at(document.path),
    url: at(document.path),
    name: document.title,
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    identifier: document.indexNo,
    publisher: { '@type': 'GovernmentOrganization', name: document.publisher },
    creator: { '@type': 'GovernmentOrganization', name: document.issuer },
    dateCreated: document.madeOn,
    datePublished: document.publishedOn,
    dateModified: document.updatedOn,
    version,
    about: document.keywords,
    ...(document.abstract !== '' && { abstract: document.abstract }),
    ...(binds && {
      legislationIdentifier: document.docNo,
      legislationDate: document.madeOn,
      temporalCoverage: `${document.effectiveOn ?? '..'}/${document.expiresOn ?? '..'}`,
      ...(validity !== null && { legislationLegalForce: `https://schema.org/${inForce[validity]}` }),
    }),
    encoding: [...copies, ...enclosed],
  }
}
