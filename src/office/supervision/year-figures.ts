/** What an organ did in a year to supervise and to safeguard disclosure, as figures of its annual report. */
import { dayOf, yearOf } from '../../law/day.ts'
import type { OrganId, Shared, SupervisionRow } from '../ports.ts'
import { everyRecord } from './every-record.ts'
import type { SupervisionKind } from './lives.ts'

/** What each figure is called. They are live figures of prose, `count/<name>`. */
export const supervisionFigures = {
  trainings: '组织培训（期）',
  trained: '培训人次',
  trainingHours: '培训学时',
  meetings: '召开会议（次）',
  tasks: '分解工作任务（项）',
  tasksDone: '验收完成的工作任务（项）',
  inspections: '开展巡查（次）',
  samples: '评查案卷（件）',
  mocks: '提交模拟申请（件）',
  findings: '通报问题（个）',
  repeats: '其中重复出现的问题（个）',
  mended: '整改到位的问题（个）',
  accountable: '作出责任追究决定（项）',
  complaints: '收到投诉举报（件）',
  complaintsDone: '办结投诉举报（件）',
  ownFindings: '被上级通报的问题（个）',
  ownMended: '被上级通报并整改到位的问题（个）',
} as const

export type SupervisionFigure = keyof typeof supervisionFigures
export type SupervisionFigures = Readonly<Record<SupervisionFigure, number>>

const counted = [
  'training',
  'meeting',
  'task',
  'inspection',
  'sample',
  'mock',
  'finding',
  'accountability',
  'complaint',
] as const satisfies readonly SupervisionKind[]

/** The figures of an organ and year, from its own log and, for what others found at it, from those of its superiors. */
export async function supervisionOfYear(
  { supervision, organs }: Pick<Shared, 'supervision' | 'organs'>,
  organ: OrganId,
  year: number,
): Promise<SupervisionFigures> {
  const rows = new Map<SupervisionKind, readonly SupervisionRow[]>()
  for (const kind of counted) rows.set(kind, await everyRecord({ supervision }, { organs: [organ], kind }))
  const above = (await organs.withSuperiors(organ)).map(({ id }) => id).filter((id) => id !== organ)
  const own =
    above.length === 0
      ? []
      : await everyRecord({ supervision }, { organs: above, kind: 'finding', about: organ })
  return figuresOf((kind) => rows.get(kind) ?? [], own, year)
}

/** Pure. What was withdrawn counts nowhere. */
export function figuresOf(
  rowsOf: (kind: SupervisionKind) => readonly SupervisionRow[],
  own: readonly SupervisionRow[],
  year: number,
): SupervisionFigures {
  const within = { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) }
  const begun = (rows: readonly SupervisionRow[]) =>
    rows.filter(
      ({ openedOn, state }) => yearOf(openedOn) === year && state !== 'withdrawn' && state !== 'failed',
    )
  const ended = (rows: readonly SupervisionRow[], state: string) =>
    rows.filter(
      (row) =>
        row.state === state &&
        row.closedOn !== null &&
        row.closedOn >= within.from &&
        row.closedOn <= within.to,
    )
  const entered = (kind: SupervisionKind) =>
    rowsOf(kind).filter(({ data, state }) => state !== 'withdrawn' && String(data.on).startsWith(`${year}-`))
  const sum = (rows: readonly SupervisionRow[], name: string) =>
    rows.reduce((total, { data }) => total + Number(data[name] ?? 0), 0)
  const trainings = entered('training')
  const findings = begun(rowsOf('finding'))
  return {
    trainings: trainings.length,
    trained: sum(trainings, 'people'),
    trainingHours: sum(trainings, 'hours'),
    meetings: entered('meeting').length,
    tasks: begun(rowsOf('task')).length,
    tasksDone: ended(rowsOf('task'), 'verified').length,
    inspections: ended(rowsOf('inspection'), 'finished').length,
    samples: begun(rowsOf('sample')).reduce(
      (total, { data }) => total + (data.cases as readonly unknown[]).length,
      0,
    ),
    mocks: begun(rowsOf('mock')).length,
    findings: findings.length,
    repeats: findings.filter(({ data }) => data.repeats !== null).length,
    mended: ended(rowsOf('finding'), 'verified').length,
    accountable: ended(rowsOf('accountability'), 'decided').length,
    complaints: begun(rowsOf('complaint')).length,
    complaintsDone: ended(rowsOf('complaint'), 'answered').length,
    ownFindings: begun(own).length,
    ownMended: ended(own, 'verified').length,
  }
}

type Sentence = readonly [figures: readonly SupervisionFigure[], text: string]

/** Each is written where its first figure is more than nothing. */
const sentences: readonly Sentence[] = [
  [['tasks'], '分解年度工作任务{count/tasks}项，已验收完成{count/tasksDone}项'],
  [['meetings'], '召开工作会议{count/meetings}次'],
  [['trainings'], '组织培训{count/trainings}期，培训{count/trained}人次'],
  [['inspections'], '开展巡查{count/inspections}次'],
  [['samples'], '评查依申请公开案卷{count/samples}件'],
  [['mocks'], '以模拟申请方式检查{count/mocks}件'],
  [['findings'], '通报问题{count/findings}个，整改到位{count/mended}个'],
  [['ownFindings'], '被上级通报的问题{count/ownFindings}个，已整改到位{count/ownMended}个'],
  [['complaints'], '收到投诉举报{count/complaints}件，办结{count/complaintsDone}件'],
  [['accountable'], '作出责任追究决定{count/accountable}项'],
]

/** The paragraph 监督保障 of section one of the annual report, its figures live; empty where there is nothing to tell. */
export function supervisionParagraph(figures: SupervisionFigures): string {
  const told = sentences.filter(([[first]]) => figures[first!] > 0).map(([, text]) => text)
  return told.length === 0 ? '' : `（五）监督保障。${told.join('；')}。`
}
