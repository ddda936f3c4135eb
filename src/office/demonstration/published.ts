/** What the organs of the demonstration county have published already: invented titles, numbers, days and addresses. */
import { type Day, formatChinese } from '../../law/day.ts'
import type { Act, Office, OrganId } from '../ports.ts'
import { importPublished } from '../published/import-published.ts'
import { publishedIdOf } from '../published/published-id.ts'
import { writePublished } from '../published/published-list.ts'
import { demonstrationOrgans } from './county.ts'

type Item = readonly [
  title: string,
  docNo: string | null,
  on: readonly [month: number, day: number],
  summary: string,
]

const published: Readonly<Record<OrganId, readonly Item[]>> = {
  county: [
    [
      '示例县国民经济和社会发展第十五个五年规划纲要',
      '示政发〔{y}〕1号',
      [2, 10],
      '全县五年的发展目标、重点任务和重大项目。',
    ],
    ['示例县财政预算执行情况和预算草案的报告', null, [3, 20], '全县和县级财政收支预算、转移支付、政府债务。'],
    ['示例县突发公共事件总体应急预案', '示政办发〔{y}〕6号', [5, 6], '预警、响应、处置和信息发布。'],
    ['示例县重大行政决策事项目录', '示政办发〔{y}〕3号', [3, 1], '列入本年度目录的决策事项和承办单位。'],
  ],
  education: [
    ['示例县义务教育学校招生工作方案', '示教〔{y}〕12号', [4, 28], '学区划分、招生计划、报名时间和材料。'],
    ['示例县教育局部门预算', null, [2, 20], '收支总表、“三公”经费、政府采购预算。'],
    [
      '示例县中小学校车服务管理办法',
      '示教〔{y}〕7号',
      [3, 15],
      '校车线路、服务单位的确定、安全责任和补助标准。',
    ],
    ['示例县学校食堂大宗食材采购公告和中标结果', null, [6, 12], '采购人、中标供应商和中标金额。'],
  ],
  land: [
    [
      '示例县东河镇集体土地征收启动公告',
      '示自然资〔{y}〕21号',
      [5, 18],
      '征收范围、土地现状、征收目的和调查安排。',
    ],
    [
      '示例县征地补偿安置标准（区片综合地价）',
      '示自然资〔{y}〕4号',
      [1, 15],
      '各区片的地价、青苗和地上附着物补偿标准。',
    ],
    ['示例县国土空间总体规划', null, [6, 30], '城镇开发边界、永久基本农田和生态保护红线。'],
    ['示例县国有建设用地使用权出让结果公示', null, [7, 9], '地块位置、用途、面积、成交价和受让单位。'],
  ],
  housing: [
    ['示例县老旧小区改造项目清单和进度', '示建〔{y}〕15号', [4, 8], '小区名称、改造内容、投资和完成时间。'],
    ['示例县公共租赁住房分配结果公示', null, [5, 27], '轮候号、房源、面积。'],
    [
      '示例县国有土地上房屋征收补偿方案（城北片区）',
      '示建〔{y}〕19号',
      [6, 5],
      '征收范围、补偿方式、评估机构和签约期限。',
    ],
    ['示例县住宅专项维修资金使用情况', null, [3, 31], '各小区归集、使用和结余。'],
  ],
  agriculture: [
    ['示例县耕地地力保护补贴发放方案', '示农〔{y}〕9号', [4, 2], '补贴对象、标准、面积核实和发放时间。'],
    ['示例县高标准农田建设项目中标结果', null, [6, 18], '项目地点、建设内容、中标单位和金额。'],
    ['示例县农业机械购置补贴公示', null, [5, 20], '机具品目、补贴额和购机数量。'],
  ],
  health: [
    ['示例县医疗机构设置规划', '示卫健〔{y}〕5号', [3, 10], '医院、乡镇卫生院和村卫生室的布局。'],
    ['示例县生活饮用水水质监测信息', null, [7, 2], '各监测点的检测项目和结果。'],
    ['示例县医疗机构行政处罚结果公示', null, [5, 30], '当事人、违法事实、依据和处罚结果。'],
  ],
  donghe: [
    ['东河镇低保、特困救助对象名单公示', null, [4, 15], '分村的救助户数、人数和标准。'],
    ['东河镇宅基地审批结果公示', null, [6, 10], '村组、面积和批准日期。'],
    ['东河镇农田水利工程建设运营情况', null, [5, 5], '泵站、渠道的建设和管护。'],
  ],
  xiling: [
    ['西岭镇惠民惠农财政补贴发放明细', null, [4, 22], '补贴项目、户数和金额。'],
    ['西岭镇农村道路养护计划', '西政〔{y}〕8号', [3, 25], '路线、里程和养护单位。'],
  ],
  nantang: [
    ['南塘乡土地承包经营权流转情况', null, [5, 12], '流转面积、期限和用途。'],
    ['南塘乡筹资筹劳方案', '南政〔{y}〕4号', [4, 18], '议事程序、筹资标准和项目。'],
  ],
  beishan: [
    ['北山街道社区养老服务站建设情况', null, [6, 25], '站点、服务项目和开放时间。'],
    ['北山街道国有土地上房屋征收补偿结果公示', null, [7, 1], '分户的补偿方式和面积。'],
  ],
}

/** Brings the lists in, each organ's as a whole, as it would be by hand. `year`: of the documents. */
export async function publishForDemonstration(office: Office, year: number, on: Day, by: Act): Promise<void> {
  for (const { id, record } of demonstrationOrgans) {
    const items = (published[id] ?? []).map(([title, docNo, [month, day], summary], place) => {
      const address = `${record.office.website}/zwgk/${year}/${place + 1}.html`
      const publishedOn: Day = `${year}-${pad(month)}-${pad(day)}` as Day
      return {
        organ: id,
        id: publishedIdOf(address),
        title: `${title}（${year}年）`,
        docNo: docNo?.replace('{y}', String(year)) ?? null,
        publishedOn,
        address,
        summary: `${summary}${formatChinese(publishedOn)}公开。`,
      }
    })
    const bytes = await writePublished(items, 'csv')
    const outcome = await importPublished(office, { organ: id, bytes, on, by })
    if (!('done' in outcome) || !outcome.done || outcome.refused.length > 0)
      throw new Error(`What ${id} has published could not be brought in: ${JSON.stringify(outcome)}`)
  }
}

const pad = (figure: number): string => String(figure).padStart(2, '0')
