/** 社会评议 (条例§46): ten questions on each organ, answered by whoever likes, without a name. */
import type { Day } from '../../../law/day.ts'
import type { Moment, Office, OrganId, Shared } from '../../ports.ts'
import { refuse } from '../refusal.ts'
import {
  type Acting,
  change,
  incomplete,
  isRow,
  nothingThere,
  type Outcome,
  personalIn,
  type Row,
  readAll,
  readOne,
  wrongStage,
} from './keep.ts'
import type { SurveyFacts, SurveyQuestion, Tally } from './record.ts'
import { rounded } from './score.ts'
import { surveyAnswers } from './survey-answers.ts'

export const surveyStates: Readonly<Record<SurveyFacts['state'], string>> = {
  open: '征集中',
  closed: '已结束',
  published: '已公布',
}

/** To begin with; whoever opens a survey words them as they like. */
export const usualQuestions: readonly SurveyQuestion[] = [
  '公开的信息是否及时',
  '公开的信息是否全面',
  '公开的信息是否准确、好懂',
  '需要的信息是否容易找到',
  '政策解读是否讲清楚了',
  '申请公开政府信息是否方便',
  '答复申请是否及时',
  '答复的内容是否解决问题',
  '意见、咨询是否得到回应',
  '工作人员的态度',
].map((text, at) => ({ id: `q${at + 1}`, text }))

export interface OpenSurvey extends Acting {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly questions: readonly SurveyQuestion[]
  readonly organs: readonly OrganId[]
  readonly until: Day
}

export async function openSurvey(office: Office, opening: OpenSurvey): Promise<Outcome<'survey'>> {
  const { organ, id, on, title, year, questions, organs, until } = opening
  if (questions.length === 0 || organs.length === 0)
    return incomplete('请至少写一个问题、选择一个被评议的机关。')
  if (until < on) return refuse('badDays', '结束的日期不能早于今天，请改为今天或者以后的日期。', '条例§46')
  const tree = new Set((await office.organs.withSubordinates(organ)).map((row) => row.id))
  if (organs.some((each) => !tree.has(each)))
    return refuse('notBelow', '只能评议本机关和下级机关，请重新选择。', '条例§46')
  return change(office, { ...opening, kind: 'survey', id }, (facts) =>
    facts !== null
      ? refuse('exists', '这项社会评议已经建立，不必重复。', '条例§46')
      : (personalIn([title, ...questions.map(({ text }) => text)]) ?? {
          kind: 'surveyOpened',
          on,
          data: { title, year, questions, organs, until },
        }),
  )
}

/** Ends the survey, and makes its results public where that is wanted. */
export const closeSurvey = (
  office: Office,
  closing: Acting & { readonly survey: string; readonly published: boolean },
): Promise<Outcome<'survey'>> =>
  change(office, { ...closing, kind: 'survey', id: closing.survey }, (survey) => {
    if (survey === null) return nothingThere('survey')
    if (survey.state === 'published') return wrongStage('结果已经公布，不必重复。')
    if (survey.state === 'closed' && !closing.published) return wrongStage('这项社会评议已经结束。')
    return { kind: 'surveyClosed', on: closing.on, data: { published: closing.published } }
  })

export const isOpenOn = ({ state, until }: Pick<SurveyFacts, 'state' | 'until'>, on: Day): boolean =>
  state === 'open' && on <= until

/** Times that are tried again where others answer at the same moment. */
const tries = 20

export interface CastBallot {
  readonly organ: OrganId
  readonly survey: string
  readonly subject: OrganId
  readonly answers: Readonly<Record<string, string>>
  readonly on: Day
  readonly at: Moment
}

/** Counts somebody's answers about an organ. Who it was is not kept. */
export async function castBallot(office: Office, ballot: CastBallot): Promise<Outcome<'ballots'>> {
  const { organ, survey: id, subject, answers, on, at } = ballot
  const survey = await readOne(office, organ, 'survey', id)
  if (survey === null || !survey.organs.includes(subject)) return nothingThere('survey')
  if (!isOpenOn(survey, on)) return wrongStage('这项社会评议已经结束，谢谢您的关注。')
  const wanting = survey.questions.filter((question) => !Object.hasOwn(answers, question.id))
  if (wanting.length > 0) return incomplete(`还有 ${wanting.length} 个问题没有选，请选好后再提交。`)
  const known = new Set(survey.questions.map((question) => question.id))
  const chosen = Object.entries(answers)
  if (chosen.some(([question, answer]) => !known.has(question) || !Object.hasOwn(surveyAnswers, answer)))
    return incomplete('有问题的回答不在所给的选项之内，请重新选择。')
  const place = { organ, kind: 'ballots', id: `${id}.${subject}`, on, by: { actor: 'visitor', at } } as const
  const data = { survey: id, subject, answers }
  for (let attempt = 1; ; attempt++) {
    const cast = await change(office, place, () => ({ kind: 'ballotCast', on, data }))
    if (isRow(cast) || 'refused' in cast || attempt === tries) return cast
  }
}

/** Mean of the answers out of a hundred; null where there are none. Pure. */
export function meanOf(tally: Tally): number | null {
  const counts = Object.values(tally).flatMap((answers) => Object.entries(answers))
  const all = counts.reduce((sum, [, count]) => sum + count, 0)
  const points = counts.reduce(
    (sum, [answer, count]) =>
      sum + count * (surveyAnswers[answer as keyof typeof surveyAnswers]?.points ?? 0),
    0,
  )
  return all === 0 ? null : rounded((points / all) * 10)
}

export interface SurveyResult {
  readonly organ: OrganId
  readonly ballots: number
  readonly mean: number | null
  readonly tally: Tally
}

/** By organ, the best first. */
export async function resultsOfSurvey(
  office: Pick<Shared, 'assessments'>,
  survey: Row<'survey'>,
): Promise<readonly SurveyResult[]> {
  const rows = await Promise.all(
    survey.organs.map(async (subject) => {
      const cast = await readOne(office, survey.organ, 'ballots', `${survey.id}.${subject}`)
      const tally = cast?.tally ?? {}
      return { organ: subject, ballots: cast?.ballots ?? 0, mean: meanOf(tally), tally }
    }),
  )
  return rows.toSorted((a, b) => (b.mean ?? -1) - (a.mean ?? -1))
}

/** What readers thought of each organ in the year's surveys that have ended, on the mean. */
export async function socialScores(
  office: Pick<Shared, 'assessments'>,
  organ: OrganId,
  year: number,
): Promise<ReadonlyMap<OrganId, number>> {
  const ended = (await readAll(office, [organ], 'survey')).filter(
    (survey) => survey.year === year && survey.state !== 'open',
  )
  const found = new Map<OrganId, number[]>()
  for (const survey of ended)
    for (const { organ: subject, mean } of await resultsOfSurvey(office, survey))
      if (mean !== null) found.set(subject, [...(found.get(subject) ?? []), mean])
  return new Map(
    [...found].map(([id, means]) => [id, means.reduce((sum, each) => sum + each, 0) / means.length]),
  )
}
