import type { ProactiveItemKey } from '../../../law/catalogue.ts'
import { formatChinese } from '../../../law/day.ts'
import { type PersonalKind, personalKinds } from '../../attachments/personal-data.ts'
import type { DocumentRow } from '../../ports.ts'
import { blankContent, itemCaption, type MissingMetadata, missingMetadata } from '../content.ts'
import type { DocumentCheck } from './check.ts'

/** What an office publishes of itself. */
const ofOffices: ReadonlySet<string> = new Set<PersonalKind>(['landline', 'email'])

/** From this many on, what is harmless one by one tells on people taken together. */
const manyPersonal = 20

/** Words of a title that belong under one item of 条例§20 and no other. */
const telling: readonly (readonly [words: RegExp, item: ProactiveItemKey])[] = [
  [/预算|决算/, 'budget'],
  [/行政处罚|行政强制/, 'penaltiesCoercion'],
  [/行政许可/, 'licensing'],
  [/政府采购|中标公告|成交公告/, 'procurement'],
  [/应急预案/, 'emergency'],
  [/统计公报|经济运行情况/, 'statistics'],
  [/招录|公务员招考|录用公务员/, 'recruitment'],
  [/收费标准|收费目录/, 'charges'],
]

/** Any of those words, as a regular expression that databases know as well. */
export const tellingTitle = telling.map(([words]) => words.source).join('|')

const isWhole = ({ shown }: DocumentRow) => shown === 'whole'
const onThisSite = /^\/organs\/([^/]+)\/documents\/([^/?#]+)/

/** The document of this site that a link leads to; null where it leads elsewhere. */
export function documentAt(link: string): { readonly organ: string; readonly id: string } | null {
  const [, organ, id] = onThisSite.exec(link) ?? []
  if (organ === undefined || id === undefined) return null
  try {
    return { organ: decodeURIComponent(organ), id: decodeURIComponent(id) }
  } catch {
    return null
  }
}

const captionOf = (field: string): string => wanted.find((each) => each.field === field)?.caption ?? field
const wanted: readonly MissingMetadata[] = [
  ...missingMetadata(blankContent('normative')),
  ...missingMetadata(blankContent('interpretation')),
]

/** What the text says, leads to, or lacks. */
export const contentChecks = {
  personalData: {
    caption: '公开的正文中疑似有个人信息',
    gravity: 'fault',
    cites: ['条例§15', '个保法§25', '个保法§28'],
    advice: '先限制查看，遮蔽或者删除后修改为新版本；手机号码、身份证号码按规定格式遮蔽，住址只写到乡镇。',
    mends: 'amendDocument',
    find: (document) => {
      const found = Object.entries(document.personal).filter(([kind]) => !ofOffices.has(kind))
      return isWhole(document) && found.length > 0
        ? `正文有${found.map(([kind, count]) => `${personalKinds[kind as PersonalKind]}${count}处`).join('、')}。`
        : null
    },
  },
  aggregation: {
    caption: '大量个人信息汇聚',
    gravity: 'warning',
    cites: ['条例§15', '个保法§28'],
    advice: '评估汇聚后的风险；名单类信息公示期满的，限制查看或者撤下。',
    mends: 'restrictDocument',
    find: (document) => {
      const count = Object.values(document.personal).reduce((sum, each) => sum + each, 0)
      return isWhole(document) && count >= manyPersonal ? `正文中电话、住址等信息共${count}处。` : null
    },
  },
  missingMetadata: {
    caption: '元数据不全',
    gravity: 'warning',
    cites: ['条例§12¶3', '目录指引'],
    advice: '修改，补充所列各项。',
    mends: 'amendDocument',
    find: (document) =>
      isWhole(document) && document.length > 0 && document.missing.length > 0
        ? `缺少${document.missing.map(captionOf).join('、')}。`
        : null,
  },
  misfiled: {
    caption: '归类可能有误',
    gravity: 'note',
    cites: ['条例§20', '平台规范'],
    advice: '核对所属事项，归错的修改。',
    mends: 'amendDocument',
    find: ({ title, item, class: of, shown }) => {
      if (shown !== 'whole' || of === 'interpretation' || of === 'normative' || of === 'rule') return null
      const told = telling.find(([words]) => words.test(title))
      return told !== undefined && told[1] !== item
        ? `标题像是“${itemCaption(told[1])}”，现在归入“${itemCaption(item)}”。`
        : null
    },
  },
  quotesUnpublished: {
    caption: '引用了没有公开的文件',
    gravity: 'fault',
    cites: ['条例§11¶2', '条例§17¶1'],
    advice: '核对所引文件的公开属性；不公开的，删去标题、文号和内容后修改为新版本。',
    mends: 'amendDocument',
    find: (document, { numbered }) => {
      if (!isWhole(document)) return null
      const hidden = document.quotes.find((docNo) => {
        const found = numbered(docNo).filter((row) => row.id !== document.id)
        return docNo !== document.docNo && found.length > 0 && found.every(({ shown }) => shown === null)
      })
      return hidden === undefined ? null : `正文引用了${hidden}，该文件没有公开。`
    },
  },
  brokenLink: {
    caption: '链接打不开',
    gravity: 'warning',
    cites: ['检查指标'],
    advice: '修改为现在的网址，或者删去链接。站外的链接要由系统管理员开启（OUTSIDE_LINKS）才检查，默认不查。',
    mends: 'amendDocument',
    find: (document, around) => {
      if (!isWhole(document)) return null
      const broken = document.bodyLinks.find((link) => {
        const page = documentAt(link)
        return page !== null && around.document(page.organ, page.id)?.shown == null
      })
      if (broken !== undefined) return `正文中的链接 ${broken} 没有对应的页面。`
      const outside = document.bodyLinks.map(around.broken).find((link) => link !== null)
      if (outside == null) return null
      const { address, goodOn } = outside
      const last = goodOn === null ? '检查以来没有打开过' : `最近一次能打开是${formatChinese(goodOn)}`
      return `正文中的站外链接 ${address} 打不开，${last}。`
    },
  },
  interpretsNothing: {
    caption: '解读没有关联文件',
    gravity: 'warning',
    cites: ['政务公开细则'],
    advice: '与所解读的文件建立关联，使两边都能点开。',
    mends: 'linkDocument',
    find: (document, { related }) =>
      document.class === 'interpretation' &&
      isWhole(document) &&
      !related.some(({ relation, inverse }) => relation === 'interprets' && !inverse)
        ? '没有与任何文件关联。'
        : null,
  },
} as const satisfies Readonly<Record<string, DocumentCheck>>
