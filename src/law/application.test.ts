import { describe, expect, test } from 'vitest'
import { type Application, checkApplication } from './application.ts'
import { checkCreditCode, checkResidentId } from './identity-numbers.ts'

/** The specimen numbers of the two standards, no one's own. */
const specimenId = '11010519491231002X'
const specimenCode = '91350100M000100Y43'

const complete: Application = {
  applicant: {
    kind: 'natural',
    name: '张三',
    identity: { type: 'residentId', number: specimenId },
    contact: { phone: '010-00000000' },
  },
  description: { features: '某路段2025年道路养护合同' },
  form: { provision: '电子件', delivery: '网上获取' },
}

describe('条例§29 申请应当包括的内容', () => {
  test('齐备的申请没有缺项', () => expect(checkApplication(complete)).toEqual([]))

  test('条例§29 空白的申请缺五项，各有条款', () => {
    const shortcomings = checkApplication({})
    expect(shortcomings.map(({ requirement }) => requirement)).toEqual([
      'name',
      'identity',
      'contact',
      'description',
      'form',
    ])
    expect(shortcomings[3]).toMatchObject({ fault: 'missing', cites: ['条例§29¶2(2)'] })
  })

  test('条例§29 名称、文号、特征性描述有其一即可；空格不算填写', () => {
    expect(checkApplication({ ...complete, description: { docNo: '某发〔2025〕1号' } })).toEqual([])
    expect(checkApplication({ ...complete, description: { title: '  ' } })).toHaveLength(1)
  })

  test('条例§29 方式和途径都要写明', () => {
    expect(checkApplication({ ...complete, form: { provision: '纸质件' } })).toMatchObject([
      { requirement: 'form' },
    ])
  })

  test('附有证件而未填号码的，视为已提供身份证明', () => {
    const identity = { type: 'passport', attached: true } as const
    expect(checkApplication({ ...complete, applicant: { ...complete.applicant, identity } })).toEqual([])
  })

  test('号码有误的提示中没有号码本身', () => {
    const number = specimenId.replace('X', '1')
    const identity = { type: 'residentId', number } as const
    const [shortcoming] = checkApplication({ ...complete, applicant: { ...complete.applicant, identity } })
    expect(shortcoming).toMatchObject({ requirement: 'identity', fault: 'wrong' })
    expect(JSON.stringify(shortcoming)).not.toContain(number.slice(0, 6))
  })
})

describe('身份号码标准 GB 11643', () => {
  test.each([specimenId, specimenId.toLowerCase(), ` ${specimenId} `])('%j 通过', (number) => {
    expect(checkResidentId(number)).toBeNull()
  })

  test.each([
    ['11010519491231002', 'shape'],
    ['1101051949123100211', 'shape'],
    ['01010519491231002X', 'shape'],
    ['11010519491331002X', 'birthDate'],
    ['440524188001010014', 'birthDate'],
    ['110105194912310021', 'checkCharacter'],
    ['', 'shape'],
  ])('%s 有误：%s', (number, fault) => expect(checkResidentId(number)).toBe(fault))

  test('任何一位数字写错都能发现', () => {
    for (let place = 0; place < 17; place += 1) {
      for (const digit of '0123456789') {
        const slip = specimenId.slice(0, place) + digit + specimenId.slice(place + 1)
        if (slip !== specimenId) expect(checkResidentId(slip)).not.toBeNull()
      }
    }
  })
})

describe('信用代码标准 GB 32100', () => {
  test.each([specimenCode, specimenCode.toLowerCase()])('%s 通过', (code) =>
    expect(checkCreditCode(code)).toBeNull(),
  )

  test.each([
    ['91350100M000100Y44', 'checkCharacter'],
    ['91350100M000100Y4', 'shape'],
    ['9135010OM000100Y43', 'shape'],
    ['91350100I000100Y43', 'shape'],
  ])('%s 有误：%s', (code, fault) => expect(checkCreditCode(code)).toBe(fault))

  test('任何一位写错都能发现', () => {
    for (let place = 0; place < 17; place += 1) {
      for (const character of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        const slip = specimenCode.slice(0, place) + character + specimenCode.slice(place + 1)
        if (slip !== specimenCode) expect(checkCreditCode(slip)).not.toBeNull()
      }
    }
  })
})
