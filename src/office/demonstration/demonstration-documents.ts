/** Documents of 示例县, all invented: what each organ has published, is drafting, has repealed, keeps to itself. */
import type { FieldKey } from '../../law/catalogue.ts'
import type { AudienceKey, GenreKey, ThemeKey } from '../../law/classification.ts'
import type { PublicationChannelKey } from '../documents/channels.ts'
import type { DocumentClass } from '../documents/classes.ts'
import type { RelationKey } from '../documents/relations.ts'

/** What became of a document in the end. */
export type Fate =
  | 'published'
  | 'draft'
  | 'reviewing'
  | 'toPublish'
  | 'kept'
  | 'repealed'
  | 'expired'
  | 'amended'
  | 'withdrawn'

export interface ToldDocument {
  readonly organ: string
  /** Short name by which others of the organ refer to it. */
  readonly key: string
  readonly class: DocumentClass
  readonly title: string
  /** Working days ago that it was made. */
  readonly ago: number
  readonly theme: ThemeKey
  readonly genre: GenreKey
  readonly fate?: Fate
  /** Running number of its 发文字号; none for what has none. */
  readonly number?: number
  readonly field?: FieldKey
  readonly audiences?: readonly AudienceKey[]
  readonly paragraphs: readonly string[]
  /** Working days from its making to its publication; 1 unless told. */
  readonly after?: number
  /** Working days of validity from its making. */
  readonly lasts?: number
  readonly channels?: readonly PublicationChannelKey[]
  readonly links?: readonly (readonly [RelationKey, string])[]
}

const order = ['一', '二', '三', '四', '五']

/** An article of a document for each sentence. */
const articles = (...texts: readonly string[]): readonly string[] =>
  texts.map((text, n) => `第${order[n]}条　${text}`)

interface Topic {
  readonly organ: string
  readonly theme: ThemeKey
  readonly field: FieldKey
  readonly audiences: readonly AudienceKey[]
  /** What its rules are about: of the one in force, of the one that was repealed. */
  readonly rules: string
  readonly old: string
  readonly plan: string
  readonly decision: readonly [kind: DocumentClass, title: string]
  readonly news: string
}

const topics: readonly Topic[] = [
  {
    ...{ organ: 'county', theme: 'generalAffairs', field: 'majorConstruction' },
    ...{ audiences: ['enterprise', 'investor'], rules: '重大建设项目管理', old: '招商引资若干优惠' },
    ...{ plan: '国民经济和社会发展年度计划', news: '县政府常务会议研究防汛工作' },
    decision: ['project', '东河综合治理工程可行性研究报告批复'],
  },
  {
    ...{ organ: 'education', theme: 'science', field: 'compulsoryEducation' },
    ...{ audiences: ['student', 'child'], rules: '义务教育学校招生', old: '民办培训机构管理' },
    ...{ plan: '学前教育发展计划', news: '全县中小学秋季学期开学' },
    decision: ['licence', '关于同意示例县星光幼儿园设立的行政许可决定'],
  },
  {
    ...{ organ: 'land', theme: 'land', field: 'landCompensation' },
    ...{ audiences: ['farmer'], rules: '征收集体土地补偿安置', old: '采矿权有偿出让' },
    ...{ plan: '国有建设用地供应计划', news: '开展全国土地日宣传' },
    decision: ['penalty', '关于某石料厂越界开采的行政处罚决定'],
  },
  {
    ...{ organ: 'housing', theme: 'construction', field: 'affordableHousing' },
    ...{ audiences: ['needy', 'resident'], rules: '公共租赁住房分配', old: '商品房预售资金监管' },
    ...{ plan: '老旧小区改造计划', news: '城区供水管网改造完成' },
    decision: ['penalty', '关于某建筑公司未取得施工许可擅自施工的行政处罚决定'],
  },
  {
    ...{ organ: 'agriculture', theme: 'agriculture', field: 'agriculturalSubsidies' },
    ...{ audiences: ['farmer'], rules: '耕地地力保护补贴', old: '农机购置补贴' },
    ...{ plan: '高标准农田建设计划', news: '秋粮收购工作启动' },
    decision: ['inspection', '农资市场监督检查情况'],
  },
  {
    ...{ organ: 'health', theme: 'health', field: 'health' },
    ...{ audiences: ['everybody', 'elder'], rules: '家庭医生签约服务', old: '乡村医生聘用' },
    ...{ plan: '卫生健康事业发展计划', news: '流感疫苗接种点公布' },
    decision: ['emergency', '突发公共卫生事件应急预案'],
  },
]

