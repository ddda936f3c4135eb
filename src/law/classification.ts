import type { Citation, SourceMark } from './citation.ts'

/** Where a list of words comes from, and how far it was checked. */
export interface ListSource {
  readonly cites: readonly Citation[]
  readonly mark: SourceMark
}

/** 主题分类: the 22 first-level themes of the catalogue. Second levels are an organ's own. */
export const themes = {
  stateOrganisation: '国务院组织机构',
  generalAffairs: '综合政务',
  economy: '国民经济管理、国有资产监管',
  finance: '财政、金融、审计',
  land: '国土资源、能源',
  agriculture: '农业、林业、水利',
  industry: '工业、交通',
  trade: '商贸、海关、旅游',
  market: '市场监管、安全生产监管',
  construction: '城乡建设、环境保护',
  science: '科技、教育',
  culture: '文化、广电、新闻出版',
  health: '卫生、体育',
  population: '人口与计划生育、妇女儿童工作',
  labour: '劳动、人事、监察',
  security: '公安、安全、司法',
  civilAffairs: '民政、扶贫、救灾',
  ethnic: '民族、宗教',
  foreign: '对外事务',
  overseas: '港澳台侨工作',
  defence: '国防',
  other: '其他',
} as const

export type ThemeKey = keyof typeof themes

export const themesSource: ListSource = { cites: ['目录指引'], mark: 'memory' }

/** 体裁分类: the fifteen kinds of official papers, and what is none of them. */
export const genres = {
  resolution: '决议',
  decision: '决定',
  order: '命令（令）',
  communique: '公报',
  announcement: '公告',
  circular: '通告',
  opinion: '意见',
  notice: '通知',
  bulletin: '通报',
  report: '报告',
  requestForInstruction: '请示',
  reply: '批复',
  proposal: '议案',
  letter: '函',
  minutes: '纪要',
  other: '其他',
} as const

export type GenreKey = keyof typeof genres

export const genresSource: ListSource = { cites: ['公文条例', '目录指引'], mark: 'memory' }

/** 服务对象: whom a document is for. */
export const audiences = {
  everybody: '社会公众',
  resident: '城镇居民',
  farmer: '农村居民',
  child: '未成年人',
  student: '学生及家长',
  jobSeeker: '求职者、从业人员',
  elder: '老年人',
  disabled: '残疾人',
  needy: '困难群众',
  veteran: '退役军人',
  enterprise: '企业',
  selfEmployed: '个体工商户',
  institution: '事业单位、社会组织',
  investor: '投资者',
} as const

export type AudienceKey = keyof typeof audiences

export const audiencesSource: ListSource = { cites: ['目录指引'], mark: 'memory' }

/** 公开方式: settled when the document is made (公文公开属性源头认定). */
export const attributes = {
  proactive: '主动公开',
  onRequest: '依申请公开',
  withheld: '不予公开',
} as const

export type AttributeKey = keyof typeof attributes

export const attributesSource: ListSource = { cites: ['条例§13¶2', '目录指引'], mark: 'verified' }
