/** Phrases that count what was published, documents, fees and the rest of a year's work. */

import { documentUnits, type Entry, pieceUnits } from './entry.ts'

const disclose = '主动公开|公开|发布|公布|公示'
const notMade = ['审查', '审核', '备案', '起草', '评估', '清理', '解读', '类']
const published = ['公开', '公示', '发布', '上传', '公布', '录入', '评查', '归集', '信息']
const local = '[的|政府|市政府|省政府|县政府|州政府|地方政府|公开|本年|了|地方性|新]'
const kinds = '[的|行政|政府|了|各类|本级|本年|新|和|或|宣布|失效]'

const fees: readonly Entry[] = [
  {
    metric: 'processingFee',
    phrases: ['处理费|处理费用 … #', '收取 [了|费用|申请人|的] #', '收费 [金额] #'],
    units: ['元'],
    not: ['减免', '退还', '退费', '应收', '标准', '每', '免收'],
    topic: 'fee',
  },
  {
    metric: 'processingFeeCases',
    phrases: ['# … 收取|收费 … 处理费', '处理费 [案件|申请|涉及] #', '收取 … 处理费 … #'],
    topic: 'fee',
  },
]

const documents: readonly Entry[] = [
  {
    metric: 'rulesInForce',
    phrases: [`现行有效 ${local} 规章 #`, '规章 现行有效 #'],
    units: documentUnits,
  },
  { metric: 'rulesRepealed', phrases: [`废止|失效 ${local} 规章 #`], units: documentUnits },
  {
    metric: 'rulesIssued',
    phrases: [`制定|制发|出台|颁布|发布|新增|制定出台|印发|新增公开 ${local} 规章 #`, '规章 制发|制定 #'],
    units: documentUnits,
    not: ['制度', '废止', '现行'],
  },
  {
    metric: 'normativeInForce',
    phrases: [
      `现行有效|有效 ${kinds} 规范性文件 #`,
      '规范性文件 … 现行有效|继续有效|保留 #',
      '# 现行有效 [行政|的] 规范性文件',
    ],
    units: documentUnits,
  },
  {
    metric: 'normativeInForce',
    phrases: ['^ [其中] 现行有效|现行有效件数 #'],
    units: documentUnits,
    topic: 'normative',
  },
  {
    metric: 'normativeRepealed',
    phrases: [
      `废止|失效|宣布失效 ${kinds} 规范性文件 #`,
      '规范性文件 … 废止|废止和失效 #',
      '废止 # [行政] 规范性文件',
    ],
    units: documentUnits,
  },
  {
    metric: 'normativeRepealed',
    phrases: ['^ [其中] 废止|废止和失效|废止失效 #'],
    units: documentUnits,
    topic: 'normative',
  },
  {
    metric: 'normativeIssued',
    phrases: [
      `制发|制定|新增|印发|出台|新制定|制定出台|制定印发 ${kinds} 规范性文件 #`,
      '规范性文件 制发|制定|新增|印发|出台|新制定 #',
      '制发|制定|新增|印发|出台 # [行政] 规范性文件',
    ],
    units: documentUnits,
    not: [...notMade, '废止', '现行有效'],
  },
  {
    metric: 'normativeDisclosed',
    phrases: [`公开|发布|新公开 ${kinds} 规范性文件 #`],
    units: documentUnits,
    not: notMade,
  },
]

const activities: readonly Entry[] = [
  {
    metric: 'interpretations',
    phrases: [
      '解读 [信息|材料|文件|稿件|稿|产品|文章|内容|文稿|政策|及|数|发布|制作] #',
      '发布|制作|推出|刊发|公开 # [各类|的] [政策] 解读',
    ],
    units: ['件', '条', '篇', '份', '个', '期', '次', '项', '条次', '部'],
    not: ['未解读', '解读率', '专家'],
  },
  {
    metric: 'meetings',
    phrases: ['常务会议|办公会议 [信息|纪要] #'],
    units: ['次', '期', '条', '场', '个'],
  },
  { metric: 'policyDocuments', phrases: ['政策性文件|政策文件 [信息] #'], units: pieceUnits },
  {
    metric: 'proposals',
    phrases: ['建议|提案|议案 [答复|办理|结果|公开|情况|复文|办理结果] #'],
    units: pieceUnits,
    not: ['意见'],
  },
  {
    metric: 'consultations',
    phrases: ['征集调查|调查征集|意见征集|征求意见 [和|意见采纳|情况|信息|活动] #'],
    units: pieceUnits,
  },
  { metric: 'gazettes', phrases: ['公报 #'], units: ['期'] },
  { metric: 'pressConferences', phrases: ['发布会 #'], units: ['次', '场', '场次'] },
  { metric: 'responses', phrases: ['回应 … #'], units: ['次', '条', '件', '起'], not: ['率'] },
  {
    metric: 'trainees',
    phrases: ['培训|覆盖 … 人员|干部 #', '培训|参训 #'],
    units: ['人', '人次', '名'],
  },
  { metric: 'mediaAccounts', phrases: ['新媒体 [账号|帐号] #'], units: ['个', '家'] },
  {
    metric: 'penalties',
    phrases: ['行政处罚 [决定|案件|决定书|处理决定] #'],
    units: ['件', '起', '宗', '例'],
    not: published,
  },
  {
    metric: 'licences',
    phrases: ['作出|办理 … 行政许可 [决定|事项|案件|决定书] #'],
    units: ['件', '宗'],
    not: published,
  },
  {
    metric: 'coercions',
    phrases: ['作出|实施|采取 … 行政强制 [措施|决定|案件|执行] #'],
    units: ['件', '起', '宗', '次'],
    not: published,
  },
]

export const disclosureEntries: readonly Entry[] = [
  ...fees,
  ...documents,
  ...activities,
  {
    metric: 'proactive',
    phrases: [
      `${disclose} [各类|各种|政府|政务|的|了|有关|本级|法定|全部|、|类] 信息 #`,
      '主动公开 [各类|政府|政务|的|了] #',
      '信息 [共|主动] 公开 #',
      `${disclose} # [各类|各种|的] 政府信息|政务信息|信息`,
    ],
    units: pieceUnits,
    not: ['不予', '依申请'],
  },
]
