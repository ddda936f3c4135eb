import type { Day } from './day.ts'

/**
 * How far our reading of a text rests on the text itself.
 * `verified`: read in a full copy. `partly`: only parts of the text, or a restatement of it, were read.
 * `memory`: not read; to be confirmed before anyone relies on it.
 */
export type SourceMark = 'verified' | 'partly' | 'memory'

export interface InstrumentRecord {
  /** Full official name; the number without 《》 where the paper has no name of its own. */
  readonly name: string
  /** Number of the order, announcement or letter. */
  readonly number: string | null
  /** Day from which it applies, in the version cited here; null where not established. */
  readonly inForceFrom: Day | null
  readonly mark: SourceMark
}

/** The day on which somebody last compared this index with its sources. */
export const lastChecked: Day = '2026-11-22'

/**
 * The instruments the software relies on, under the short names by which it cites them. Articles of each are in
 * `articles.ts`; letters and notices are cited whole, since they have none.
 */
export const instruments = {
  条例: {
    name: '中华人民共和国政府信息公开条例',
    number: '国务院令第711号',
    inForceFrom: '2019-05-15',
    mark: 'verified',
  },
  复议法: {
    name: '中华人民共和国行政复议法',
    number: '2023年9月1日修订',
    inForceFrom: '2024-01-01',
    mark: 'verified',
  },
  复议条例: {
    name: '中华人民共和国行政复议法实施条例',
    number: '2026年修订',
    inForceFrom: '2026-07-01',
    mark: 'partly',
  },
  复议指导意见: {
    name: '关于审理政府信息公开行政复议案件若干问题的指导意见',
    number: '国办函〔2021〕132号',
    inForceFrom: '2021-12-22',
    mark: 'partly',
  },
  诉讼法: {
    name: '中华人民共和国行政诉讼法',
    number: '2017年6月27日修正',
    inForceFrom: '2017-07-01',
    mark: 'verified',
  },
  诉讼法解释: {
    name: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
    number: '法释〔2018〕1号',
    inForceFrom: '2018-02-08',
    mark: 'memory',
  },
  司法解释: {
    name: '最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释',
    number: '法释〔2025〕8号',
    inForceFrom: '2025-06-01',
    mark: 'partly',
  },
  办法: {
    name: '政府信息公开信息处理费管理办法',
    number: '国办函〔2020〕109号',
    inForceFrom: '2021-01-01',
    mark: 'partly',
  },
  民法典: {
    name: '中华人民共和国民法典',
    number: '2020年5月28日通过',
    inForceFrom: '2021-01-01',
    mark: 'verified',
  },
  个保法: {
    name: '中华人民共和国个人信息保护法',
    number: '2021年8月20日通过',
    inForceFrom: '2021-11-01',
    mark: 'verified',
  },
  预算法: { name: '中华人民共和国预算法', number: '2018年12月29日修正', inForceFrom: null, mark: 'verified' },
  邮政法: { name: '中华人民共和国邮政法', number: '2015年4月24日修正', inForceFrom: null, mark: 'verified' },
  电子签名法: {
    name: '中华人民共和国电子签名法',
    number: '2019年4月23日修正',
    inForceFrom: null,
    mark: 'verified',
  },
  无障碍法: {
    name: '中华人民共和国无障碍环境建设法',
    number: '2023年6月28日通过',
    inForceFrom: '2023-09-01',
    mark: 'verified',
  },
  保密法: {
    name: '中华人民共和国保守国家秘密法',
    number: '2024年2月27日修订',
    inForceFrom: '2024-05-01',
    mark: 'memory',
  },
  档案法: {
    name: '中华人民共和国档案法',
    number: '2020年6月20日修订',
    inForceFrom: '2021-01-01',
    mark: 'memory',
  },
  放假办法: {
    name: '全国年节及纪念日放假办法',
    number: '2024年11月10日修订',
    inForceFrom: '2025-01-01',
    mark: 'verified',
  },
  年报格式: {
    name: '中华人民共和国政府信息公开工作年度报告格式',
    number: '国办公开办函〔2021〕30号',
    inForceFrom: '2021-09-26',
    mark: 'partly',
  },
  年报格式2019: {
    name: '中华人民共和国政府信息公开工作年度报告格式（试行）',
    number: '国办公开办函〔2019〕60号',
    inForceFrom: null,
    mark: 'partly',
  },
  答复主体函: {
    name: '关于政府信息公开答复主体有关问题的解释',
    number: '国办公开办函〔2014〕67号',
    inForceFrom: '2014-09-03',
    mark: 'partly',
  },
  期限函: {
    name: '关于政府信息公开期限有关问题的解释',
    number: '国办公开办函〔2015〕207号',
    inForceFrom: null,
    mark: 'partly',
  },
  年报填报函: {
    name: '关于政府信息公开工作年度报告有关项目填报问题的解释',
    number: '国办公开办函〔2016〕201号',
    inForceFrom: '2016-09-01',
    mark: 'verified',
  },
  业务查询函: {
    name: '关于政府信息公开与业务查询事项的解释',
    number: '国办公开办函〔2016〕206号',
    inForceFrom: null,
    mark: 'memory',
  },
  送达函: {
    name: '关于政府信息公开处理决定送达问题的解释',
    number: '国办公开办函〔2016〕235号',
    inForceFrom: '2016-12-07',
    mark: 'verified',
  },
  接收渠道函: {
    name: '关于政府信息公开申请接收渠道问题的解释',
    number: '国办公开办函〔2017〕19号',
    inForceFrom: null,
    mark: 'verified',
  },
  机构改革函: {
    name: '关于机构改革后政府信息公开申请办理问题的解释',
    number: '国办公开办函〔2019〕14号',
    inForceFrom: null,
    mark: 'verified',
  },
  平台规范: {
    name: '关于规范政府信息公开平台有关事项的通知',
    number: '国办公开办函〔2019〕61号',
    inForceFrom: null,
    mark: 'partly',
  },
  规章公开函: {
    name: '关于集中公开并动态更新规章的通知',
    number: '国办公开办函〔2021〕33号',
    inForceFrom: null,
    mark: 'partly',
  },
  目录指引: {
    name: '政府信息公开目录系统实施指引（试行）',
    number: null,
    inForceFrom: null,
    mark: 'partly',
  },
  检查指标: {
    name: '政府网站与政务新媒体检查指标',
    number: '国办秘函〔2019〕19号',
    inForceFrom: '2019-04-01',
    mark: 'partly',
  },
  网站指引: {
    name: '政府网站发展指引',
    number: '国办发〔2017〕47号',
    inForceFrom: null,
    mark: 'partly',
  },
  政务公开细则: {
    name: '《关于全面推进政务公开工作的意见》实施细则',
    number: '国办发〔2016〕80号',
    inForceFrom: '2016-11-10',
    mark: 'partly',
  },
  舆情通知: {
    name: '关于在政务公开工作中进一步做好政务舆情回应的通知',
    number: '国办发〔2016〕61号',
    inForceFrom: null,
    mark: 'partly',
  },
  执法三项制度: {
    name: '关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
    number: '国办发〔2018〕118号',
    inForceFrom: null,
    mark: 'partly',
  },
  新媒体意见: {
    name: '关于推进政务新媒体健康有序发展的意见',
    number: '国办发〔2018〕123号',
    inForceFrom: null,
    mark: 'partly',
  },
  基层公开意见: {
    name: '关于全面推进基层政务公开标准化规范化工作的指导意见',
    number: '国办发〔2019〕54号',
    inForceFrom: null,
    mark: 'partly',
  },
  公文条例: {
    name: '党政机关公文处理工作条例',
    number: '中办发〔2012〕14号',
    inForceFrom: '2012-07-01',
    mark: 'memory',
  },
  规范性文件通知: {
    name: '关于加强行政规范性文件制定和监督管理工作的通知',
    number: '国办发〔2018〕37号',
    inForceFrom: null,
    mark: 'memory',
  },
  合法性审核意见: {
    name: '关于全面推行行政规范性文件合法性审核机制的指导意见',
    number: '国办发〔2018〕115号',
    inForceFrom: null,
    mark: 'memory',
  },
  公平竞争条例: {
    name: '公平竞争审查条例',
    number: '国务院令第783号',
    inForceFrom: '2024-08-01',
    mark: 'memory',
  },
  决策条例: {
    name: '重大行政决策程序暂行条例',
    number: '国务院令第713号',
    inForceFrom: '2019-09-01',
    mark: 'memory',
  },
  等保要求: {
    name: '信息安全技术 网络安全等级保护基本要求',
    number: 'GB/T 22239-2019',
    inForceFrom: '2019-12-01',
    mark: 'memory',
  },
  公文格式: {
    name: '党政机关公文格式',
    number: 'GB/T 9704-2012',
    inForceFrom: '2012-07-01',
    mark: 'partly',
  },
  身份号码标准: {
    name: '公民身份号码',
    number: 'GB 11643-1999',
    inForceFrom: '1999-07-01',
    mark: 'memory',
  },
  信用代码标准: {
    name: '法人和其他组织统一社会信用代码编码规则',
    number: 'GB 32100-2015',
    inForceFrom: '2015-10-01',
    mark: 'memory',
  },
} as const satisfies Record<string, InstrumentRecord>

/** Short name of an instrument, the first part of every citation. */
export type Instrument = keyof typeof instruments
