/**
 * 政府信息公开情况统计表: the table attached to the reports of 2014 to 2018 (国办发〔2014〕32号). Captions are
 * verbatim. Kept so that old reports can be read; the rules of the later form do not hold for it.
 */

export type IndicatorUnit = '条' | '件' | '次' | '篇' | '个' | '人' | '人次' | '万元'

export interface Indicator {
  readonly id: string
  /** 一、 （一） 1. or 其中：, as printed before the caption. */
  readonly ordinal: string
  readonly caption: string
  /** Other captions under which the same indicator is printed. */
  readonly also?: readonly string[]
  /** Absent for headings, which carry no figure. */
  readonly unit?: IndicatorUnit
  readonly below: readonly Indicator[]
}

interface Node<I extends string, B extends readonly Indicator[]> extends Indicator {
  readonly id: I
  readonly below: B
}

const leaf = <const I extends string>(
  id: I,
  ordinal: string,
  caption: string,
  unit: IndicatorUnit,
  also?: readonly string[],
): Node<I, readonly []> => ({ id, ordinal, caption, unit, ...(also && { also }), below: [] })

const node = <const I extends string, const B extends readonly Indicator[]>(
  id: I,
  ordinal: string,
  caption: string,
  unit: IndicatorUnit | undefined,
  below: B,
): Node<I, B> => ({ id, ordinal, caption, ...(unit && { unit }), below })

export const indicators = [
  node('disclosure', '一、', '主动公开情况', undefined, [
    node('disclosure.total', '（一）', '主动公开政府信息数', '条', [
      leaf('disclosure.normative', '其中：', '主动公开规范性文件数', '条'),
      leaf('disclosure.normativeMade', '', '制发规范性文件总数', '件'),
    ]),
    node('disclosure.byChannel', '（二）', '通过不同渠道和方式公开政府信息的情况', undefined, [
      leaf('disclosure.gazette', '1.', '政府公报公开政府信息数', '条'),
      leaf('disclosure.website', '2.', '政府网站公开政府信息数', '条'),
      leaf('disclosure.weibo', '3.', '政务微博公开政府信息数', '条'),
      leaf('disclosure.wechat', '4.', '政务微信公开政府信息数', '条'),
      leaf('disclosure.otherChannel', '5.', '其他方式公开政府信息数', '条'),
    ]),
  ]),
  node('response', '二、', '回应解读情况', undefined, [
    leaf('response.hotTopics', '（一）', '回应公众关注热点或重大舆情数', '次'),
    node('response.byChannel', '（二）', '通过不同渠道和方式回应解读的情况', undefined, [
      node('response.pressConferences', '1.', '参加或举办新闻发布会总次数', '次', [
        leaf('response.pressConferencesByLeader', '其中：', '主要负责同志参加新闻发布会次数', '次'),
      ]),
      node('response.onlineInterviews', '2.', '政府网站在线访谈次数', '次', [
        leaf('response.onlineInterviewsByLeader', '其中：', '主要负责同志参加政府网站在线访谈次数', '次'),
      ]),
      leaf('response.interpretations', '3.', '政策解读稿件发布数', '篇'),
      leaf('response.weiboWechat', '4.', '微博微信回应事件数', '次'),
      leaf('response.otherChannel', '5.', '其他方式回应事件数', '次'),
    ]),
  ]),
  node('requests', '三、', '依申请公开情况', undefined, [
    node('requests.received', '（一）', '收到申请数', '件', [
      leaf('requests.inPerson', '1.', '当面申请数', '件'),
      leaf('requests.fax', '2.', '传真申请数', '件'),
      leaf('requests.network', '3.', '网络申请数', '件'),
      leaf('requests.letter', '4.', '信函申请数', '件'),
    ]),
    node('requests.concluded', '（二）', '申请办结数', '件', [
      leaf('requests.onTime', '1.', '按时办结数', '件'),
      leaf('requests.extended', '2.', '延期办结数', '件'),
    ]),
    node('requests.answered', '（三）', '申请答复数', '件', [
      leaf('requests.alreadyPublic', '1.', '属于已主动公开范围数', '件'),
      leaf('requests.granted', '2.', '同意公开答复数', '件'),
      leaf('requests.partial', '3.', '同意部分公开答复数', '件'),
      node('requests.denied', '4.', '不同意公开答复数', '件', [
        leaf('requests.denied.stateSecret', '其中：', '涉及国家秘密', '件'),
        leaf('requests.denied.tradeSecret', '', '涉及商业秘密', '件'),
        leaf('requests.denied.privacy', '', '涉及个人隐私', '件'),
        leaf('requests.denied.safetyStability', '', '危及国家安全、公共安全、经济安全和社会稳定', '件'),
        leaf('requests.denied.notGovernmentInformation', '', '不是《条例》所指政府信息', '件'),
        leaf('requests.denied.otherLaw', '', '法律法规规定的其他情形', '件'),
      ]),
      leaf('requests.otherOrgan', '5.', '不属于本行政机关公开数', '件'),
      leaf('requests.notHeld', '6.', '申请信息不存在数', '件'),
      leaf('requests.correctionAsked', '7.', '告知作出更改补充数', '件'),
      leaf('requests.otherWay', '8.', '告知通过其他途径办理数', '件'),
    ]),
  ]),
  node('reconsideration', '四、', '行政复议数量', '件', [
    leaf('reconsideration.upheld', '（一）', '维持具体行政行为数', '件'),
    leaf('reconsideration.corrected', '（二）', '被依法纠错数', '件'),
    leaf('reconsideration.other', '（三）', '其他情形数', '件'),
  ]),
  node('litigation', '五、', '行政诉讼数量', '件', [
    leaf('litigation.upheld', '（一）', '维持具体行政行为或者驳回原告诉讼请求数', '件', [
      '维持具体行政行为或驳回原告诉讼请求数',
      '维持具体行政行为数',
    ]),
    leaf('litigation.corrected', '（二）', '被依法纠错数', '件'),
    leaf('litigation.other', '（三）', '其他情形数', '件'),
  ]),
  leaf('complaints', '六、', '举报投诉数量', '件'),
  leaf('fees', '七、', '依申请公开信息收取的费用', '万元'),
  node('capacity', '八、', '机构建设和保障经费情况', undefined, [
    leaf('capacity.units', '（一）', '政府信息公开工作专门机构数', '个'),
    leaf('capacity.readingRooms', '（二）', '设置政府信息公开查阅点数', '个'),
    node('capacity.staff', '（三）', '从事政府信息公开工作人员数', '人', [
      leaf('capacity.fullTime', '1.', '专职人员数', '人'),
      leaf('capacity.partTime', '2.', '兼职人员数', '人'),
    ]),
    leaf('capacity.budget', '（四）', '政府信息公开专项经费', '万元'),
  ]),
  node('training', '九、', '政府信息公开会议和培训情况', undefined, [
    leaf('training.meetings', '（一）', '召开政府信息公开工作会议或专题会议数', '次'),
    leaf('training.courses', '（二）', '举办各类培训班数', '次'),
    leaf('training.attendees', '（三）', '接受培训人员数', '人次'),
  ]),
] as const

type IdOf<N> = N extends Node<infer I, infer B> ? I | IdOf<B[number]> : never

/** Every indicator and heading of the table. */
export type IndicatorId = IdOf<(typeof indicators)[number]>
