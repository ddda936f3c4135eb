import { describe, expect, test } from 'vitest'
import { nationalCalendar } from './calendar.ts'
import { resolveCitation } from './citation.ts'
import type { Day } from './day.ts'
import { type DispositionKey, dispositions } from './dispositions.ts'
import { type GroundKey, grounds } from './grounds.ts'
import { type RemedyQuestion, remedyRoute } from './remedies.ts'
import { reviewOrgans } from './review-organs.ts'

const ask = (question: Partial<RemedyQuestion> & Pick<RemedyQuestion, 'act'>) =>
  remedyRoute({ decidedOn: '2026-03-06', organ: 'localDepartment', ...question }, nationalCalendar)
const keys = Object.keys(dispositions) as DispositionKey[]

describe('复议与诉讼', () => {
  test.each(Object.keys(grounds) as GroundKey[])(
    '复议法§23¶1(4) 依据第十四至十六条不予公开（%s）的，复议前置',
    (act) => {
      expect(ask({ act })).toMatchObject({ route: 'reviewFirst', certainty: 'settled' })
    },
  )

  test.each<DispositionKey>([
    'granted',
    'alreadyPublic',
    'registryQuery',
    'notExist',
    'notThisOrgan',
    'needsMaking',
    'stillUnclear',
    'petition',
    'repeat',
    'publication',
    'excessive',
    'notCorrected',
    'feeUnpaid',
  ])('司法解释§1 %s 可以复议或者直接起诉', (act) => {
    expect(ask({ act })).toMatchObject({ route: 'reviewOrSuit', certainty: 'settled' })
  })

  test('复议指导意见§2 部分公开：有依据第十四至十六条不予公开的部分才前置，依据待确认', () => {
    expect(ask({ act: 'partial', withheld: ['thirdParty'] })).toMatchObject({
      route: 'reviewFirst',
      certainty: 'unconfirmed',
    })
    expect(ask({ act: 'partial', withheld: ['thirdParty'] }).cites).not.toContain('复议条例§31')
    expect(ask({ act: 'partial', withheld: ['thirdParty'], decidedOn: '2026-07-01' }).cites).toContain(
      '复议条例§31',
    )
    expect(ask({ act: 'partial' }).route).toBe('reviewOrSuit')
  })

  test('复议法§90 2024年1月1日前一律可以复议或者诉讼', () => {
    for (const act of keys.filter((key) => dispositions[key].remedy !== 'none'))
      expect(ask({ act, decidedOn: '2023-12-31' })).toMatchObject({
        route: 'reviewOrSuit',
        certainty: 'settled',
      })
    expect(ask({ act: 'stateSecret', decidedOn: '2024-01-01' }).route).toBe('reviewFirst')
  })

  test.each<[DispositionKey, Day, string, string]>([
    ['notExist', '2024-01-01', 'reviewFirst', 'disputed'],
    ['notThisOrgan', '2025-05-31', 'reviewFirst', 'disputed'],
    ['petition', '2025-05-31', 'reviewOrSuit', 'disputed'],
    ['notExist', '2025-06-01', 'reviewOrSuit', 'settled'],
    ['granted', '2025-05-31', 'reviewOrSuit', 'settled'],
  ])('2024年1月1日至2025年5月31日的争议：%s 于 %s 为 %s（%s）', (act, decidedOn, route, certainty) => {
    expect(ask({ act, decidedOn })).toMatchObject({ route, certainty })
  })

  test('复议指导意见§3 程序性告知不单独救济', () => {
    expect(ask({ act: 'extensionNotice' })).toMatchObject({
      route: 'none',
      review: null,
      deadlines: [],
      duties: [],
    })
  })

  test('司法解释§2 未主动公开的先申请；逾期不答复两种途径都要告知', () => {
    expect(ask({ act: 'notPublished' }).route).toBe('applyFirst')
    expect(ask({ act: 'noAnswer' })).toMatchObject({ route: 'reviewOrSuit', certainty: 'settled' })
    expect(ask({ act: 'noAnswer', decidedOn: '2026-07-01' })).toMatchObject({ certainty: 'disputed' })
  })

  test('撤回没有救济', () => expect(ask({ act: 'withdrawn' }).route).toBe('none'))
})

describe('向谁、到何时', () => {
  test('复议法§24 部门只由本级人民政府管辖，法院为基层人民法院', () => {
    expect(ask({ act: 'stateSecret' }).review).toMatchObject({ organs: ['本级人民政府'], court: 'basic' })
    expect(reviewOrgans.localGovernment).toMatchObject({ organs: ['上一级人民政府'], court: 'intermediate' })
    expect(reviewOrgans.stateCouncilDepartment).toMatchObject({ organs: ['本机关'], court: 'intermediate' })
    expect(reviewOrgans.justiceDepartment.organs).toHaveLength(2)
  })

  test('复议法§20 诉讼法§46 前置的只有复议期限，可选的两种都有', () => {
    const dues = (question: Partial<RemedyQuestion> & Pick<RemedyQuestion, 'act'>) =>
      Object.fromEntries(ask(question).deadlines.map(({ period, due }) => [period, due]))
    expect(dues({ act: 'stateSecret', servedOn: '2025-12-18', decidedOn: '2025-12-17' })).toEqual({
      reviewApplication: '2026-02-24',
      reviewBar: '2030-12-17',
    })
    expect(dues({ act: 'notExist', servedOn: '2026-03-16', decidedOn: '2026-03-13' })).toEqual({
      reviewApplication: '2026-05-15',
      suit: '2026-09-16',
      reviewBar: '2031-03-13',
      suitBar: '2031-03-13',
    })
    expect(dues({ act: 'notExist', servedOn: '2026-03-16', informed: false })).toMatchObject({
      reviewUninformed: '2027-03-16',
    })
    expect(dues({ act: 'stateSecret', reviewDecisionReceivedOn: '2026-09-16' })).toMatchObject({
      suitAfterReview: '2026-10-08',
    })
  })

  test('复议法§22¶2 网上送达的，同时提供网上复议渠道；§23¶2 前置的应当告知', () => {
    const cites = ask({ act: 'stateSecret', servedOnline: true }).duties.flatMap((duty) => duty.cites)
    expect(cites).toContain('复议法§22¶2')
    expect(cites).toContain('复议法§23¶2')
    expect(ask({ act: 'stateSecret' }).duties).toHaveLength(1)
  })

  test('所引条款都能找到', () => {
    const organs = Object.values(reviewOrgans).flatMap((each) => [...each.cites, ...each.courtCites])
    for (const cite of organs) expect(resolveCitation(cite)).toHaveProperty('mark')
  })
})
