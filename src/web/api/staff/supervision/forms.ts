/** What is told to open a record of supervision and to take each of its steps, as data: routes and pages go by it. */
import { z } from 'zod'
import { findingSources } from '../../../../office/supervision/findings/finding.ts'
import type { StepOf, SupervisionKind } from '../../../../office/supervision/lives.ts'
import { type MockCriterionKey, mockCriteria } from '../../../../office/supervision/mocks/mock.ts'
import { verdicts } from '../../../../office/supervision/samples/drawn-case.ts'
import { captionsOf, daySchema, idSchema, textOf } from '../../../http/schemas.ts'

/** Kinds that are opened by filling in a form; the others come from a run, a draw or a filing. */
export type EnteredKind = Exclude<SupervisionKind, 'inspection' | 'sample' | 'mock'>

const maybe = (title: string, most = 500) => z.string().trim().max(most).default('').meta({ title })
const count = (title: string, most = 100_000) => z.number().int().min(0).max(most).meta({ title })
const because = z.strictObject({ because: textOf('理由', 500) })

export const openForms: Readonly<Record<EnteredKind, z.ZodObject>> = {
  liaison: z.strictObject({ staff: idSchema.min(1).meta({ title: '联络员' }) }),
  task: z.strictObject({
    title: textOf('任务', 200),
    detail: maybe('内容', 2000),
    heading: maybe('类别', 200),
    plan: textOf('工作要点', 200),
  }),
  finding: z.strictObject({
    source: captionsOf(findingSources).meta({ title: '来源' }),
    subject: textOf('问题类型', 100),
    what: textOf('问题', 500),
    where: textOf('位置', 500),
    basis: maybe('依据', 200),
    round: textOf('轮次', 100),
  }),
  accountability: z.strictObject({
    because: textOf('建议的理由', 1000),
    basis: textOf('依据', 200),
    finding: idSchema.default('').meta({ title: '有关的问题' }),
  }),
  complaint: z.strictObject({
    basis: captionsOf({
      art47: '没有履行主动公开义务等（条例第四十七条）',
      art51: '侵犯本人合法权益（条例第五十一条）',
    }).meta({
      title: '种类',
    }),
    channel: captionsOf({ letter: '来信', visit: '来访', phone: '来电', online: '网上' }).meta({
      title: '方式',
    }),
    matter: textOf('事由', 200),
    text: maybe('来件内容', 4000),
    name: maybe('投诉人', 100),
    contact: maybe('联系方式', 200),
  }),
  training: z.strictObject({
    on: daySchema.meta({ title: '日期' }),
    title: textOf('课程', 200),
    people: count('参加人次'),
    hours: count('学时', 1000),
    audience: maybe('参加对象', 200),
    tested: count('参加测试人数'),
    passed: count('测试合格人数'),
  }),
  meeting: z.strictObject({
    on: daySchema.meta({ title: '日期' }),
    title: textOf('会议', 200),
    decided: maybe('议定事项', 2000),
  }),
  staffing: z.strictObject({
    on: daySchema.meta({ title: '统计截止日期' }),
    office: textOf('工作机构', 200),
    fullTime: count('专职人员'),
    partTime: count('兼职人员'),
    funds: z.number().min(0).max(1e8).meta({ title: '专项经费（万元）' }),
  }),
}

const told = z.strictObject({ text: textOf('办理情况', 2000), link: maybe('网址') })
const empty = z.strictObject({})
const extended = z.strictObject({ due: daySchema.meta({ title: '新的期限' }), because: textOf('理由', 500) })
const mark = (key: MockCriterionKey) =>
  z
    .strictObject({
      share: z
        .number()
        .int()
        .min(0)
        .max(100)
        .meta({ title: `${mockCriteria[key].caption}得分（百分比）` }),
      because: maybe(`${mockCriteria[key].caption}失分的原因`),
    })
    .meta({ title: mockCriteria[key].caption })

/** By kind and step; steps that a run, a filing or an unveiling takes are not taken by a form. */
export const stepForms = {
  liaison: { end: empty },
  task: {
    report: told,
    verify: empty,
    sendBack: because,
    remind: empty,
    extend: extended,
    withdraw: because,
  },
  finding: {
    ...{ mend: told, verify: empty, sendBack: because, remind: empty, extend: extended, withdraw: because },
    notify: z.strictObject({ text: textOf('通报的文件或者方式', 300) }),
  },
  inspection: {},
  sample: {
    judge: z.strictObject({
      request: idSchema.min(1).meta({ title: '申请件' }),
      verdict: captionsOf(verdicts).meta({ title: '评查结论' }),
      text: maybe('评查意见', 2000),
    }),
    finish: empty,
  },
  mock: {
    score: z.strictObject({
      marks: z
        .strictObject({
          channel: mark('channel'),
          time: mark('time'),
          form: mark('form'),
          content: mark('content'),
        })
        .meta({ title: '得分' }),
    }),
  },
  accountability: {
    decide: z.strictObject({
      decidedBy: textOf('决定机关', 200),
      number: maybe('决定文号', 100),
      outcome: textOf('决定内容', 1000),
    }),
    drop: because,
  },
  complaint: {
    note: z.strictObject({ text: textOf('办理情况', 2000) }),
    answer: z.strictObject({
      found: captionsOf({ upheld: '属实', partly: '部分属实', groundless: '不属实' }).meta({
        title: '核查结果',
      }),
      text: textOf('处理和答复', 2000),
    }),
  },
  training: { withdraw: because },
  meeting: { withdraw: because },
  staffing: { withdraw: because },
} as const satisfies {
  readonly [Kind in SupervisionKind]: Readonly<Partial<Record<StepOf<Kind>, z.ZodObject>>>
}

/** The form of a step; undefined where none takes it. */
export const stepFormOf = (kind: SupervisionKind, step: string): z.ZodObject | undefined =>
  Object.hasOwn(stepForms, kind) && Object.hasOwn(stepForms[kind], step)
    ? (stepForms[kind] as Readonly<Record<string, z.ZodObject>>)[step]
    : undefined