const towns = ['donghe', 'xiling', 'nantang', 'beishan'] as const

/** The rules of a department with what goes with them. */
function ofDepartment(topic: Topic, place: number): readonly ToldDocument[] {
  const { organ, theme, field, audiences, rules, old, plan, decision, news } = topic
  const common = { organ, theme, field, audiences }
  const rest = 12 * place
  return [
    {
      ...{ ...common, key: 'rules', class: 'normative', genre: 'notice', number: 12, ago: 62 + place },
      title: `关于印发${rules}办法的通知`,
      ...{ after: 3, channels: ['gazette', 'wechat'] },
      paragraphs: articles(
        `为规范${rules}工作，保障公民、法人和其他组织的合法权益，结合本县实际，制定本办法。`,
        `${rules}应当遵循公开、公平、公正、便民的原则。`,
        '申请材料齐全、符合规定形式的，应当当场受理，并在十个工作日内作出决定。',
        '任何单位和个人有权对违反本办法的行为进行监督、举报。',
        '本办法自公布之日起三十日后施行，有效期五年。',
      ),
    },
    {
      ...{ ...common, key: 'rules-read', class: 'interpretation', genre: 'other', ago: 60 + place },
      title: `《${rules}办法》政策解读`,
      channels: ['wechat'],
      links: [['interprets', 'rules']],
      paragraphs: [
        `一、为什么制定？原有规定已经不适应${rules}的需要，群众反映办理环节多、时间长。`,
        '二、有什么变化？申请材料由六项减为三项，办理时间由二十个工作日减为十个工作日。',
        '三、怎么办理？可以在政务服务大厅或者网上申请，咨询电话见文末。',
      ],
    },
    {
      ...{ ...common, key: 'old', class: 'normative', genre: 'notice', number: 5, ago: 420 + rest },
      title: `关于${old}的通知`,
      fate: place % 2 === 0 ? 'repealed' : 'expired',
      ...(place % 2 === 1 && { lasts: 240 }),
      paragraphs: articles(`${old}工作按照本通知执行。`, '本通知自印发之日起施行。'),
    },
    {
      ...{ ...common, key: 'plan', class: 'plan', genre: 'notice', number: 3, ago: 180 + place },
      title: `关于下达${plan}的通知`,
      paragraphs: [
        '现将计划下达给你们，请认真组织实施。',
        '各单位应当按季度报送进展，年终进行评估并公开结果。',
      ],
    },
    {
      ...{ ...common, key: 'budget', class: 'budget', genre: 'other', ago: 170 + place, field: 'budget' },
      theme: 'finance',
      title: '部门预算公开',
      paragraphs: [
        '收支总表、财政拨款收支表、“三公”经费预算表及说明见附表。',
        '本年预算比上年减少百分之三。',
      ],
    },
    {
      ...{
        ...common,
        key: 'decision',
        class: decision[0],
        title: decision[1],
        genre: 'decision',
        ago: 18 + place,
      },
      paragraphs: [
        '经审查，事实清楚、证据充分、适用依据正确，决定如上。',
        '不服本决定的，可以依法申请行政复议或者提起行政诉讼。',
      ],
      ...(organ === 'housing' && { after: 9 }),
    },
    {
      ...{ ...common, key: 'news', class: 'news', title: news, genre: 'other' },
      // One organ lets its column lie.
      ago: organ === 'agriculture' ? 45 : 3 + place,
      channels: ['wechat', 'weibo'],
      paragraphs: [`${news}。有关工作正在按计划推进，进展情况将及时公布。`],
    },
  ]
}

const townDocuments = (organ: (typeof towns)[number], place: number): readonly ToldDocument[] => [
  {
    ...{ organ, key: 'profile', class: 'organProfile', genre: 'other', theme: 'generalAffairs', ago: 150 },
    title: '机构职能、办公地址和联系方式',
    paragraphs: ['设党政办公室、经济发展办公室、便民服务中心。办公时间为工作日八时三十分至十七时三十分。'],
  },
  {
    ...{
      organ,
      key: 'assistance',
      class: 'livelihood',
      genre: 'announcement',
      theme: 'civilAffairs',
      ago: 25 + place,
    },
    title: '最低生活保障对象公示',
    field: 'socialAssistance',
    audiences: ['needy', 'farmer'],
    paragraphs: ['经入户调查、民主评议和审核，拟确认十二户为最低生活保障对象，公示七日。'],
  },
  {
    ...{ organ, key: 'transfer', class: 'news', genre: 'announcement', theme: 'agriculture', ago: 6 + place },
    title: '农村土地承包经营权流转信息',
    audiences: ['farmer'],
    paragraphs: ['本期发布流转信息八条，面积共三百二十亩，有意者请到便民服务中心咨询。'],
  },
]

