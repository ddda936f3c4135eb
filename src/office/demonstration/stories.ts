/**
 * What happened in 示例县: for every lawful ending a request of last year, and this year's requests at every stage up
 * to today. Stories are told in working days, so that the county is as lively on whatever day it is opened.
 */
import type { Day } from '../../law/day.ts'
import type { ApplicantInput } from '../applicants/applicant.ts'
import type { Office, OrganId } from '../ports.ts'
import { type EndingKey, isDisposition } from '../requests/index.ts'
import { demonstrationApplicants } from './applicants.ts'
import { demonstrationOrgans } from './county.ts'
import { prepare } from './preparations.ts'
import { type DraftedEnding, draftedEndings, replyFor } from './replies.ts'
import type { Stage } from './stages.ts'
import { stages } from './stages.ts'
import type { Application, OfficeWalk } from './walk-office.ts'

/** The days a story is told by. */
export interface Days {
  readonly today: Day
  /** The working day so many working days before today. */
  ago(workingDays: number): Day
  /** The first working day from that day of last year on. */
  lastYear(month: number, day: number): Day
}

export interface Story {
  readonly request: string
  readonly organ: OrganId
  readonly arrives: Day
  readonly application: Application
  /** Everything after the arrival. */
  tell(walk: OfficeWalk, office: Office): Promise<unknown>
}

const subjects: Readonly<Record<string, readonly string[]>> = {
  county: ['2025年示例县重点建设项目清单', '示例县国土空间总体规划文本'],
  education: ['2025年义务教育学校招生划片方案', '校车安全检查情况通报'],
  land: ['东河村集体土地征收的补偿安置方案', '西岭镇建设用地批准文件'],
  housing: ['示例小区竣工验收备案资料', '老旧小区改造工程施工合同'],
  agriculture: ['高标准农田建设项目验收报告', '耕地地力保护补贴发放名册'],
  health: ['村卫生室补助资金分配方案', '公共场所卫生监督抽查结果'],
  donghe: ['东河村村级财务收支公开资料', '河道整治工程结算资料'],
  xiling: ['西岭村危房改造名册', '西岭镇道路硬化工程招标文件'],
  nantang: ['南塘乡惠农补贴发放明细', '南塘村土地承包合同底册'],
  beishan: ['北山社区拆除违法建设通知', '北山街道征收补偿协议'],
}

const organs = demonstrationOrgans.map(({ id }) => id)

const application = (organ: OrganId, place: number, applicant: ApplicantInput): Application => ({
  applicant,
  channel: (['online', 'inPerson', 'registeredPost', 'email', 'ordinaryPost', 'fax'] as const)[place % 6]!,
  content: {
    title: subjects[organ]![place % 2]!,
    features: '请提供全文及其附件',
    provision: place % 3 === 0 ? 'paper' : 'electronic',
    delivery: place % 3 === 0 ? 'post' : 'online',
  },
})

const recordApplication = (organ: OrganId, place: number, applicant: ApplicantInput): Application => ({
  ...application(organ, place, applicant),
  content: {
    variant: 'recordCorrection',
    title: '宅基地登记表',
    inaccuracy: '登记的面积应为120平方米，误记为102平方米',
    evidence: '原宅基地使用证',
    provision: 'paper',
    delivery: 'post',
  },
})

const applicantAt = (place: number): ApplicantInput =>
  demonstrationApplicants[place % demonstrationApplicants.length]!

const asking = (organ: OrganId, place: number, ending: EndingKey): Application =>
  (isDisposition(ending) ? application : recordApplication)(organ, place, applicantAt(place))

/** From the counter to the file. */
const closed = (ending: DraftedEnding) => async (walk: OfficeWalk, office: Office) => {
  await walk.after(1).act('assign', { handler: walk.staff.handler })
  const facts = await prepare(ending, walk, office)
  const reply = replyFor(ending)
  await walk.after(3).decide({ ...reply, facts: { ...reply.facts, ...facts } })
  await walk.after(1).deliver(2)
  await walk.after(5).archive()
}

/** Last year: every ending once, over all organs and months. */
const past = ({ lastYear }: Days): readonly Story[] =>
  draftedEndings.map((ending, place) => {
    const organ = organs[place % organs.length]!
    return {
      request: `past-${ending}`,
      organ,
      arrives: lastYear(1 + (place % 9), 3 + (place % 20)),
      application: asking(organ, place, ending),
      tell: closed(ending),
    }
  })

/** This year: a few that are done with, then one for each stage, the oldest first. */
const present = ({ ago }: Days): readonly Story[] =>
  (Object.entries(stages) as [string, Stage][]).map(
    ([name, { since, organ, ending, application: more, tell }], place) => {
      const asked = asking(organ, place, ending ?? 'granted')
      return {
        request: `now-${name}`,
        organ,
        arrives: ago(since),
        application: { ...asked, ...more },
        tell,
      }
    },
  )

/** All of it, in the order of arrival. */
export const storiesUpTo = (days: Days): readonly Story[] =>
  [...past(days), ...present(days)].toSorted((a, b) =>
    a.arrives < b.arrives ? -1 : a.arrives > b.arrives ? 1 : 0,
  )
