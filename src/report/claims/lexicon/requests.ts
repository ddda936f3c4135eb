/** Phrases that count requests, from receipt to outcome. */

import type { Entry } from './entry.ts'

const inward = '新收到|新收|收到|接收到|接收|受理|接到'
const request = '信息公开申请|公开申请|申请公开|信息申请|依申请公开|依申请|公开申'
const tail = '[政府信息|信息|公开|案件|申请|事项|件|案|类|办件|的]'
/** What is received and answered without being a request under the Regulation. */
const notRequests = ['建议', '提案', '议案', '工单', '诉求', '留言', '公开率', '复议', '诉讼', '行政许可']
const notAnswers = [
  ...notRequests,
  '咨询',
  '来信',
  '来访',
  '信访',
  '投诉',
  '举报',
  '热线',
  '信箱',
  '网民',
  '率',
  '延期',
  '未答复',
  '未办结',
  '告知',
]
const before = '上年|往年|年初|上期|上年末|上年底'
const after = '下年|次年|明年|来年|下期'
const outward = '结转|顺延|延至|延续|转入|转至|转到|转|移至|递延|接转'
const moneyCarried = ['经费', '资金', '预算']
const suffix = '[情形|情况|决定|答复|处理|案件|申请|类|的|政府信息|信息|件]'
const applicant = '[提交|提出|申请|申请人|的|公开|政府信息|信息|申请件|件|类|方面]'

const carried: readonly Entry[] = [
  {
    metric: 'carriedOut',
    phrases: [
      `${outward} [至|到|入] ${after} … #`,
      `${after} [继续|再|的] 办理|答复|处理 #`,
      '跨年|跨年度 [办理|结转|答复|件] #',
      `# [申请|政府信息公开申请|尚|正|需|将] ${outward} [至|到|入] ${after}`,
      `# [申请|政府信息公开申请] ${after} [继续] 办理|答复`,
    ],
    not: ['上年结转', ...moneyCarried],
  },
  {
    metric: 'carriedIn',
    phrases: [
      `${before} 结转|转接|转入|遗留|接转|转|延续|未办结 … #`,
      `结转 [自] ${before} … #`,
      `结转 # ${before}`,
      `# [为|系|是] ${before} 结转|遗留|转入|延续`,
      // Where the report year is not known: the year printed before 结转 is one that has passed.
      '某年 结转|转接|转入 … #',
    ],
    not: ['下年', ...moneyCarried],
  },
  {
    metric: 'carriedOut',
    phrases: [
      '结转 [至|到] 某年 … #',
      '^ [另|另有|并|尚|其中] 结转 #',
      '尚未办结|尚在办理|正在办理|未办结|办理中 [的|申请|件] #',
      '# [申请|件|尚|仍|还|正] 在办理|未办结 [中]',
    ],
    not: ['上年', '含', '率', ...moneyCarried, ...notRequests],
    topic: 'requests',
  },
]

const applicants: readonly Entry[] = [
  { metric: 'fromNatural', phrases: [`自然人 ${applicant} #`], topic: 'requests' },
  {
    metric: 'fromLegal',
    phrases: [`法人或其他组织|法人和其他组织|法人及其他组织|法人或者其他组织|法人、其他组织 ${applicant} #`],
    topic: 'requests',
  },
  { metric: 'fromBusiness', phrases: [`商业企业 ${applicant} #`], topic: 'requests' },
  { metric: 'fromResearch', phrases: [`科研机构 ${applicant} #`], topic: 'requests' },
  { metric: 'fromWelfare', phrases: [`社会公益组织|公益组织 ${applicant} #`], topic: 'requests' },
  { metric: 'fromLawService', phrases: [`法律服务机构 ${applicant} #`], topic: 'requests' },
]

const outcomes: readonly Entry[] = [
  {
    metric: 'grantedOrPartial',
    phrases: [
      `公开及部分公开|公开和部分公开|公开或部分公开|公开、部分公开 ${suffix} #`,
      `公开及予以部分公开|公开和予以部分公开|公开或予以部分公开|公开、予以部分公开 ${suffix} #`,
    ],
    topic: 'requests',
  },
  {
    metric: 'partial',
    phrases: [`部分公开|部分予以公开|予以部分公开|同意部分公开|区分处理 ${suffix} #`],
    topic: 'requests',
  },
  {
    metric: 'denied',
    phrases: [`不予公开|不予以公开|不同意公开|未予公开|不公开 ${suffix} #`],
    not: ['部分'],
    topic: 'requests',
  },
  { metric: 'unavailable', phrases: [`无法提供|不能提供 ${suffix} #`], topic: 'requests' },
  { metric: 'declined', phrases: [`不予处理 ${suffix} #`], topic: 'requests' },
  {
    metric: 'otherOutcome',
    phrases: ['其他处理|其它处理|其他方式处理 [情形|情况|的|件|类] #'],
    topic: 'requests',
  },
  {
    metric: 'granted',
    phrases: [
      `予以公开|同意公开|全部公开|全部予以公开|准予公开|依法公开 ${suffix} #`,
      '^ [其中|已] 公开 [的|为] #',
    ],
    not: ['不予', '不同意', '部分', '主动公开', '未予'],
    topic: 'requests',
  },
]

const handling: readonly Entry[] = [
  {
    metric: 'received',
    phrases: [
      `${inward} … ${request} ${tail} #`,
      `${inward} [各类|有效|公民|群众|的|了|到] 申请 [件|案件] #`,
      `${inward} … 的申请 [件|案件] #`,
      `${inward} # [份|关于|各类|有效|的|依法] [政府] ${request}`,
      `${request} ${tail} ${inward} #`,
    ],
    not: notRequests,
  },
  {
    metric: 'received',
    phrases: [`^ [其中|本年|当年|全年|年内|共] ${inward} [申请|案件] #`],
    not: notRequests,
    topic: 'requests',
  },
  ...outcomes,
  {
    metric: 'processed',
    phrases: [
      `办理|处理 … ${request} ${tail} #`,
      '办理|处理 [各类|有效|的|了] 申请 [件|案件] #',
      `办理|处理 # [各类|有效|的] [政府] ${request}`,
    ],
    not: [...notRequests, '不予', '其他处理', '结转', '未'],
  },
  {
    metric: 'answered',
    phrases: [
      `答复|办结|回复|完结|办理完毕|办理完成|办理完结 … ${request} ${tail} #`,
      `${request} ${tail} 答复|办结|办理完毕|办理完结 #`,
      `答复|办结|完结 # [各类|的] [政府] ${request}`,
    ],
    not: notAnswers,
  },
  {
    metric: 'answered',
    phrases: ['答复|办结|完结|办理完毕|办理完成|办理完结|按期办理 [申请|案件|的|件] #', '办结|答复 # [申请]'],
    not: notAnswers,
    topic: 'requests',
  },
]

export const requestEntries: readonly Entry[] = [
  {
    metric: 'handled',
    phrases: [`收办|接办 … 申请 ${tail} #`, '收办|接办 # … 申请'],
    not: notRequests,
  },
  ...carried,
  ...applicants,
  ...handling,
]
