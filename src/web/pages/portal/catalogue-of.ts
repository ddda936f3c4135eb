/** The catalogue of what is public for machines, lists of documents and reports: DCAT 3 as JSON-LD (https://www.w3.org/TR/vocab-dcat-3/). Pure. */
import type { AnsweredBy } from '../../desk/api.ts'
import { catalogueHref, publicFormats, publishedFileHref, publishedHref } from './annual-report-href.ts'
import { dataFileHref, documentsHref, openDataHref } from './portal-href.ts'

type Row = AnsweredBy<'listPublishedDataSets'>['rows'][number]

/** The formats a machine reads; the others are the same for people. */
const machine: ReadonlySet<string> = new Set(['csv', 'json', 'xlsx'])

/** An organ and the list of its documents. */
type List = AnsweredBy<'listPublicOrgans'>['rows'][number]

/** `origin`: where we are reached. An organ's list is a data set; every report is a data set, and every version of it in every format a distribution. */
export const catalogueOf = (lists: readonly List[], rows: readonly Row[], origin: string): object => {
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
    'dct:title': '政府信息公开：公开信息目录和年度报告',
    'dct:language': 'zh-CN',
    'dcat:dataset': [...lists.map(list), ...rows.map(report)],
  }

  function publisher({ code, name }: { readonly code: string; readonly name: string }) {
    return { '@type': 'foaf:Organization', 'foaf:name': name, 'dct:identifier': code }
  }

  function list(organ: List) {
    return {
      '@id': at(documentsHref(organ.id)),
      '@type': 'dcat:Dataset',
      'dct:identifier': `${organ.code}/documents`,
      'dct:title': `${organ.name}公开信息目录`,
      'dct:language': 'zh-CN',
      'dct:publisher': publisher(organ),
      'dcat:landingPage': { '@id': at(openDataHref(organ.id)) },
      'dcat:distribution': listFormats.map(({ format, type }) => ({
        '@id': at(dataFileHref(organ.id, format)),
        '@type': 'dcat:Distribution',
        'dct:title': format.toUpperCase(),
        'dcat:mediaType': type,
        'dcat:downloadURL': { '@id': at(dataFileHref(organ.id, format)) },
      })),
    }
  }

  function report({ organ, year, title, versions }: Row) {
    return {
      '@id': at(publishedHref(organ.id, year)),
      '@type': 'dcat:Dataset',
      'dct:identifier': `${organ.code}/${year}`,
      'dct:title': title,
      'dct:language': 'zh-CN',
      'dct:publisher': publisher(organ),
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
    }
  }
}

const listFormats = publicFormats.flatMap(({ format, type }) =>
  format === 'csv' || format === 'json' ? [{ format, type } as const] : [],
)

const date = (day: string) => ({ '@type': 'xsd:date', '@value': day })
