/** The kinds of records of supervision as data: what states they have, which step leads where, and who may take it. */
import type { Citation } from '../../law/citation.ts'

/** Who takes a step: whoever supervises, or the organ that the record is about. The daily round may do what both may not. */
export type TakenBy = 'supervisor' | 'organ'

export interface LifeStep {
  readonly caption: string
  readonly by: TakenBy
  readonly from: readonly string[]
  /** Null: it stays where it is. */
  readonly to: string | null
  readonly closes?: true
}

export interface Life {
  readonly caption: string
  readonly cites: readonly Citation[]
  readonly states: Readonly<Record<string, string>>
  readonly steps: Readonly<Record<string, LifeStep>>
}

const remind = { caption: '催办', by: 'supervisor', to: null } as const
const extend = { caption: '调整期限', by: 'supervisor', to: null } as const
/** What was entered by mistake stays in the log and counts nowhere. */
const entered = {
  states: { open: '已登记', withdrawn: '登记有误，已撤销' },
  steps: {
    withdraw: { caption: '撤销登记', by: 'supervisor', from: ['open'], to: 'withdrawn', closes: true },
  },
} as const

const table = {
  liaison: {
    caption: '联络员',
    cites: ['条例§4'],
    states: { open: '在任', ended: '已更换' },
    steps: { end: { caption: '更换', by: 'supervisor', from: ['open'], to: 'ended', closes: true } },
  },
  task: {
    caption: '工作任务',
    cites: ['条例§46', '条例§47¶1'],
    states: {
      open: '办理中',
      reported: '已报完成，待验收',
      sentBack: '退回重办',
      verified: '已验收',
      withdrawn: '已取消',
    },
    steps: {
      report: { caption: '报送完成情况', by: 'organ', from: ['open', 'sentBack'], to: 'reported' },
      verify: { caption: '验收', by: 'supervisor', from: ['reported'], to: 'verified', closes: true },
      sendBack: { caption: '退回', by: 'supervisor', from: ['reported'], to: 'sentBack' },
      remind: { ...remind, from: ['open', 'sentBack'] },
      extend: { ...extend, from: ['open', 'sentBack', 'reported'] },
      withdraw: {
        caption: '取消任务',
        by: 'supervisor',
        from: ['open', 'reported', 'sentBack'],
        to: 'withdrawn',
        closes: true,
      },
    },
  },
  finding: {
    caption: '问题整改',
    cites: ['条例§46', '条例§47¶1'],
    states: {
      open: '待整改',
      mended: '已报整改，待核验',
      sentBack: '退回重改',
      verified: '整改到位',
      withdrawn: '已撤销',
    },
    steps: {
      mend: { caption: '报送整改情况', by: 'organ', from: ['open', 'sentBack'], to: 'mended' },
      verify: { caption: '核验通过', by: 'supervisor', from: ['mended'], to: 'verified', closes: true },
      sendBack: { caption: '退回重改', by: 'supervisor', from: ['mended'], to: 'sentBack' },
      remind: { ...remind, from: ['open', 'sentBack'] },
      notify: { caption: '通报', by: 'supervisor', from: ['open', 'sentBack', 'mended'], to: null },
      extend: { ...extend, from: ['open', 'sentBack', 'mended'] },
      withdraw: {
        caption: '撤销',
        by: 'supervisor',
        from: ['open', 'mended', 'sentBack'],
        to: 'withdrawn',
        closes: true,
      },
    },
  },
  inspection: {
    caption: '自动巡查',
    cites: ['条例§47¶1'],
    states: { open: '巡查中', finished: '已完成' },
    steps: {
      look: { caption: '查看机关', by: 'supervisor', from: ['open'], to: null },
      finish: { caption: '完成', by: 'supervisor', from: ['open'], to: 'finished', closes: true },
    },
  },
  sample: {
    caption: '案卷评查',
    cites: ['条例§46', '条例§47¶1'],
    states: { open: '评查中', finished: '评查完毕' },
    steps: {
      judge: { caption: '填写评查意见', by: 'supervisor', from: ['open'], to: null },
      finish: { caption: '结束评查', by: 'supervisor', from: ['open'], to: 'finished', closes: true },
    },
  },
  mock: {
    caption: '模拟申请',
    cites: ['条例§46', '条例§47¶1'],
    states: { open: '对方办理中', scored: '已评分，未告知', unveiled: '已告知对方', failed: '没有提交成功' },
    steps: {
      file: { caption: '提交', by: 'supervisor', from: ['open'], to: null },
      find: { caption: '指认办件', by: 'supervisor', from: ['open', 'scored', 'unveiled'], to: null },
      release: { caption: '撤销指认', by: 'supervisor', from: ['open', 'scored', 'unveiled'], to: null },
      deliver: { caption: '登记送达日期', by: 'supervisor', from: ['open', 'scored'], to: null },
      fail: { caption: '提交失败', by: 'supervisor', from: ['open'], to: 'failed', closes: true },
      score: { caption: '评分', by: 'supervisor', from: ['open', 'scored'], to: 'scored' },
      unveil: { caption: '告知对方', by: 'supervisor', from: ['scored'], to: 'unveiled', closes: true },
    },
  },
  accountability: {
    caption: '责任追究建议',
    cites: ['条例§47¶1', '条例§53'],
    states: { open: '已提出，待决定', decided: '已决定', dropped: '不予追究' },
    steps: {
      decide: { caption: '登记决定', by: 'supervisor', from: ['open'], to: 'decided', closes: true },
      drop: { caption: '登记不予追究', by: 'supervisor', from: ['open'], to: 'dropped', closes: true },
    },
  },
  complaint: {
    caption: '投诉举报',
    cites: ['条例§47¶2', '条例§51'],
    states: { open: '办理中', answered: '已办结' },
    steps: {
      note: { caption: '登记办理情况', by: 'supervisor', from: ['open'], to: null },
      answer: { caption: '答复', by: 'supervisor', from: ['open'], to: 'answered', closes: true },
    },
  },
  training: { caption: '培训', cites: ['条例§48'], ...entered },
  meeting: { caption: '会议', cites: ['条例§4'], ...entered },
  staffing: { caption: '机构人员和经费', cites: ['条例§4'], ...entered },
} as const satisfies Readonly<Record<string, Life>>

export type SupervisionKind = keyof typeof table

export const lives: Readonly<Record<SupervisionKind, Life>> = table

/** The steps of a kind, typed. */
export type StepOf<Kind extends SupervisionKind> = Kind extends unknown
  ? keyof (typeof table)[Kind]['steps'] & string
  : never

export const supervisionKinds = Object.keys(table) as readonly SupervisionKind[]

/** Steps of a record that are open in that state to somebody who takes them as that. Pure. */
export const openSteps = (kind: SupervisionKind, state: string, by: TakenBy): readonly string[] =>
  Object.entries(lives[kind].steps)
    .filter(([, step]) => step.by === by && step.from.includes(state))
    .map(([name]) => name)
