/** What a document says and is: its metadata (目录指引) and what was found in its text. Plain data of an event. */

import {
  type FieldKey,
  fields,
  localItems,
  type ProactiveItemKey,
  proactiveItems,
} from '../../law/catalogue.ts'
import type { Citation } from '../../law/citation.ts'
import type { AudienceKey, GenreKey, ThemeKey } from '../../law/classification.ts'
import type { Day } from '../../law/day.ts'
import { zh } from '../../law/glossary.ts'
import { type DocumentClass, documentClasses } from './classes.ts'
import type { InterpretationForm } from './relations.ts'

/** The text as it was found when it was taken in; the text itself lies sealed under its hash. */
export interface BodyFacts {
  /** SHA-256 of the HTML, hex. */
  readonly hash: string
  /** Characters that can be read. */
  readonly length: number
  /** Its beginning, masked. */
  readonly excerpt: string
  /** Addresses it leads to, each once. */
  readonly links: readonly string[]
  /** 发文字号 it speaks of. */
  readonly quotes: readonly string[]
  /** How often each kind of personal data was found. */
  readonly personal: Readonly<Record<string, number>>
}

export interface DocumentContent {
  readonly class: DocumentClass
  readonly title: string
  readonly abstract: string
  /** 发文字号 as the standard writes it. */
  readonly docNo: string | null
  /** 发文机关; several are divided by 、. */
  readonly issuer: string
  /** 成文日期: when it was made or changed, from which the days to publication run (条例§26). */
  readonly madeOn: Day | null
  readonly effectiveOn: Day | null
  /** Last day of validity. */
  readonly expiresOn: Day | null
  readonly item: ProactiveItemKey
  /** Matter of 条例§21, in the words of the article. */
  readonly localMatter: string | null
  readonly field: FieldKey | null
  readonly theme: ThemeKey | null
  readonly genre: GenreKey | null
  readonly audiences: readonly AudienceKey[]
  readonly keywords: readonly string[]
  /** Whom to ask: unit and telephone of the office. */
  readonly contact: string
  /** Of an interpretation. */
  readonly form: InterpretationForm | null
  readonly body: BodyFacts | null
}

/** A file of the document that went through the gate, or has to. */
export interface DocumentFile {
  readonly id: string
  readonly hash: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly cleared: boolean
}

export const localMatters: readonly string[] = [
  ...new Set([...localItems.cityOrCounty.matters, ...localItems.township.matters]),
]

/** Something the catalogue wants told and the content does not tell. */
export interface MissingMetadata {
  readonly field: keyof DocumentContent
  readonly caption: string
  readonly cites: readonly Citation[]
}

const needed: readonly (MissingMetadata & { readonly missing: (content: DocumentContent) => boolean })[] = [
  { field: 'title', caption: '标题', cites: ['条例§12¶3', '目录指引'], missing: ({ title }) => title === '' },
  {
    field: 'body',
    caption: '正文',
    cites: ['条例§24'],
    missing: ({ body }) => body === null || body.length === 0,
  },
  { field: 'issuer', caption: '发文机关', cites: ['目录指引'], missing: ({ issuer }) => issuer === '' },
  {
    field: 'madeOn',
    caption: '成文日期',
    cites: ['条例§12¶3', '条例§26'],
    missing: ({ madeOn }) => madeOn === null,
  },
  { field: 'theme', caption: zh('theme'), cites: ['目录指引'], missing: ({ theme }) => theme === null },
  { field: 'genre', caption: zh('genre'), cites: ['目录指引'], missing: ({ genre }) => genre === null },
  {
    field: 'docNo',
    caption: zh('docNumber'),
    cites: ['目录指引', '公文格式'],
    missing: ({ class: of, docNo }) => (of === 'normative' || of === 'rule') && docNo === null,
  },
  {
    field: 'effectiveOn',
    caption: '施行日期',
    cites: ['规范性文件通知'],
    missing: ({ class: of, effectiveOn }) => (of === 'normative' || of === 'rule') && effectiveOn === null,
  },
  {
    field: 'form',
    caption: '解读形式',
    cites: ['政务公开细则'],
    missing: ({ class: of, form }) => of === 'interpretation' && form === null,
  },
]

/** Metadata that are wanting. Pure. */
export function missingMetadata(content: DocumentContent): readonly MissingMetadata[] {
  return needed.filter(({ missing }) => missing(content)).map(({ missing: _, ...told }) => told)
}

/** A new document of a class with nothing told yet. */
export function blankContent(of: DocumentClass): DocumentContent {
  return {
    class: of,
    title: '',
    abstract: '',
    docNo: null,
    issuer: '',
    madeOn: null,
    effectiveOn: null,
    expiresOn: null,
    item: documentClasses[of].item,
    localMatter: null,
    field: null,
    theme: null,
    genre: null,
    audiences: [],
    keywords: [],
    contact: '',
    form: null,
    body: null,
  }
}

/** The captions of item and field, for lists. */
export const itemCaption = (item: ProactiveItemKey): string => proactiveItems[item].caption
export const fieldCaption = (field: FieldKey): string => fields[field]
