/** Invented prose of an annual report: what every organ writes, with figures in it. */

/** Sentences that state figures of the tables, and others that state figures of none. */
const general = (n: (k: number) => number, v: Readonly<Record<string, number>>): readonly string[] => [
  `2022年，示范县水务局认真贯彻落实《中华人民共和国政府信息公开条例》，坚持“公开为常态、不公开为例外”，全年通过局门户网站主动公开政府信息${n(0) + 200}条，其中机构职能类${n(1)}条，规划计划类${n(2)}条，财政信息类${n(3)}条，重大建设项目类${n(4)}条。`,
  `（一）主动公开情况。围绕水资源管理、农村供水保障、河湖长制、防汛抗旱等群众关心的事项，及时公开政策文件和执行结果，发布政策解读材料${n(5)}篇，其中图解${n(6)}篇、视频${n(7)}个；回应公众关注热点或重大舆情${n(8)}次。`,
  `（二）依申请公开情况。全年共收到政府信息公开申请${v['requests/received@total'] ?? 0}件，上年结转${v['requests/carriedIn@total'] ?? 0}件；予以公开${v['requests/outcome.granted@total'] ?? 0}件，部分公开${v['requests/outcome.partial@total'] ?? 0}件，结转下年度继续办理${v['requests/carriedOut@total'] ?? 0}件，均在法定期限内答复，没有收取信息处理费。`,
  `（三）政府信息管理情况。严格执行信息发布“三审三校”制度，落实专人负责内容审核、保密审查和日常巡查，对历年公开的规范性文件开展清理，全年更新、修订公开指南和公开目录各1次，纠正错别字${n(9)}处，处理失效链接${n(10)}个。`,
  `（四）平台建设情况。优化门户网站专栏设置，新增“农村饮水安全”专题，政务微信公众号发布信息${n(11) + 60}条，关注人数${n(12) + 4000}人；网站全年访问量${n(13) + 30}万余人次。`,
  `（五）监督保障情况。将政府信息公开工作纳入年度绩效考核，分值权重不低于4%，召开专题会议${(n(14) % 4) + 1}次，组织业务培训${(n(15) % 3) + 1}次，参训人员${n(16) + 30}人次；未发生因政府信息公开工作被追究责任的情况。`,
]

const disputes = (v: Readonly<Record<string, number>>): readonly string[] => {
  const at = (key: string) => v[`disputes/cases@${key}`] ?? 0
  return [
    `全年因政府信息公开引起的行政复议${at('reconsideration.total')}件，其中结果维持${at('reconsideration.upheld')}件、结果纠正${at('reconsideration.corrected')}件；未经复议直接起诉${at('litigation.direct.total')}件，复议后起诉${at('litigation.afterReconsideration.total')}件。`,
  ]
}

const problems: readonly string[] = [
  '一是公开内容的深度还不够，个别科室对应当公开的事项把握不准，部分信息发布不够及时，政策解读的形式仍以文字为主，群众看得懂、用得上的材料偏少。',
  '二是依申请公开的办理能力有待提高，对内部事务信息、过程性信息的界定还需要进一步学习，答复文书的规范程度参差不齐，与申请人的沟通有时不够充分。',
  '三是专业队伍力量薄弱，乡镇水务站没有专职人员，业务人员变动较快，培训的针对性和实效性需要加强。',
  '针对以上问题，下一步将从三个方面改进：一是细化主动公开事项目录，明确每个事项的责任科室、公开时限和公开方式，按季度开展自查并通报结果。',
  '二是建立疑难申请会商机制，由办公室牵头、法律顾问参与，对复杂申请集体研究，统一答复口径，切实降低行政复议和行政诉讼的败诉风险。',
  '三是加强业务培训和日常指导，把政府信息公开列入新进人员必修课程，邀请专家授课，选派骨干跟班学习，不断提升工作人员的法治意识和业务水平。',
  '四是丰富公开形式，运用图表、短视频和现场宣讲等方式解读政策，在政务服务大厅、供水营业厅设置查阅点，方便不会使用网络的群众获取信息。',
]

const others: readonly string[] = [
  '本机关按照《政府信息公开信息处理费管理办法》的规定收取信息处理费，本年度收取信息处理费0元。',
  '人大代表建议和政协委员提案办理结果公开情况：全年承办县人大代表建议9件、政协委员提案6件，办复率100%，除涉密内容外均已在门户网站公开答复摘要。',
  '落实年度政务公开工作要点情况：围绕助力经济平稳健康发展，公开水利工程建设项目批准服务、招标投标、征地补偿、施工进展、质量安全监督、竣工验收等信息；围绕保持社会和谐稳定，公开汛情旱情、水质监测和应急供水安排。',
  '本报告的电子版可以在示范县人民政府门户网站下载。如对本报告有疑问，请与示范县水务局办公室联系（地址：示范县人民路1号，邮编：000000，电话：0000-0000000）。',
]

/** A small generator of figures that differ from report to report. */
const numbers =
  (index: number) =>
  (k: number): number =>
    ((index + 1) * 7919 + k * 104_729) % 97

/**
 * Paragraphs for the n-th of the sections that hold no table of requests, of the report with this index.
 * `values` are the report's own figures, so that prose and tables agree.
 */
export const prose = (index: number, section: number, values: Readonly<Record<string, number>>) => {
  if (section === 0) return general(numbers(index), values)
  if (section === 1) return [...disputes(values), ...problems]
  return others
}
