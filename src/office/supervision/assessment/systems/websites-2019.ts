/** 国办 2019: vetoes, then 100 points of deductions, then 30 on top for whoever is above 80; without services 75 × 4/3. */
import type { IndicatorSystem } from '../system.ts'

export const websites2019: IndicatorSystem = {
  format: 'gongkai-indicators/1',
  id: 'websites-2019',
  name: '政府网站检查指标（国办2019年）',
  year: 2019,
  tree: 'points',
  full: 100,
  absent: 'whole',
  classes: [
    { key: 'service', caption: '有对外服务职能' },
    { key: 'noService', caption: '没有对外服务职能' },
  ],
  indicators: [
    {
      id: '1',
      caption: '发布解读',
      weight: 40,
      origin: 'filledIn',
      children: [
        {
          id: '1.1',
          caption: '信息发布',
          weight: 25,
          origin: 'filledIn',
          sampling: '网站',
          rule: {
            kind: 'deduct',
            faults: [
              { id: '1.1.empty', caption: '栏目空白', each: 5 },
              { id: '1.1.stale', caption: '栏目应更新未更新', each: 4 },
              { id: '1.1.elements', caption: '概况、政策信息要素不全或者不准确', each: 2 },
            ],
          },
          reads: [
            { check: 'columns.blank', fault: '1.1.empty' },
            { check: 'columns.stale', fault: '1.1.stale' },
            { check: 'documents.missingMetadata', fault: '1.1.elements' },
          ],
        },
        {
          id: '1.2',
          caption: '解读回应',
          weight: 15,
          origin: 'filledIn',
          sampling: '网站，抽查五件规范性文件',
          rule: {
            kind: 'deduct',
            faults: [
              { id: '1.2.none', caption: '应当解读的文件没有解读', each: 3 },
              { id: '1.2.unlinked', caption: '解读与文件没有互相关联', each: 1 },
            ],
          },
          reads: [{ check: 'documents.interpretationMissing', fault: '1.2.none' }],
        },
      ],
    },
    {
      id: '2',
      caption: '办事服务',
      weight: 25,
      classes: ['service'],
      sampling: '网站，随机抽查五个事项',
      rule: {
        kind: 'deduct',
        faults: [
          { id: '2.guide', caption: '办事指南要素缺失或者与实际不一致', each: 2, origin: 'filledIn' },
          { id: '2.form', caption: '表格、附件不能下载', each: 1, origin: 'filledIn' },
          { id: '2.entry', caption: '没有办事统计数据或者入口失效', each: 3, origin: 'filledIn' },
        ],
      },
    },
    {
      id: '3',
      caption: '互动交流',
      weight: 20,
      origin: 'filledIn',
      sampling: '网站，模拟留言',
      rule: {
        kind: 'deduct',
        faults: [
          { id: '3.slow', caption: '简单常见的咨询超过5个工作日答复', each: 5 },
          { id: '3.quality', caption: '答复推诿、敷衍', each: 5 },
          { id: '3.consultation', caption: '征集调查没有公开结果', each: 2 },
        ],
      },
      reads: [{ check: 'requests.late', fault: '3.slow' }],
    },
    {
      id: '4',
      caption: '功能设计',
      weight: 15,
      origin: 'filledIn',
      sampling: '软件检测和人工抽查',
      rule: {
        kind: 'deduct',
        faults: [
          { id: '4.search', caption: '站内搜索不可用或者不准确', each: 4 },
          { id: '4.links', caption: '错链、断链', each: 0.5, most: 6 },
          { id: '4.marks', caption: '域名、标识、备案信息不规范', each: 2 },
        ],
      },
      reads: [{ check: 'documents.brokenLink', fault: '4.links' }],
    },
  ],
  vetoes: [
    { id: 'V1', caption: '严重表述错误、泄密、违法内容、安全攻击未及时处置、引发严重负面舆情' },
    { id: 'V2', caption: '伪造发稿日期', check: 'documents.backdated' },
    { id: 'V3', caption: '首页打不开：连续一周监测，15秒打不开的次数占5%以上' },
    { id: 'V4', caption: '首页两周没有更新' },
    { id: 'V5', caption: '一级栏目应更新未更新达到5个', from: 5 },
    { id: 'V6', caption: '栏目应更新未更新达到10个', from: 10, check: 'columns.stale' },
    { id: 'V7', caption: '空白栏目达到5个', from: 5, check: 'columns.blank' },
    { id: 'V8', caption: '没有咨询建议渠道，或者留言超过三个月没有回应' },
    { id: 'V9', caption: '有服务职能而没有提供办事服务' },
  ],
  bonus: {
    gate: 80,
    most: 30,
    indicators: [
      {
        id: 'B1',
        caption: '公众参与',
        weight: 10,
        rule: {
          kind: 'earn',
          merits: [
            { id: 'B1.six', caption: '一年内开展征集调查达到6次', each: 5 },
            { id: 'B1.result', caption: '征集意见的采纳情况全部公开', each: 5 },
          ],
        },
        origin: 'filledIn',
      },
      {
        id: 'B2',
        caption: '办事服务创新',
        weight: 10,
        origin: 'filledIn',
        classes: ['service'],
        rule: { kind: 'earn', merits: [{ id: 'B2.online', caption: '高频事项全程网办', each: 5 }] },
      },
      {
        id: 'B3',
        caption: '功能和传播创新',
        weight: 10,
        origin: 'filledIn',
        rule: {
          kind: 'earn',
          merits: [
            { id: 'B3.access', caption: '无障碍浏览和长者模式', each: 5 },
            { id: 'B3.search', caption: '搜索即服务', each: 5 },
          ],
        },
      },
    ],
  },
  pass: 60,
  grades: [
    { from: 90, caption: '优秀' },
    { from: 80, caption: '良好' },
    { from: 60, caption: '合格' },
    { from: 0, caption: '不合格' },
  ],
  composite: [],
  source: {
    title: '政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）',
    note: '单项否决、100分扣分不超过单项分值、60分以下不合格、80分以上进入30分加分、没有对外服务职能的按75分再乘以4/3，据原文的指标说明；办事服务25分由75分推得；其余各项的分值、扣分、加分和等次为补全所拟，使用前请按原文附件核对。',
  },
}
