import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/law/day.ts'
import { type DispositionKey, dispositions } from '../../src/law/dispositions.ts'
import { grounds } from '../../src/law/grounds.ts'
import { compose, type LetterContext } from '../../src/office/letters/compose.ts'
import { type LetterKind, letterKinds, letters } from '../../src/office/letters/letters.ts'
import type { LetterOrgan } from '../../src/office/letters/organ.ts'
import { routeOf } from '../../src/office/letters/remedies-clause.ts'
import { context, facts, organ, windows } from './samples.ts'

const textOf = (
  kind: LetterKind,
  date: Day,
  more: Partial<LetterContext> = {},
  by: LetterOrgan = organ,
): string => {
  const letter = compose(kind, facts, by, context({ date, ...more }))
  if (!('paragraphs' in letter)) throw new Error(JSON.stringify(letter))
  return letter.paragraphs.join('\n')
}

const reviewFirst = /应当先申请行政复议：可以自收到本告知书之日起60日内，向示例县人民政府申请行政复议/
const suit = /自收到本告知书之日起6个月内，直接向示例县人民法院提起行政诉讼/
const disputed = /存在不同认识，建议先申请行政复议/

const refusals = Object.keys(grounds) as readonly DispositionKey[]
const unavailable = ['registryQuery', 'notExist', 'notThisOrgan', 'needsMaking', 'stillUnclear'] as const
const declined = [
  'petition',
  'repeat',
  'publication',
  'excessive',
  'reissue',
  'notCorrected',
  'feeUnpaid',
] as const

const {
  复议法修订施行前: before,
  复议法修订后司法解释施行前: contested,
  司法解释施行后: interpreted,
  复议法实施条例修订施行后: revised,
} = windows

describe('复议法§23¶1(4) 依据条例§14至§16不予公开的', () => {
  test.each(refusals)('%s：2024年1月1日前可以复议或者直接起诉，之后应当先申请复议', (kind) => {
    const old = textOf(kind as LetterKind, before)
    expect(old).toMatch(suit)
    expect(old).not.toContain('先申请行政复议')
    for (const date of [contested, interpreted, revised]) {
      const text = textOf(kind as LetterKind, date)
      expect(text).toMatch(reviewFirst)
      expect(text).toContain('《行政复议法》第二十三条第一款第（四）项')
      expect(text).toMatch(/15日内，向示例县人民法院/)
      expect(text).not.toContain('6个月')
    }
  })

  test('部分公开的，对不予公开的部分先复议，对其他内容可以复议或者直接起诉', () => {
    const text = textOf('partial', revised)
    expect(text).toMatch(/第十四条、第十五条、第十六条不予公开的内容不服的.*应当先申请行政复议/)
    expect(text).toMatch(/其他内容不服的.*直接向示例县人民法院提起行政诉讼/)
    expect(textOf('partial', before)).not.toContain('先申请行政复议')
  })

  test('部分公开中没有依据条例§14至§16不予公开的，不要求先复议', () => {
    const parts = [{ part: '来信', reason: '不属于政府信息', ground: null }]
    const letter = compose('partial', { ...facts, withheldParts: parts }, organ, context())
    expect(JSON.stringify(letter)).not.toContain('先申请行政复议')
    expect(JSON.stringify(letter)).toContain('不属于政府信息，不予提供。')
  })
})

describe('司法解释§1 无法提供、不予处理的', () => {
  test.each([...unavailable, ...declined])('%s：争议期间写明两种途径，2025年6月1日起可以直接起诉', (kind) => {
    const text = textOf(kind, contested)
    expect(text).toMatch(disputed)
    expect(text).toMatch(suit)
    expect(text).toMatch(/60日内，向示例县人民政府申请行政复议/)
    for (const date of [before, interpreted, revised]) {
      const settled = textOf(kind, date)
      expect(settled).toMatch(suit)
      expect(settled).not.toMatch(/先申请行政复议/)
    }
  })
})

describe('复议指导意见§3 程序性文书不写救济途径', () => {
  const silent = letterKinds.filter((kind) => {
    const route = routeOf(letters[kind], organ, { decidedOn: revised, servedOnline: false, withheld: [] })
    return route === null || route.route === 'none'
  })

  test('不写救济途径的文书', () =>
    expect(silent).toEqual([
      'receipt',
      'correctionNotice',
      'extensionNotice',
      'consultationNotice',
      'reasonsNotice',
      'delayedReply',
      'feeNotice',
      'thirdPartyConsultation',
      'organConsultation',
      'otherOrganConsultation',
      'determinationReferral',
      'withdrawn',
      'otherEnding',
    ]))

  test.each(silent)('%s', (kind) => expect(textOf(kind, revised)).not.toMatch(/复议|诉讼/))

  test.each(letterKinds.filter((kind) => !silent.includes(kind)))(
    '%s写明复议机关、法院和期限，并且自称告知书',
    (kind) => {
      expect(letters[kind].title).toMatch(/告知书(（第三方）)?$/)
      for (const date of Object.values(windows))
        expect(textOf(kind, date)).toMatch(
          /60日内.*示例县人民政府.*(示例县人民法院.*15日内|15日内.*示例县人民法院)/s,
        )
    },
  )

  test('每一种有救济途径的处理决定都写', () => {
    const wanted = (Object.keys(dispositions) as DispositionKey[]).filter(
      (key) => dispositions[key].remedy !== 'none',
    )
    expect(wanted.filter((key) => silent.includes(key))).toEqual([])
  })
})

describe('复议法§22¶2 通过互联网送达的，同时提供网上复议渠道', () => {
  test('网上送达的写明', () =>
    expect(textOf('notExist', revised, { servedOnline: true })).toContain('https://review.example.gov.cn'))
  test('邮寄送达的不写', () => expect(textOf('notExist', revised)).not.toContain('https://review'))
  test('机关没有登记渠道的，文书不能作出', () => {
    const { onlineReview: _, ...offline } = organ
    expect(compose('notExist', facts, offline, context({ servedOnline: true }))).toMatchObject([
      { problem: 'missingOrganData', name: '网上行政复议渠道' },
    ])
  })
})

describe('复议法§24至§28 复议机关', () => {
  test('复议法§28 司法行政部门有两个复议机关的，都写明', () => {
    const both = {
      ...organ,
      kind: 'justiceDepartment',
      reviewOrgans: ['示例县人民政府', '示例市司法局'],
    } as const
    expect(textOf('notExist', revised, {}, both)).toContain('向示例县人民政府或者示例市司法局申请行政复议')
  })

  test('复议法§26 国务院部门的答复，可以向国务院申请裁决', () => {
    const ministry = { ...organ, kind: 'stateCouncilDepartment' } as const
    expect(textOf('stateSecret', revised, {}, ministry)).toContain('也可以向国务院申请裁决')
    expect(textOf('stateSecret', revised)).not.toContain('裁决')
  })

  test('没有登记复议机关、法院的，文书不能作出', () =>
    expect(compose('notExist', facts, { ...organ, reviewOrgans: [], court: ' ' }, context())).toMatchObject([
      { message: '机关资料中缺少“行政复议机关”，请先补全。' },
      { message: '机关资料中缺少“管辖法院”，请先补全。' },
    ]))
})
