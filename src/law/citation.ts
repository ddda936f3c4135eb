import { type ArticleRecord, articles } from './articles.ts'
import { chineseNumeral } from './chinese-numeral.ts'
import type { Day } from './day.ts'
import {
  type Instrument,
  type InstrumentRecord,
  instruments,
  lastChecked,
  type SourceMark,
} from './instruments.ts'

export type { Instrument, SourceMark } from './instruments.ts'

type Article = `§${number}`
type Paragraph = `¶${number}`
type Item = `(${number})`

/**
 * A place in the law: '条例§33' an article (条), '条例§16¶2' a paragraph (款), '条例§36(4)' an item (项),
 * '复议法§23¶1(4)' an item of a paragraph, '年报格式' an instrument as a whole. A misspelt instrument does not
 * compile; a test resolves every citation written anywhere in the source.
 */
export type Citation =
  | Instrument
  | `${Instrument}${Article}`
  | `${Instrument}${Article}${Paragraph}`
  | `${Instrument}${Article}${Item}`
  | `${Instrument}${Article}${Paragraph}${Item}`

export interface CitationParts {
  readonly instrument: Instrument
  readonly article: number | null
  readonly paragraph: number | null
  readonly item: number | null
}

/** What a citation points at, with the state of our knowledge of it. */
export interface Provision {
  readonly citation: Citation
  readonly instrument: InstrumentRecord
  readonly article: ArticleRecord | null
  readonly mark: SourceMark
  readonly checkedOn: Day
}

export type Unresolved = {
  readonly unresolved: 'notACitation' | 'unknownArticle' | 'unknownParagraph' | 'unknownItem'
}

const shape = /^(?<instrument>[^§¶()]+?)(?:§(?<article>\d+)(?:¶(?<paragraph>\d+))?(?:\((?<item>\d+)\))?)?$/

/** The parts of a citation, or null where the text is none. Does not ask whether the article is known. */
export function parseCitation(text: string): CitationParts | null {
  const groups = shape.exec(text)?.groups
  const instrument = groups?.instrument
  if (instrument === undefined || !Object.hasOwn(instruments, instrument)) return null
  const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits))
  return {
    instrument: instrument as Instrument,
    article: number(groups?.article),
    paragraph: number(groups?.paragraph),
    item: number(groups?.item),
  }
}

/** Looks a citation up in the index. A paragraph or item is refused only where their number is known. */
export function resolveCitation(text: string): Provision | Unresolved {
  const parts = parseCitation(text)
  if (parts === null) return { unresolved: 'notACitation' }
  const instrument = instruments[parts.instrument]
  const found = { citation: text as Citation, instrument, checkedOn: lastChecked }
  if (parts.article === null) return { ...found, article: null, mark: instrument.mark }

  const article = articles[parts.instrument]?.[parts.article]
  if (article === undefined) return { unresolved: 'unknownArticle' }
  if (!hasParagraph(article, parts.paragraph)) return { unresolved: 'unknownParagraph' }
  if (!hasItem(article, parts.paragraph, parts.item)) return { unresolved: 'unknownItem' }
  return { ...found, article, mark: article.mark ?? instrument.mark }
}

/** For staff: the citation as it is written in the code, 条例§33. */
export function formatCitation(citation: Citation): string {
  return citation
}

/** For letters and public pages: 《政府信息公开条例》第三十三条第二款. */
export function formatCitationForPublic(citation: Citation): string {
  const parts = parseCitation(citation)
  if (parts === null) return citation
  const { name, number } = instruments[parts.instrument]
  const title = `《${name
    .replace(/^中华人民共和国/, '')
    .replace('《', '〈')
    .replace('》', '〉')}》`
  if (parts.article === null) return number === null ? title : `${title}（${number}）`
  const article = `第${chineseNumeral(parts.article)}条`
  const paragraph = parts.paragraph === null ? '' : `第${chineseNumeral(parts.paragraph)}款`
  const item = parts.item === null ? '' : `第（${chineseNumeral(parts.item)}）项`
  return `${title}${article}${paragraph}${item}`
}

function hasParagraph(article: ArticleRecord, paragraph: number | null): boolean {
  if (paragraph === null) return true
  return paragraph >= 1 && (article.paragraphs === undefined || paragraph <= article.paragraphs)
}

/** Without a paragraph an item must be unmistakable: only one paragraph of the article may have items. */
function hasItem(article: ArticleRecord, paragraph: number | null, item: number | null): boolean {
  if (item === null) return true
  const counts = Object.entries(article.items ?? {}).filter(
    ([where]) => paragraph === null || Number(where) === paragraph,
  )
  return counts.length === 1 && item >= 1 && item <= counts[0]![1]
}