const special: readonly ToldDocument[] = [
  {
    ...{
      organ: 'county',
      key: 'call',
      class: 'consultation',
      genre: 'announcement',
      theme: 'construction',
      ago: 40,
    },
    title: '关于《示例县电动自行车停放管理规定（草案）》公开征求意见的公告',
    lasts: 22,
    audiences: ['resident'],
    paragraphs: ['现就草案向社会公开征求意见，可以通过本页面、信函、电子邮件提出。'],
  },
  {
    ...{ organ: 'county', key: 'adopted', class: 'feedback', genre: 'other', theme: 'construction', ago: 12 },
    title: '关于电动自行车停放管理规定征求意见采纳情况的说明',
    links: [['answersOpinions', 'call']],
    paragraphs: ['共收到意见三十六条，采纳二十一条，部分采纳六条，未采纳九条，理由如下。'],
  },
  {
    ...{
      organ: 'county',
      key: 'meeting',
      class: 'meeting',
      genre: 'minutes',
      theme: 'generalAffairs',
      ago: 30,
    },
    title: '县政府第十二次常务会议',
    paragraphs: ['会议审议了重大建设项目管理办法，听取了防汛工作情况。'],
  },
  {
    ...{
      organ: 'county',
      key: 'proposal',
      class: 'proposalReply',
      genre: 'letter',
      theme: 'construction',
      ago: 55,
    },
    title: '对县人大代表第18号建议的答复',
    links: [['seeAlso', 'rules']],
    paragraphs: ['您提出的关于增加城区公共停车位的建议收悉，现答复如下：今年已新增停车位四百个。'],
  },
  {
    ...{
      organ: 'county',
      key: 'amended',
      class: 'policy',
      genre: 'opinion',
      theme: 'economy',
      number: 7,
      ago: 300,
    },
    title: '关于优化营商环境的实施意见',
    fate: 'amended',
    audiences: ['enterprise', 'selfEmployed'],
    paragraphs: ['推行一网通办，企业开办时间压缩至一个工作日。'],
  },
  {
    ...{
      organ: 'land',
      key: 'withheld',
      class: 'policy',
      genre: 'letter',
      theme: 'land',
      number: 31,
      ago: 260,
    },
    title: '关于某地块历史权属调查情况的函',
    fate: 'kept',
    paragraphs: ['调查涉及第三方的商业秘密，征求意见后第三方不同意公开。'],
  },
  {
    ...{ organ: 'health', key: 'withdrawn', class: 'news', genre: 'announcement', theme: 'health', ago: 70 },
    title: '疫苗接种门诊时间表',
    fate: 'withdrawn',
    paragraphs: ['各门诊接种时间如下表。'],
  },
  {
    ...{
      organ: 'education',
      key: 'draft',
      class: 'normative',
      genre: 'notice',
      theme: 'science',
      number: 20,
      ago: 4,
    },
    title: '关于印发校外培训服务管理办法的通知',
    fate: 'reviewing',
    paragraphs: articles('为规范校外培训服务，制定本办法。', '培训机构应当在醒目位置公示收费标准。'),
  },
  {
    ...{ organ: 'housing', key: 'draft', class: 'policy', genre: 'opinion', theme: 'construction', ago: 2 },
    title: '关于推进物业服务规范化的意见（稿）',
    fate: 'draft',
    paragraphs: ['物业服务人应当每季度公布共有部分收益。'],
  },
  {
    ...{
      organ: 'health',
      key: 'signed',
      class: 'policy',
      genre: 'notice',
      theme: 'health',
      number: 16,
      ago: 19,
    },
    title: '关于做好冬季呼吸道疾病防治工作的通知',
    fate: 'toPublish',
    audiences: ['everybody'],
    paragraphs: ['各医疗机构应当加强发热门诊值守，及时公布就诊信息。'],
  },
]

/** All of them, in the order in which they were made within each organ. */
export const demonstrationDocuments: readonly ToldDocument[] = [
  ...topics.flatMap(ofDepartment),
  ...towns.flatMap(townDocuments),
  ...special,
].toSorted((a, b) => b.ago - a.ago)
