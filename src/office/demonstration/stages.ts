/** This year's requests, one at every stage a request can stand in: since when, with whom, and how it came there. */
import { rateService } from '../feedback/rating.ts'
import type { RatingLevel } from '../feedback/rating-levels.ts'
import type { Office, OrganId } from '../ports.ts'
import type { EndingKey } from '../requests/index.ts'
import { handInCorrection, withdrawOwn } from '../tracking/hand-in.ts'
import { answer, askParty, askToCorrect, askToPay } from './preparations.ts'
import { type DraftedEnding, replyFor } from './replies.ts'
import { type Application, must, type OfficeWalk } from './walk-office.ts'

export interface Stage {
  /** Working days ago that it arrived. */
  readonly since: number
  readonly organ: OrganId
  /** Where the demand is to correct a record: its ending. */
  readonly ending?: EndingKey
  readonly application?: Partial<Application>
  readonly tell: (walk: OfficeWalk, office: Office) => Promise<unknown>
}

const taken = (walk: OfficeWalk): Promise<OfficeWalk> =>
  walk.after(1).act('assign', { handler: walk.staff.handler })

const answered = async (walk: OfficeWalk, ending: DraftedEnding = 'granted'): Promise<void> => {
  await taken(walk)
  await walk.after(6).decide(replyFor(ending))
  await walk.after(1).deliver(2)
}

/** What the applicant thought of it, once it was over. */
const rates = async (walk: OfficeWalk, office: Office, level: RatingLevel): Promise<void> => {
  must('rateService', await rateService(office, { ...walk.own(), level, text: '' }))
}

const dispute = { dispute: 'reconsideration', against: 'reply', forum: '示例县人民政府' } as const

