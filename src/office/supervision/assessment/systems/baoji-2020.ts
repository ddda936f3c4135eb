/** 宝鸡、陕西 2020: weights in percent that multiply from level to level, each point with how it is sampled. */
import type { IndicatorSystem, Leaf, Level } from '../system.ts'

/** How well a point is done. */
const levels: readonly Level[] = [
  { id: 'done', caption: '符合', share: 1 },
  { id: 'partly', caption: '部分符合', share: 0.5 },
  { id: 'not', caption: '不符合', share: 0 },
]

const point = (
  id: string,
  caption: string,
  weight: number,
  sampling: '材料' | '网站' | '网站抽查' | '模拟申请' | '软件检测',
  more: Partial<Leaf> = {},
): Leaf => ({ id, caption, weight, sampling, origin: 'filledIn', rule: { kind: 'levels', levels }, ...more })

const ratio = { rule: { kind: 'ratio' } } as const

export const baoji2020: IndicatorSystem = {
  format: 'gongkai-indicators/1',
  id: 'baoji-2020',
  name: '政务公开工作绩效评估（宝鸡市2020年）',
  year: 2020,
  tree: 'percent',
  full: 100,
  absent: 'siblings',
  classes: [
    { key: 'county', caption: '县区政府版' },
    { key: 'department', caption: '部门版' },
  ],
  indicators: [
    {
      id: '1',
      caption: '政府信息公开',
      weight: 40,
      children: [
        {
          id: '1.1',
          caption: '主动公开',
          weight: 70,
          children: [
            {
              id: '1.1.1',
              caption: '会议公开',
              weight: 10,
              children: [
                {
                  id: '1.1.1.1',
                  caption: '制度建立与落实',
                  weight: 30,
                  children: [
                    {
                      id: '1.1.1.1.1',
                      caption: '建立并落实利益相关方、公众代表、专家、媒体等列席政府有关会议的制度',
                      weight: 100,
                      sampling: '材料',
                      evidence: '列席会议的制度、通知和签到',
                      rule: { kind: 'levels', levels },
                    },
                  ],
                },
                {
                  id: '1.1.1.2',
                  caption: '会议信息发布',
                  weight: 70,
                  origin: 'filledIn',
                  children: [
                    point('1.1.1.2.1', '常务会议议定事项及时发布', 60, '网站'),
                    point('1.1.1.2.2', '会议信息与解读相关联', 40, '网站'),
                  ],
                },
              ],
            },
            {
              id: '1.1.2',
              caption: '政策文件',
              weight: 50,
              origin: 'filledIn',
              limits: [{ fault: '1.1.2.1.abolished', effect: 'atMost', share: 0.6 }],
              children: [
                point('1.1.2.1', '规范性文件集中公开并标注有效性', 60, '网站抽查', {
                  rule: {
                    kind: 'deduct',
                    faults: [
                      { id: '1.1.2.1.abolished', caption: '已经废止的文件没有标注', each: 20, most: 60 },
                      { id: '1.1.2.1.elements', caption: '要素不全', each: 10, most: 40 },
                    ],
                  },
                  reads: [
                    { check: 'documents.lapsed', fault: '1.1.2.1.abolished' },
                    { check: 'documents.missingMetadata', fault: '1.1.2.1.elements' },
                  ],
                }),
                point('1.1.2.2', '抽查文件在二十个工作日内公开', 40, '网站抽查', ratio),
              ],
            },
            {
              id: '1.1.3',
              caption: '重点领域',
              weight: 40,
              origin: 'filledIn',
              children: [
                point('1.1.3.1', '抽取的领域按标准目录公开', 70, '网站抽查', ratio),
                point('1.1.3.2', '财政预算决算', 30, '网站'),
              ],
            },
          ],
        },
        {
          id: '1.2',
          caption: '依申请公开',
          weight: 30,
          origin: 'filledIn',
          children: [
            point('1.2.1', '渠道畅通', 40, '模拟申请', { evidence: '申请渠道的公布情况' }),
            point('1.2.2', '按期、规范答复', 60, '模拟申请', {
              rule: {
                kind: 'deduct',
                faults: [
                  { id: '1.2.2.late', caption: '逾期答复', each: 50, basis: '条例§33' },
                  { id: '1.2.2.form', caption: '答复不规范', each: 25, basis: '条例§36' },
                ],
              },
              reads: [{ check: 'requests.late', fault: '1.2.2.late' }],
            }),
          ],
        },
      ],
    },
    {
      id: '2',
      caption: '解读回应参与',
      weight: 20,
      origin: 'filledIn',
      children: [
        point('2.1', '政策解读', 50, '网站抽查', ratio),
        point('2.2', '回应关切', 25, '材料', { evidence: '舆情回应的记录' }),
        point('2.3', '公众参与', 25, '网站'),
      ],
    },
    {
      id: '3',
      caption: '服务公开',
      weight: 15,
      origin: 'filledIn',
      children: [
        point('3.1', '办事指南准确', 60, '网站抽查', ratio),
        point('3.2', '政务服务大厅公开', 40, '材料', { classes: ['county'] }),
        point('3.3', '部门服务事项公开', 40, '网站', { classes: ['department'] }),
      ],
    },
    {
      id: '4',
      caption: '平台建设',
      weight: 15,
      origin: 'filledIn',
      children: [
        point('4.1', '网站运行', 60, '软件检测', {
          rule: {
            kind: 'deduct',
            faults: [
              { id: '4.1.stale', caption: '栏目应更新未更新', each: 20 },
              { id: '4.1.links', caption: '错链、断链', each: 5, most: 30 },
            ],
          },
          reads: [
            { check: 'columns.stale', fault: '4.1.stale' },
            { check: 'documents.brokenLink', fault: '4.1.links' },
          ],
        }),
        point('4.2', '政务新媒体', 40, '网站'),
      ],
    },
    {
      id: '5',
      caption: '组织保障',
      weight: 10,
      origin: 'filledIn',
      children: [
        point('5.1', '机构、人员、经费', 40, '材料', { evidence: '机构设置文件' }),
        point('5.2', '业务培训', 30, '材料', { evidence: '培训通知、签到' }),
        point('5.3', '考核和年度报告', 30, '材料'),
      ],
    },
  ],
  vetoes: [],
  bonus: null,
  pass: null,
  grades: [
    { from: 85, caption: '优秀' },
    { from: 75, caption: '良好' },
    { from: 60, caption: '合格' },
    { from: 0, caption: '不合格' },
  ],
  composite: [
    { of: 'own', caption: '年度评估', weight: 70 },
    { of: 'quarters', caption: '季度检查平均', weight: 20 },
    { of: 'social', caption: '社会评议', weight: 10 },
  ],
  source: {
    title: '2020年宝鸡市政务公开工作绩效评估指标（依据陕政办函〔2020〕69号）',
    note: '五个方面、政府信息公开40%、主动公开70%、会议公开10%、制度建立与落实30%、评估点100%和采样方式“材料”据原表；其余权重、评估点、档次、综合得分的构成和等次为补全所拟，使用前请按本地印发的指标修改。',
  },
}
