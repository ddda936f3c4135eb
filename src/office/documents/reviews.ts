import type { Citation } from '../../law/citation.ts'
import { zh } from '../../law/glossary.ts'

/** One look at a document before it may be published (先审后发). */
export interface Review {
  readonly caption: string
  /** What the reviewer answers for. */
  readonly asks: string
  readonly cites: readonly Citation[]
}

/** The reviews there are, in the order in which a chain has them. */
export const reviews = {
  content: {
    caption: '内容审核',
    asks: '事实、表述、数据准确，格式规范，公开方式和分类恰当',
    cites: ['条例§17¶1', '条例§6¶1'],
  },
  secrecy: {
    caption: zh('secrecyReview'),
    asks: '不含国家秘密、工作秘密，汇总后也不致泄密；不能确定的，报请确定',
    cites: ['条例§17¶2', '条例§14', '保密法'],
  },
  privacy: {
    caption: '个人信息和商业秘密审查',
    asks: '不含不应公开的个人信息、商业秘密，需要公开的已经遮蔽',
    cites: ['条例§15', '个保法§25'],
  },
  legality: {
    caption: zh('legalityReview'),
    asks: '制定主体、权限、程序合法，内容符合上位法，没有违法减损权利、增加义务',
    cites: ['合法性审核意见', '规范性文件通知'],
  },
  competition: {
    caption: zh('competitionReview'),
    asks: '没有限制市场准入和退出、商品要素自由流动、影响生产经营成本和行为的内容',
    cites: ['公平竞争条例'],
  },
} as const satisfies Readonly<Record<string, Review>>

export type ReviewKind = keyof typeof reviews

export const reviewKinds = Object.keys(reviews) as readonly ReviewKind[]
