/**
 * What the law and the form want said in each section, as data: for whoever writes it, and to see what is still
 * wanting. Whether a text speaks of something is told by words, so that it is a hint and no finding.
 */
import type { Citation } from '../law/citation.ts'
import type { SectionNumber } from './form.ts'
import type { OrganKind } from './report.ts'
import { bare } from './rules/rule.ts'

/** A part of the report that is written; `preamble`: what stands before the first section. */
export type Part = 'preamble' | SectionNumber

export interface OutlineItem {
  readonly id: string
  readonly part: Part
  /** What is to be said, in plain Chinese. */
  readonly what: string
  /** Words by which a text is taken to speak of it. */
  readonly words: RegExp
  /** Governments from the county up report it besides (条例§50¶1(4)). */
  readonly governmentsOnly?: true
  readonly cites: readonly Citation[]
}

/** 一、总体情况 comes in these heads, in this order, by the form of 2021. */
export const outline: readonly OutlineItem[] = [
  {
    id: 'basis',
    part: 'preamble',
    what: '编制依据：《中华人民共和国政府信息公开条例》',
    words: /条例/,
    cites: ['条例§49', '条例§50'],
  },
  {
    id: 'period',
    part: 'preamble',
    what: '统计期限：1月1日至12月31日',
    words: /统计期限|1月1日(?:起)?至.{0,6}12月31日/,
    cites: ['条例§49'],
  },
  {
    id: 'contact',
    part: 'preamble',
    what: '本报告在哪里可以查阅、下载，有疑问与谁联系',
    words: /联系|电话|地址/,
    cites: ['条例§12', '年报格式'],
  },
  {
    id: 'proactive',
    part: 1,
    what: '主动公开情况',
    words: /主动公开/,
    cites: ['条例§50(1)', '年报格式'],
  },
  {
    id: 'onRequest',
    part: 1,
    what: '依申请公开情况',
    words: /依申请公开|申请公开|公开申请/,
    cites: ['条例§50(2)', '年报格式'],
  },
  {
    id: 'management',
    part: 1,
    what: '政府信息管理情况',
    words: /信息管理|规范性文件|目录|动态调整|审查/,
    cites: ['条例§8', '年报格式'],
  },
  {
    id: 'platform',
    part: 1,
    what: '政府信息公开平台建设情况',
    words: /平台|网站|专栏|新媒体|公报/,
    cites: ['条例§24', '年报格式'],
  },
  {
    id: 'supervision',
    part: 1,
    what: '监督保障情况',
    words: /监督|保障|培训|考核/,
    cites: ['条例§46', '年报格式'],
  },
  {
    id: 'assessment',
    part: 1,
    what: '工作考核情况',
    words: /考核|考评|绩效/,
    governmentsOnly: true,
    cites: ['条例§50(4)'],
  },
  {
    id: 'publicReview',
    part: 1,
    what: '社会评议情况',
    words: /评议|测评|满意度|第三方评估/,
    governmentsOnly: true,
    cites: ['条例§50(4)'],
  },
  {
    id: 'accountability',
    part: 1,
    what: '责任追究结果情况',
    words: /责任追究|追究责任|追责|问责/,
    governmentsOnly: true,
    cites: ['条例§50(4)'],
  },
  {
    id: 'problems',
    part: 5,
    what: '存在的主要问题',
    words: /问题|不足|不够|薄弱|有待/,
    cites: ['条例§50(4)', '年报格式'],
  },
  {
    id: 'improvement',
    part: 5,
    what: '改进情况',
    words: /改进|下一步|整改|完善|加强|提升/,
    cites: ['条例§50(4)', '年报格式'],
  },
  {
    id: 'fees',
    part: 6,
    what: '信息处理费收取情况，没有收取的也要写明',
    words: /处理费/,
    cites: ['办法', '年报格式'],
  },
]

const governments: ReadonlySet<OrganKind> = new Set([
  'provincialGovernment',
  'cityGovernment',
  'countyGovernment',
])

/** What is wanted of a part, and whether the text speaks of it. */
export const outlineOf = (
  part: Part,
  kind: OrganKind | null,
  text: string,
): readonly (Omit<OutlineItem, 'words' | 'governmentsOnly'> & { readonly met: boolean })[] =>
  outline
    .filter((item) => item.part === part && (!item.governmentsOnly || (kind && governments.has(kind))))
    .map(({ id, what, words, cites }) => ({ id, part, what, cites, met: words.test(bare(text)) }))

/** How the organ is reached, for the standard paragraph. Empty text where not known. */
export interface ReportContact {
  readonly address: string
  readonly postcode: string
  readonly phone: string
  readonly email: string
  readonly website: string
}

/** The paragraphs that every report opens with and the sentence on fees, as they may be taken over. */
export function phrasesOf(
  year: number,
  organ: string,
  office: ReportContact,
): Readonly<Partial<Record<Part, string>>> {
  const reached = [
    office.address && `地址：${office.address}`,
    office.postcode && `邮编：${office.postcode}`,
    office.phone && `电话：${office.phone}`,
    office.email && `电子邮箱：${office.email}`,
  ].filter(Boolean)
  const where = office.website ? `本报告的电子版可在${office.website}查阅、下载。` : ''
  const whom = reached.length > 0 ? `如对本报告有疑问，请与${organ}联系（${reached.join('，')}）。` : ''
  return {
    preamble: `根据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条的规定，${organ}编制了${year}年度政府信息公开工作年度报告。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。${where}${whom}`,
    6: '本年度未收取信息处理费。',
  }
}
