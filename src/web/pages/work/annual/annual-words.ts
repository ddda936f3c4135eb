import type { AnsweredBy } from '../../../desk/api.ts'
import type { StateMark } from '../../../ui/state.ts'

export type AnnualReport = AnsweredBy<'readAnnualReport'>
export type AnnualCell = AnnualReport['cells'][number]
export type AnnualSection = AnnualReport['sections'][number]
export type AnnualFinding = AnnualReport['findings'][number]
export type AnnualStatus = AnnualReport['status']
export type AnnualStep = AnnualReport['moves'][number]['step']
export type Deadline = AnnualReport['deadline']

/** How far a report has come, by shape; its word comes with it. */
export const statusMarks: Readonly<Record<AnnualStatus, StateMark>> = {
  writing: 'new',
  submitted: 'wait',
  returned: 'fix',
  accepted: 'ok',
  published: 'ok',
  revising: 'fix',
}

/** What comes next at each stage, in a few words. */
export const nextWords: Readonly<Record<AnnualStatus, string>> = {
  writing: '继续编制',
  submitted: '等待上级机关审核',
  returned: '按退回的理由修改',
  accepted: '可以公布',
  published: '已经完成',
  revising: '改好后重新报送',
}

/** How near the deadline is: solid where it has passed, a clock where it is near. */
export const nearness = (left: number): 'late' | 'soon' | 'ok' =>
  left < 0 ? 'late' : left <= 10 ? 'soon' : 'ok'

export const leftWords = (left: number): string =>
  left < 0 ? `已逾期 ${-left} 个工作日` : left === 0 ? '今天是最后一个工作日' : `剩 ${left} 个工作日`
