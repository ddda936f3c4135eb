import { fields, proactiveItems } from '../../../../law/catalogue.ts'
import { audiences, genres, themes } from '../../../../law/classification.ts'
import { formatChinese } from '../../../../law/day.ts'
import { documentClasses } from '../../../../office/documents/classes.ts'
import { interpretationForms } from '../../../../office/documents/relations.ts'
import type { FormsDesk } from '../../../desk/forms-desk.ts'
import type { Fact } from '../../../ui/facts.tsx'
import type { DocumentContentView } from './open-document.ts'

/** The metadata in the order of the catalogue (目录指引). */
const order = [
  'class',
  'title',
  'docNo',
  'issuer',
  'madeOn',
  'effectiveOn',
  'expiresOn',
  'item',
  'localMatter',
  'theme',
  'genre',
  'field',
  'audiences',
  'keywords',
  'form',
  'contact',
  'abstract',
] as const satisfies readonly (keyof DocumentContentView)[]

type Told = (typeof order)[number]

/** What each of the metadata is called, as the form of a draft says it. */
export type Labels = Readonly<Record<string, string>>

export const metadataLabels = (forms: FormsDesk): Labels =>
  Object.fromEntries((forms.fieldsOf('createDocument') ?? []).map(({ name, label }) => [name, label]))

const words: { readonly [Key in Told]: (value: NonNullable<DocumentContentView[Key]>) => string } = {
  class: (key) => documentClasses[key].caption,
  title: String,
  docNo: String,
  issuer: String,
  madeOn: formatChinese,
  effectiveOn: formatChinese,
  expiresOn: formatChinese,
  item: (key) => proactiveItems[key].caption,
  localMatter: String,
  theme: (key) => themes[key],
  genre: (key) => genres[key],
  field: (key) => fields[key],
  audiences: (keys) => keys.map((key) => audiences[key]).join('、'),
  keywords: (each) => each.join('、'),
  form: (key) => interpretationForms[key],
  contact: String,
  abstract: String,
}

/** One of the metadata in words; empty where nothing is told. */
function said(content: DocumentContentView, key: Told): string {
  const value = content[key]
  return value === null ? '' : (words[key] as (of: typeof value) => string)(value)
}

/** The metadata that are told, without the title that stands above them. */
export const factsOfContent = (content: DocumentContentView, labels: Labels): readonly Fact[] =>
  order.flatMap((key) => {
    const value = key === 'title' ? '' : said(content, key)
    return value === '' ? [] : [{ label: labels[key] ?? key, value }]
  })

export interface ChangedFact {
  readonly key: string
  readonly before: string
  readonly after: string
}

/** The metadata that are others in the second than in the first. */
export const changedFacts = (
  before: DocumentContentView,
  after: DocumentContentView,
): readonly ChangedFact[] =>
  order.flatMap((key) => {
    const [was, is] = [said(before, key), said(after, key)]
    return was === is ? [] : [{ key, before: was, after: is }]
  })
