import type { Citation, SourceMark } from './citation.ts'

/** A matter that must be published without being asked for. */
export interface ProactiveItem {
  readonly caption: string
  readonly english: string
  readonly cites: readonly [Citation]
}

/** The fifteen items of 条例§20, in the order of the article. */
export const proactiveItems = {
  legalTexts: {
    caption: '行政法规、规章和规范性文件',
    english: 'Regulations, rules and normative documents',
    cites: ['条例§20(1)'],
  },
  organProfile: {
    caption: '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
    english: 'Profile of the organ',
    cites: ['条例§20(2)'],
  },
  plans: {
    caption: '国民经济和社会发展规划、专项规划、区域规划及相关政策',
    english: 'Plans and related policies',
    cites: ['条例§20(3)'],
  },
  statistics: { caption: '国民经济和社会发展统计信息', english: 'Statistics', cites: ['条例§20(4)'] },
  licensing: {
    caption: '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果',
    english: 'Licensing and other services',
    cites: ['条例§20(5)'],
  },
  penaltiesCoercion: {
    caption: '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定',
    english: 'Penalties and coercive measures',
    cites: ['条例§20(6)'],
  },
  budget: { caption: '财政预算、决算信息', english: 'Budgets and final accounts', cites: ['条例§20(7)'] },
  charges: {
    caption: '行政事业性收费项目及其依据、标准',
    english: 'Administrative charges',
    cites: ['条例§20(8)'],
  },
  procurement: {
    caption: '政府集中采购项目的目录、标准及实施情况',
    english: 'Centralised procurement',
    cites: ['条例§20(9)'],
  },
  majorProjects: {
    caption: '重大建设项目的批准和实施情况',
    english: 'Major construction projects',
    cites: ['条例§20(10)'],
  },
  livelihood: {
    caption: '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况',
    english: 'Poverty relief, education, health, social security, employment',
    cites: ['条例§20(11)'],
  },
  emergency: {
    caption: '突发公共事件的应急预案、预警信息及应对情况',
    english: 'Emergencies: plans, warnings, response',
    cites: ['条例§20(12)'],
  },
  supervision: {
    caption: '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况',
    english: 'Inspections',
    cites: ['条例§20(13)'],
  },
  recruitment: {
    caption: '公务员招考的职位、名额、报考条件等事项以及录用结果',
    english: 'Recruitment of civil servants',
    cites: ['条例§20(14)'],
  },
  other: {
    caption: '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息',
    english: 'Other matters by law',
    cites: ['条例§20(15)'],
  },
} as const satisfies Record<string, ProactiveItem>

export type ProactiveItemKey = keyof typeof proactiveItems

/** What cities, counties and townships publish beside §20, according to local conditions (条例§21). */
export const localItems = {
  cityOrCounty: {
    caption: '设区的市级、县级人民政府及其部门',
    matters: ['市政建设', '公共服务', '公益事业', '土地征收', '房屋征收', '治安管理', '社会救助'],
    cites: ['条例§21'],
  },
  township: {
    caption: '乡（镇）人民政府',
    matters: [
      '贯彻落实农业农村政策',
      '农田水利工程建设运营',
      '农村土地承包经营权流转',
      '宅基地使用情况审核',
      '土地征收',
      '房屋征收',
      '筹资筹劳',
      '社会救助',
    ],
    cites: ['条例§21'],
  },
} as const satisfies Record<
  string,
  { caption: string; matters: readonly string[]; cites: readonly Citation[] }
>

/**
 * The 26 pilot fields of basic-level openness (国办发〔2019〕54号), named as in the ministries' standard guides.
 * The pilot of 2017 counted 25; 扶贫救灾 was divided later.
 */
export const fields = {
  majorConstruction: '重大建设项目',
  resourceTrading: '公共资源交易',
  budget: '财政预决算',
  workSafety: '安全生产',
  tax: '税收管理',
  landCompensation: '征地补偿',
  housingExpropriation: '国有土地上房屋征收与补偿',
  affordableHousing: '保障性住房',
  ruralHousing: '农村危房改造',
  environment: '生态环境',
  culture: '公共文化服务',
  legalServices: '公共法律服务',
  povertyRelief: '扶贫（乡村振兴）',
  disasterRelief: '救灾',
  foodAndDrugs: '食品药品监管',
  urbanEnforcement: '城市管理综合执法',
  employment: '就业',
  socialInsurance: '社会保险',
  socialAssistance: '社会救助',
  elderCare: '养老服务',
  householdRegistration: '户籍管理',
  agriculturalSubsidies: '涉农补贴',
  compulsoryEducation: '义务教育',
  health: '医疗卫生',
  municipalServices: '市政服务',
  spatialPlanning: '国土空间规划',
} as const

export type FieldKey = keyof typeof fields

/** Where the names of the fields come from, and how far they were checked. */
export const fieldsSource: { readonly cites: readonly Citation[]; readonly mark: SourceMark } = {
  cites: ['基层公开意见'],
  mark: 'partly',
}

/** Columns of a standard catalogue of basic-level openness, in their order. */
export const catalogueColumns = [
  '序号',
  '公开事项（一级、二级）',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
  '公开方式',
  '公开层级',
] as const
