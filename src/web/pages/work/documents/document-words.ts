import { attributes } from '../../../../law/classification.ts'
import { formatChinese } from '../../../../law/day.ts'
import { grounds } from '../../../../law/grounds.ts'
import { publicationChannels } from '../../../../office/documents/channels.ts'
import {
  type DocumentEventData,
  type DocumentEventKind,
  type Ending,
  withdrawalReasons,
} from '../../../../office/documents/life/events.ts'
import { relations } from '../../../../office/documents/relations.ts'
import { reviews } from '../../../../office/documents/reviews.ts'
import type { EventWords } from '../story.ts'

/** How a document ceased to bind. */
export const endingWords: Readonly<Record<Ending, string>> = {
  repealed: '废止',
  expired: '失效',
  superseded: '被取代',
}

type Words = {
  readonly [Kind in DocumentEventKind]: readonly [
    title: string,
    detail?: (data: DocumentEventData[Kind]) => string | null,
  ]
}

const because = (data: { readonly because: string }) => data.because
const remark = (data: { readonly remark: string | null }) => data.remark

const words: Words = {
  documentDrafted: ['起草', ({ content }) => content.title],
  fileAdded: ['添加附件', ({ name }) => name],
  fileCleared: ['核查附件，放行', ({ findings }) => (findings > 0 ? `${findings} 项发现已说明理由` : null)],
  fileRemoved: ['移除附件'],
  attributeDecided: [
    '确定公开属性',
    ({ attribute, ground, because: why }) =>
      [attributes[attribute], ground && grounds[ground].caption, why].filter(Boolean).join('：'),
  ],
  submitted: ['提交审查'],
  reviewPassed: ['审查通过', ({ review, remark: said }) => told(reviews[review].caption, said)],
  documentReturned: ['退回修改', ({ remark: said }) => said],
  documentSigned: ['签发', remark],
  indexNumberGiven: ['编索引号', ({ indexNo }) => indexNo],
  publishedVia: [
    '发布',
    ({ channel, time, place }) =>
      [publicationChannels[channel].caption, time, place].filter(Boolean).join('，'),
  ],
  documentEnded: [
    '不再有效',
    ({ as, by, because: why }) => told(endingWords[as], [by, why].filter(Boolean).join('，')),
  ],
  documentRevived: ['恢复效力', because],
  documentRestricted: ['限制查看', because],
  restrictionLifted: ['解除限制', because],
  documentWithdrawn: ['撤下', ({ reason, told: said }) => told(withdrawalReasons[reason], said)],
  withheldReviewed: [
    '不公开的评估审查',
    ({ because: why, reviewOn }) => `${why}。下次${formatChinese(reviewOn)}`,
  ],
  documentLinked: ['关联', ({ relation, title }) => `${relations[relation].caption}《${title}》`],
  documentUnlinked: ['取消关联', ({ relation }) => relations[relation].caption],
  documentImported: ['从旧站点导入', ({ address }) => address],
}

const told = (what: string, more: string | null | undefined): string => (more ? `${what}：${more}` : what)

const wordsOf = (kind: string) =>
  words[kind as DocumentEventKind] as (typeof words)[DocumentEventKind] | undefined

/** What happened to a document, as an officer says it. */
export const documentWords: EventWords = {
  titleOf: ({ kind }) => wordsOf(kind)?.[0] ?? kind,
  detailOf: ({ kind, data }) =>
    (wordsOf(kind)?.[1] as ((of: object) => string | null) | undefined)?.(data) ?? null,
}
