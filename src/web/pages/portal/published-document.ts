import type { ReactNode } from 'react'
import { fields, proactiveItems } from '../../../law/catalogue.ts'
import { type AttributeKey, attributes, audiences, genres, themes } from '../../../law/classification.ts'
import type { Day } from '../../../law/day.ts'
import { formatChinese } from '../../../law/day.ts'
import { publicationChannels } from '../../../office/documents/channels.ts'
import { documentClasses } from '../../../office/documents/classes.ts'
import { interpretationForms } from '../../../office/documents/relations.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import type { Fact } from '../../ui/facts.tsx'

export type PublishedAnswer = AnsweredBy<'readPublished'>
export type WholeDocument = NonNullable<PublishedAnswer['document']>
export type Related = WholeDocument['related'][number]

const day = (value: Day | null): string => (value === null ? '' : formatChinese(value))

/** The table of metadata over a document (目录指引), without what is not known. `validity`: as the page marks it. */
export function metadataOf(
  document: WholeDocument,
  validity: ReactNode,
  attribute: AttributeKey = 'proactive',
): readonly Fact[] {
  const { theme, genre, field, form } = document
  return [
    { label: '索引号', value: document.indexNo ?? '' },
    { label: '发文字号', value: document.docNo ?? '' },
    { label: '发文机关', value: document.issuer },
    { label: '发布机构', value: document.publisher },
    { label: '成文日期', value: day(document.madeOn) },
    { label: '发布日期', value: day(document.publishedOn) },
    { label: '施行日期', value: day(document.effectiveOn) },
    { label: '有效性', value: validity },
    { label: '信息种类', value: documentClasses[document.class].caption },
    { label: '主题分类', value: theme === null ? '' : themes[theme] },
    { label: '体裁分类', value: genre === null ? '' : genres[genre] },
    { label: '服务对象', value: document.audiences.map((each) => audiences[each]).join('、') },
    { label: '公开方式', value: attributes[attribute] },
    { label: '试点领域', value: field === null ? '' : fields[field] },
    { label: '解读形式', value: form === null ? '' : interpretationForms[form] },
    { label: '关键词', value: document.keywords.join('、') },
    { label: '咨询', value: document.contact },
  ].filter(({ value }) => value !== '' && value !== null)
}

/** What stands under the table: under which item it is public, and where else it was published. */
export const itemOf = ({ item, localMatter }: WholeDocument): string =>
  [proactiveItems[item].caption, localMatter].filter((each) => each !== null).join('；')

/** The other channels, each with its day. */
export const channelsOf = ({ acts }: WholeDocument): readonly string[] =>
  acts
    .filter(({ channel }) => channel !== 'website')
    .map(({ channel, on }) => `${publicationChannels[channel].caption}（${formatChinese(on)}）`)

export interface RelatedGroup {
  readonly caption: string
  readonly related: readonly Related[]
}

/** Related items by kind of link; what explains the document first. */
export function relatedGroups(related: readonly Related[]): readonly RelatedGroup[] {
  // A document may be bound to another twice: by hand, and because it ended by it.
  const once = [...new Map(related.map((each) => [`${each.caption} ${each.id}`, each])).values()]
  const groups = [...Map.groupBy(once, ({ caption }) => caption)]
  const first = ({ caption }: RelatedGroup) => (/^解读/.test(caption) ? 0 : 1)
  return groups.map(([caption, each]) => ({ caption, related: each })).toSorted((a, b) => first(a) - first(b))
}