export const stages = {
  lostSuit: {
    since: 190,
    organ: 'housing',
    tell: async (walk: OfficeWalk, office: Office) => {
      await answered(walk, 'deliberative')
      await rates(walk, office, 'poor')
      await walk.after(20).act('fileReview', { ...dispute, id: 'd1', caseNo: '示府复〔示例〕1号' })
      await walk.after(40).act('decideReview', { id: 'd1', result: 'upheld', what: '维持原答复' })
      await walk.after(8).act('fileReview', {
        id: 'd2',
        dispute: 'litigation',
        caseNo: '（示例）行初1号',
        forum: '示例县人民法院',
        against: 'reply',
        after: 'd1',
        coDefendant: true,
      })
      await walk
        .after(60)
        .act('decideReview', { id: 'd2', result: 'corrected', what: '撤销原答复，责令重新答复' })
    },
  },
  upheld: {
    since: 120,
    organ: 'land',
    tell: async (walk: OfficeWalk, office: Office) => {
      await answered(walk, 'internalAffairs')
      await rates(walk, office, 'fair')
      await walk.after(15).act('fileReview', { ...dispute, id: 'd1', caseNo: '示府复〔示例〕2号' })
      await walk.after(38).act('decideReview', { id: 'd1', result: 'upheld', what: '维持原答复' })
    },
  },
  reviewPending: {
    since: 55,
    organ: 'donghe',
    tell: async (walk: OfficeWalk) => {
      await answered(walk, 'notGovernmentInformation')
      await walk.after(12).act('fileReview', { ...dispute, id: 'd1', caseNo: '示府复〔示例〕3号' })
    },
  },
  archived: {
    since: 60,
    organ: 'county',
    tell: async (walk: OfficeWalk, office: Office) => {
      await answered(walk, 'alreadyPublic')
      await rates(walk, office, 'excellent')
      await walk.after(3).archive()
    },
  },
  extendedLong: {
    since: 38,
    organ: 'agriculture',
    tell: async (walk: OfficeWalk) => {
      await taken(walk)
      await walk.after(15).act('proposeExtension', { days: 20, because: '所涉档案材料较多，需要逐卷查阅' })
      await walk
        .after(1)
        .notice('approveExtension', {}, { extensionReason: '所涉档案材料较多，需要逐卷查阅' })
    },
  },
  overdue: {
    since: 24,
    organ: 'xiling',
    tell: (walk: OfficeWalk) => taken(walk),
  },
  awaitingFee: {
    since: 22,
    organ: 'housing',
    tell: async (walk: OfficeWalk) => {
      await taken(walk)
      await askToPay(walk.after(3))
    },
  },
  dueToday: {
    since: 20,
    organ: 'county',
    tell: async (walk: OfficeWalk) => {
      await taken(walk)
      await drafted(walk.after(12))
    },
  },
  dueSoon: {
    since: 18,
    organ: 'education',
    tell: (walk: OfficeWalk) => taken(walk),
  },
  served: {
    since: 18,
    organ: 'health',
    tell: (walk: OfficeWalk) => answered(walk),
  },
  dispatched: {
    since: 17,
    organ: 'land',
    tell: async (walk: OfficeWalk) => {
      await taken(walk)
      await walk.after(10).decide(replyFor('granted'))
      await walk.after(1).dispatch()
    },
  },
  sealed: {
    since: 16,
    organ: 'county',
    tell: async (walk: OfficeWalk) => {
      await taken(walk)
      await walk.after(12).decide(replyFor('granted'))
    },
  },
  approved: {
    since: 15,
    organ: 'agriculture',
    tell: async (walk: OfficeWalk) => {
      await taken(walk)
      await drafted(walk.after(10))
      await walk.act('review', {})
      await walk.act('approve', {})
    },
  },
  reviewed: {
    since: 14,
    organ: 'land',
    tell: async (walk: OfficeWalk) => {
      await taken(walk)
      await drafted(walk.after(8))
      await walk.act('review', {})
    },
  },
  drafted: {
    since: 13,
    organ: 'nantang',
    tell: async (walk: OfficeWalk) => {
      await taken(walk)
      await drafted(walk.after(9))
    },
  },
  extensionProposed: {
    since: 17,
    organ: 'housing',
    tell: async (walk: OfficeWalk) => {
      await taken(walk)
      await walk.after(14).act('proposeExtension', { days: 15, because: '需要向已撤并的单位调阅档案' })
    },
  },
  thirdPartyAsked: {
    since: 12,
    organ: 'housing',
    tell: async (walk: OfficeWalk, office: Office) => {
      await taken(walk)
      await askParty(walk.after(3), office)
    },
  },
  thirdPartyAnswered: {
    since: 14,
    organ: 'land',
    tell: async (walk: OfficeWalk, office: Office) => {
      await taken(walk)
      await askParty(walk.after(2), office)
      await answer(walk.after(5), office, 'agrees', '')
    },
  },
  agencyAsked: {
    since: 11,
    organ: 'agriculture',
    tell: async (walk: OfficeWalk) => {
      await taken(walk)
      await walk
        .after(2)
        .notice(
          'consultAgency',
          { id: 'c1', counterpart: '示例县自然资源局', matter: '共同制作的验收报告' },
          { information: '高标准农田建设项目验收报告' },
        )
    },
  },
  correctionAsked: {
    since: 8,
    organ: 'education',
    tell: async (walk: OfficeWalk) => {
      await taken(walk)
      await askToCorrect(walk.after(3))
    },
  },
  corrected: {
    since: 10,
    organ: 'health',
    tell: async (walk: OfficeWalk, office: Office) => {
      await taken(walk)
      await askToCorrect(walk.after(2))
      const text = '补充：文件名称为《村卫生室补助资金分配方案》。'
      must(
        'handIn',
        await handInCorrection(office, { ...walk.after(3).own(), entry: walk.entry('correction'), text }),
      )
    },
  },
  recordInHand: {
    since: 9,
    organ: 'xiling',
    ending: 'recordKept',
    tell: (walk: OfficeWalk) => taken(walk),
  },
  withdrawn: {
    since: 9,
    organ: 'beishan',
    tell: async (walk: OfficeWalk, office: Office) => {
      await taken(walk)
      must('withdraw', await withdrawOwn(office, walk.after(2).own()))
    },
  },
  movedOn: {
    since: 7,
    organ: 'county',
    application: { doubtful: true },
    tell: (walk: OfficeWalk) =>
      walk.after(2).notice(
        'moveOn',
        { matter: 'petition', to: '示例县信访局' },
        {
          matterNature: '信访',
          petitionReason: '来信内容为反映邻里纠纷并请求处理',
          petitionWay: '示例县信访局来访接待室',
        },
      ),
  },
  handling: { since: 5, organ: 'donghe', tell: (walk: OfficeWalk) => taken(walk) },
  fresh: { since: 1, organ: 'education', tell: async () => undefined },
  untouched: {
    since: 3,
    organ: 'nantang',
    application: { doubtful: true, channel: 'email' },
    tell: async () => undefined,
  },
  arrivedToday: { since: 0, organ: 'county', tell: async () => undefined },
  voided: {
    since: 6,
    organ: 'agriculture',
    application: { channel: 'registeredPost' },
    tell: async (walk: OfficeWalk) => {
      await walk.act('voidEntry', { because: '同一封信登记了两次' })
    },
  },
} as const satisfies Readonly<Record<string, Stage>>

const drafted = (walk: OfficeWalk): Promise<OfficeWalk> => walk.draft(replyFor('granted'))
