/** What the organs of 示例县 say in their annual reports. Invented, as everything there. */
import type { SectionKey } from '../reports/annual/events.ts'

type Prose = Readonly<Partial<Record<SectionKey, string>>>

const received = '{requests/received@total}'

const survey = (what: string, how: string): string =>
  [
    `（一）主动公开。围绕${what}公开政府信息，全年制发行政规范性文件{documents/normative@issued}件，现行有效{documents/normative@inForce}件。`,
    `（二）依申请公开。全年新收政府信息公开申请${received}件，上年结转{requests/carriedIn@total}件，办结{requests/outcome.total@total}件，结转下年度{requests/carriedOut@total}件。予以公开和部分公开共{sum/grantedOrPartial}件，不予公开{sum/denied}件。`,
    `（三）政府信息管理。${how}`,
    '（四）平台建设。维护政府信息公开专栏，保证栏目齐全、内容及时。',
    '（五）监督保障。开展业务培训，落实专人负责。',
  ].join('\n')

/** Copied from one another but for the name of the place: what a superior organ has to notice. */
const township = survey(
  '乡村振兴、惠农补贴、危房改造等与群众密切相关的事项',
  '按照“先审查、后公开”的要求，逐件审查拟公开的信息，定期清理公开目录。',
)
const townshipProblems =
  '存在的主要问题：一是公开的内容不够具体，群众关心的资金使用情况公开不够及时；二是工作人员业务能力有待提高。改进情况：建立惠农资金公开台账，按季度公开；组织工作人员参加业务培训两次。'

const surveys: Readonly<Record<string, string>> = {
  county: `${survey('重点建设项目、财政预算决算、国土空间规划', '修订主动公开目录，建立规范性文件清理机制。')}\n县政府办公室对各部门、各乡镇开展工作考核；委托第三方评估机构开展社会评议，群众满意度较上年提高；全年没有因政府信息公开工作被责任追究的情形。`,
  education: survey(
    '招生入学、校车安全、教师招聘',
    '对学校上报的信息统一审核，公开前核对是否涉及未成年人个人信息。',
  ),
  land: survey('土地征收、建设用地审批、规划许可', '征地信息一地一档，批复、公告、补偿方案同步公开。'),
  housing: survey('保障性住房分配、老旧小区改造、工程验收', '分配结果公示前隐去身份证号码和联系方式。'),
  agriculture: survey(
    '高标准农田建设、农业补贴、农产品质量安全',
    '补贴发放信息与村务公开衔接，做到数据一致。',
  ),
  health: survey('公共场所卫生监督、村卫生室补助、传染病防控', '监督抽查结果自作出之日起七个工作日内公开。'),
}

const problems: Readonly<Record<string, string>> = {
  county:
    '存在的主要问题：部门之间公开的深度不一，政策解读形式单一。改进情况：制定公开标准指引，推行图解、问答等解读方式，年内各部门均已采用。',
  education: '存在的主要问题：招生政策解读不够通俗。改进情况：会同学校制作问答手册，开学前两个月发布。',
  land: '存在的主要问题：征地补偿类申请办理时间较长。改进情况：整理历史征地档案并建立电子索引，平均办理时间缩短。',
  housing: '存在的主要问题：工程档案分散，检索费时。改进情况：与城建档案馆建立协查机制。',
  agriculture: '存在的主要问题：部分补贴信息公开滞后。改进情况：与财政部门建立数据共享，按月公开。',
  health: '存在的主要问题：公开内容专业性强，群众不易理解。改进情况：增加通俗说明和咨询电话。',
}

/** Everything a report wants said, but the preamble, which is a set phrase. */
export const annualProse = (organ: string): Prose => ({
  '1': surveys[organ] ?? township,
  '5': problems[organ] ?? townshipProblems,
  '6': '本年度未收取信息处理费。没有其他需要报告的事项。',
})

/** This year's report as far as it has come: one figure is typed, and waits to be bound. */
export const annualBeginning: Prose = {
  '1': `（二）依申请公开。截至目前，全年新收政府信息公开申请${received}件，比上年{change requests/received@total}件。`,
}
