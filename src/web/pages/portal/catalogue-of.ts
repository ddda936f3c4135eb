/** The catalogue of published reports for machines: DCAT 3 as JSON-LD (https://www.w3.org/TR/vocab-dcat-3/). Pure. */
import type { AnsweredBy } from '../../desk/api.ts'
import { catalogueHref, publicFormats, publishedFileHref, publishedHref } from './annual-report-href.ts'

type Row = AnsweredBy<'listPublishedDataSets'>['rows'][number]

/** The formats a machine reads; the others are the same for people. */
const machine: ReadonlySet<string> = new Set(['csv', 'json', 'xlsx'])

/** `origin`: where we are reached. Every report is a data set, and every version of it in every format a distribution. */
export const catalogueOf = (rows: readonly Row[], origin: string): object => {
  const at = (path: string) => new URL(path, origin).href
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': at(catalogueHref),
    '@type': 'dcat:Catalog',
    'dct:title': '政府信息公开工作年度报告',
    'dct:language': 'zh-CN',
    'dcat:dataset': rows.map(({ organ, year, title, versions }) => ({
      '@id': at(publishedHref(organ.id, year)),
      '@type': 'dcat:Dataset',
      'dct:identifier': `${organ.code}/${year}`,
      'dct:title': title,
      'dct:language': 'zh-CN',
      'dct:publisher': {
        '@type': 'foaf:Organization',
        'foaf:name': organ.name,
        'dct:identifier': organ.code,
      },
      'dct:issued': date(versions[0]!.publishedOn),
      'dct:modified': date(versions.at(-1)!.publishedOn),
      'dct:temporal': {
        '@type': 'dct:PeriodOfTime',
        'dcat:startDate': date(`${year}-01-01`),
        'dcat:endDate': date(`${year}-12-31`),
      },
      'dcat:landingPage': { '@id': at(publishedHref(organ.id, year)) },
      'dcat:distribution': versions.flatMap(({ number, publishedOn }) =>
        publicFormats
          .filter(({ format }) => machine.has(format))
          .map(({ format, label, type }) => ({
            '@id': at(publishedFileHref(organ.id, year, number, format)),
            '@type': 'dcat:Distribution',
            'dct:title': `${label}，第${number}版`,
            'dct:issued': date(publishedOn),
            'dcat:version': String(number),
            'dcat:mediaType': type,
            'dcat:downloadURL': { '@id': at(publishedFileHref(organ.id, year, number, format)) },
          })),
      ),
    })),
  }
}

const date = (day: string) => ({ '@type': 'xsd:date', '@value': day })
