/** What the demonstration county's supervisor did this year: a few tasks, findings and trainings, through the use cases. */
import { addDays, type Day, yearOf } from '../../law/day.ts'
import type { Act, Office } from '../ports.ts'
import { openFinding, stepFinding } from '../supervision/findings/finding.ts'
import { openSupervision, stepSupervision } from '../supervision/keep.ts'
import { adoptPlan } from '../supervision/tasks/adopt-plan.ts'
import { must } from './walk-office.ts'

/** Of the days before `today`. Whatever is refused throws. */
export async function makeSupervision(office: Office, organ: string, today: Day, by: Act): Promise<void> {
  const plan = `${yearOf(today)}年政务公开工作要点`
  const on = addDays(today, -40)
  let made = 0
  const newId = () => `demonstration-supervision-${++made}`
  const { opened } = must(
    'adoptPlan',
    await adoptPlan(office, {
      ...{ organ, on, by, plan, newId },
      tasks: [
        {
          ...{ organ: 'education', heading: '深化主动公开', title: '公开义务教育招生入学政策' },
          ...{ detail: '公开招生范围、程序和咨询电话，附解读。', due: addDays(today, 12) },
        },
        {
          ...{ organ: 'housing', heading: '深化主动公开', title: '公开城镇老旧小区改造计划' },
          ...{ detail: '公开年度改造名单、资金和进度。', due: addDays(today, -6) },
        },
        {
          ...{ organ: 'donghe', heading: '规范基层公开', title: '更新村（居）务公开栏' },
          ...{ detail: '按标准目录更新，注明日期。', due: addDays(today, 25) },
        },
      ],
    }),
  )
  const reported = {
    organ,
    id: opened[0]!.id,
    kind: 'task',
    on: addDays(today, -3),
    by,
    step: 'report',
  } as const
  must(
    'stepSupervision',
    await stepSupervision(office, {
      ...{ ...reported, as: { taken: 'organ', organ: 'education' } },
      data: { text: '已于网站公开并附图解，另在政务新媒体发布。', link: '' },
    }),
  )
  const rounds = [`${yearOf(addDays(today, -100))}年上一轮检查`, `${yearOf(today)}年专项检查`] as const
  for (const [at, round] of rounds.entries())
    for (const [of, subject, what, where] of [
      ['agriculture', '更新不及时', '惠农补贴栏目三个月没有更新', '重点领域 · 惠农补贴'],
      ['health', '要素不全', '规范性文件没有标注有效性', '规范性文件栏目'],
    ] as const) {
      const day = addDays(today, at === 0 ? -100 : -20)
      const row = must(
        'openFinding',
        await openFinding(office, {
          ...{ organ, on: day, by, due: addDays(day, 30) },
          finding: { id: newId(), organ: of, source: 'crossReading', subject, what, where, round },
        }),
      )
      if (at === 0 && of === 'health')
        for (const [step, taken] of [
          ['mend', { taken: 'organ', organ: of }],
          ['verify', { taken: 'supervisor' }],
        ] as const)
          must(
            'stepFinding',
            await stepFinding(office, {
              ...{ organ, id: row.id, on: addDays(day, 10), by, step, as: taken },
              data: step === 'mend' ? { text: '已逐件标注。', link: '' } : {},
            }),
          )
    }
  for (const [days, title, people] of [
    [-60, '政府信息公开条例和依申请公开办理', 46],
    [-25, '年度报告编制和常见错误', 31],
  ] as const)
    must(
      'openSupervision',
      await openSupervision(office, {
        ...{ organ, kind: 'training', id: newId(), on: addDays(today, days), by },
        data: {
          ...{ on: addDays(today, days), title, people, hours: 4 },
          ...{ audience: '各部门、乡镇经办人员', tested: people, passed: people - 2 },
        },
      }),
    )
}
