/** 申请人：条例第二十九条要的、个保法允许的，以及何时看、何时删。 */
import { describe, expect, test } from 'vitest'
import type { Agent } from '../../src/office/applicants/agent.ts'
import { agentMay } from '../../src/office/applicants/agent.ts'
import { type ApplicantInput, applicantOf } from '../../src/office/applicants/applicant.ts'
import {
  type ApplicantContext,
  foldApplicant,
  type RevealField,
  type RevealPurpose,
} from '../../src/office/applicants/applicant-events.ts'
import { eraseApplicant, papersIn } from '../../src/office/applicants/erase-applicant.ts'
import { forHandler, forOthers, forThirdParty } from '../../src/office/applicants/masked-view.ts'
import {
  maskAddress,
  maskEmail,
  maskIdentity,
  maskName,
  maskPhone,
} from '../../src/office/applicants/masks.ts'
import { type KeptCase, keptUntil, needOf, papersDue } from '../../src/office/applicants/retention.ts'
import { revealApplicant } from '../../src/office/applicants/reveal-applicant.ts'
import { applicantEntry, applicantIn, lookupOf } from '../../src/office/applicants/sealed.ts'
import type { Role } from '../../src/office/requests/permissions.ts'
import { creditCode, residentId } from './made-numbers.ts'

const id = residentId('330106', '19900101', '123')
const code = creditCode('91330106MA2ABCDE1')
const on = '2026-11-20'

const person: ApplicantInput = {
  kind: 'natural',
  name: ' 张三 ',
  idKind: 'residentId',
  idNumber: `${id.slice(0, 6)} ${id.slice(6)}`,
  contact: { phone: '13812345678', email: 'Zhang@Example.com', address: '浙江省杭州市某某路12号' },
}
const agent: Agent = {
  agency: 'entrusted',
  name: '李四',
  idKind: 'residentId',
  idNumber: residentId('330106', '19800101', '001'),
  idPaper: 'p2',
  phone: '13900000000',
  authorisation: { paper: 'p3', signedOn: '2026-11-01', until: '2026-12-31', powers: ['apply', 'receive'] },
}
const faults = (input: ApplicantInput, day = on) =>
  applicantOf(input, day as '2026-11-20').shortcomings.map(
    ({ requirement, fault }) => `${requirement}:${fault}`,
  )

describe('条例第二十九条第二款第一项：申请人的姓名或者名称、身份证明、联系方式', () => {
  test('自然人齐备；书写归一', () => {
    const { applicant, shortcomings } = applicantOf(person, on)
    expect(shortcomings).toEqual([])
    expect(applicant).toMatchObject({
      name: '张三',
      idNumber: id,
      contact: { email: 'zhang@example.com', postcode: null },
    })
  })

  test.each([
    'legal.business',
    'legal.research',
    'legal.welfare',
    'legal.lawService',
    'legal.other',
  ] as const)('五类组织之 %s，凭统一社会信用代码', (kind) => {
    const input = {
      kind,
      name: '某单位',
      idKind: 'creditCode',
      idNumber: code,
      contact: { phone: '0571-87654321' },
    } as const
    expect(faults(input)).toEqual([])
  })

  test.each<[string, ApplicantInput, readonly string[]]>([
    ['什么都没有', { kind: 'natural' }, ['name:missing', 'identity:missing', 'contact:missing']],
    ['号码错', { ...person, idNumber: '330106199001011111' }, ['identity:wrong']],
    ['自然人用信用代码', { ...person, idKind: 'creditCode', idNumber: code }, ['identity:wrong']],
    ['组织用身份证', { ...person, kind: 'legal.other' }, ['identity:wrong']],
    ['只交了证件复印件', { ...person, idNumber: null, idPaper: 'hash' }, []],
    ['电话错', { ...person, contact: { phone: 'abc' } }, ['contact:wrong']],
    ['邮箱错', { ...person, contact: { email: 'a@b' } }, ['contact:wrong']],
    ['过长', { ...person, name: '长'.repeat(101) }, ['name:wrong']],
  ])('%s', (_, input, wanted) => expect(faults(input)).toEqual(wanted))

  test('说明里不出现填写的内容', () => {
    const { shortcomings } = applicantOf(
      { ...person, idNumber: '330106199001011111', contact: { phone: 'x13812345678' } },
      on,
    )
    expect(JSON.stringify(shortcomings)).not.toMatch(/3301|138/)
  })
})

describe('委托代理', () => {
  test('委托书和代理人身份证明齐备', () => expect(faults({ ...person, agent })).toEqual([]))

  test.each<[string, Agent, string]>([
    ['没有委托书', { ...agent, authorisation: null }, '缺少授权委托书'],
    ['监护人没有证明', { ...agent, agency: 'guardian', authorisation: null }, '缺少监护关系证明'],
    ['没有身份证明', { ...agent, idNumber: null, idPaper: null }, '缺少代理人的身份证明'],
    [
      '到期',
      { ...agent, authorisation: { ...agent.authorisation!, until: '2026-11-19' } },
      '2026年11月19日到期',
    ],
    [
      '日期在后',
      { ...agent, authorisation: { ...agent.authorisation!, signedOn: '2026-11-21' } },
      '晚于提出申请之日',
    ],
    [
      '没有申请的权限',
      { ...agent, authorisation: { ...agent.authorisation!, powers: ['receive'] } },
      '没有写明提出申请的权限',
    ],
  ])('%s，应当补正（条例第三十条）', (_, given, message) => {
    const { shortcomings } = applicantOf({ ...person, agent: given }, on)
    expect(shortcomings.map((found) => found.message).join()).toContain(message)
    expect(shortcomings.every(({ requirement }) => requirement === 'identity')).toBe(true)
  })

  test('代理权限逐项看，过期不算；监护人不限', () => {
    expect(agentMay(agent, 'receive', on)).toBe(true)
    expect(agentMay(agent, 'withdraw', on)).toBe(false)
    expect(agentMay(agent, 'receive', '2027-01-01')).toBe(false)
    expect(agentMay({ ...agent, agency: 'guardian' }, 'withdraw', on)).toBe(true)
  })
})

describe('封存与查找', () => {
  const { applicant } = applicantOf({ ...person, agent }, on)

  test('存入的就是取出的', () => {
    const entry = applicantEntry('a1', applicant)
    expect(applicantIn(JSON.parse(JSON.stringify(entry)))).toEqual(applicant)
    expect(applicantIn({ ...entry, kind: 'content' })).toBeNull()
  })

  test('同一证件的各种写法是同一个键，不同证件不是', () => {
    const wide = id.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
    const key = lookupOf(applicant).identity
    expect(key).toBe(`residentId:${id}`)
    for (const idNumber of [wide, ` ${id} `, id.toLowerCase(), `${id.slice(0, 6)}-${id.slice(6)}`])
      expect(lookupOf({ ...applicant, idNumber }).identity).toBe(key)
    expect(lookupOf({ ...applicant, idKind: 'other' }).identity).not.toBe(key)
    const phone = (text: string) =>
      lookupOf({ ...applicant, contact: { ...applicant.contact, phone: text } }).nameAndPhone
    expect(phone('+86 138-1234-5678')).toBe(phone('13812345678'))
  })
})

describe('个保法第六条：只显示必要的', () => {
  const { applicant } = applicantOf({ ...person, agent }, on)

  test('遮盖的样式', () => {
    expect(maskIdentity('330106199001011234')).toBe('3301************34')
    expect(maskPhone('13812345678')).toBe('138****5678')
    expect(maskPhone('(0571) 87654321')).toBe('0571-****4321')
    expect(maskPhone('010-87654321')).toBe('010-****4321')
    expect(maskEmail('zhang@example.com')).toBe('z***@example.com')
    expect(maskName('欧阳小明')).toBe('欧***')
    expect(maskName('张')).toBe('张*')
    expect(maskAddress('浙江省杭州市某某路12号')).toBe('浙江省杭州市****')
    for (const short of ['', '1', '12345']) expect(maskIdentity(short)).toBe(`${short.slice(0, 1)}***`)
  })

  test('经办人见姓名，不见号码', () => {
    const view = JSON.stringify(forHandler(applicant))
    expect(view).toContain('张三')
    for (const value of [id, '13812345678', 'zhang@', '某某路']) expect(view).not.toContain(value)
  })

  test('名单、被征求意见的机关不见姓名；第三方只知有人申请（条例第三十二条）', () => {
    expect(JSON.stringify(forOthers(applicant))).not.toMatch(/张三|李四/)
    expect(forThirdParty(applicant)).toEqual({ kind: '自然人' })
    expect(forThirdParty({ ...applicant, kind: 'legal.research' })).toEqual({ kind: '法人或者其他组织' })
  })
})

const context = (role: Role): ApplicantContext => ({ today: on, actor: { id: 's1', role, scope: 'organ' } })
const active = foldApplicant([])

describe('个保法第五十一条：查看完整信息须留痕', () => {
  const reveal = (
    fields: readonly RevealField[],
    purpose: RevealPurpose,
    reason = '电话核实邮寄地址',
    status = active,
    role: Role = 'handler',
  ) => {
    const made = revealApplicant(
      { applicant: 'a1', case: 'c1', fields, purpose, reason },
      status,
      context(role),
    )
    return 'refused' in made ? made.code : made
  }

  test('许可的是一个事件，只有编号和理由，没有内容', () => {
    expect(reveal(['address', 'phone', 'phone'], 'service')).toEqual({
      kind: 'applicantRevealed',
      on,
      data: {
        applicant: 'a1',
        case: 'c1',
        fields: ['address', 'phone'],
        purpose: 'service',
        reason: '电话核实邮寄地址',
      },
    })
  })

  test('没有权限、没有理由、超出目的、理由写了号码，都不许', () => {
    expect(reveal(['phone'], 'service', '电话核实地址', active, 'systemAdmin')).toBe('notPermitted')
    expect(reveal(['phone'], 'service', '电话核实地址', active, 'auditAdmin')).toBe('notPermitted')
    expect(reveal(['phone'], 'service', '查')).toBe('noReason')
    expect(reveal([], 'service')).toBe('noFields')
    expect(reveal(['idNumber'], 'contact')).toBe('fieldsBeyondPurpose')
    expect(reveal(['phone'], 'service', '打13812345678核实')).toBe('personalData')
  })

  test('个保法第四十七条第二款：停止处理之后只为档案和争议查看，删除之后无从查看', () => {
    const restricted = foldApplicant([{ kind: 'applicantRevealed' }, { kind: 'applicantRestricted' }])
    expect(restricted).toEqual({ standing: 'restricted', revealed: 1 })
    expect(reveal(['phone'], 'service', '电话核实地址', restricted)).toBe('restricted')
    expect(reveal(['phone'], 'dispute', '准备复议答复材料', restricted)).toMatchObject({
      kind: 'applicantRevealed',
    })
    const erased = foldApplicant([{ kind: 'applicantErased' }, { kind: 'applicantRestricted' }])
    expect(reveal(['phone'], 'dispute', '准备复议答复材料', erased)).toBe('erased')
  })
})

describe('个保法第四十七条：删除', () => {
  const kept = (more: Partial<KeptCase> = {}): KeptCase => ({
    id: 'c1',
    closedOn: '2015-05-01',
    disputed: false,
    archived: { on: '2016-03-01', retention: 'years10' },
    ...more,
  })
  const erase = (cases: readonly KeptCase[], role: Role = 'securityAdmin', status = active) => {
    const command = { applicant: 'a1', ground: 'purposeMet', reason: '保管期限已满', papers: ['p1'] } as const
    const made = eraseApplicant(command, status, cases, context(role))
    return 'refused' in made ? made.code : made.kind
  }

  test.each<[string, readonly KeptCase[], string]>([
    ['没有案件（没有提交的草稿）', [], 'applicantErased'],
    ['还没办结', [kept(), kept({ id: 'c2', closedOn: null })], 'stillNeeded'],
    ['复议、诉讼没有终结', [kept({ disputed: true })], 'stillNeeded'],
    ['办结没有归档', [kept({ archived: null })], 'notArchived'],
    ['保管期限未满，停止处理、只作保存', [kept()], 'applicantRestricted'],
    ['永久保管', [kept({ archived: { on: '1990-01-01', retention: 'permanent' } })], 'applicantRestricted'],
    ['保管期限已满', [kept({ archived: { on: '2015-12-31', retention: 'years10' } })], 'applicantErased'],
  ])('%s', (_, cases, wanted) => expect(erase(cases)).toBe(wanted))

  test('只有安全管理员可以删除；删过的不再删', () => {
    for (const role of ['handler', 'head', 'systemAdmin', 'auditAdmin'] as const)
      expect(erase([], role)).toBe('notPermitted')
    expect(erase([], 'securityAdmin', { standing: 'erased', revealed: 0 })).toBe('erased')
    expect(erase([kept()], 'securityAdmin', { standing: 'restricted', revealed: 0 })).toBe(
      'alreadyRestricted',
    )
  })

  test('保管期限自归档次年起算，届满之日为末年十二月三十一日', () => {
    expect(keptUntil('2016-03-01', 'years10')).toBe('2026-12-31')
    expect(keptUntil('2016-03-01', 'years30')).toBe('2046-12-31')
    expect(keptUntil('2016-03-01', 'permanent')).toBeNull()
    expect(needOf([kept()], '2026-12-31')).toEqual({ need: 'file', until: '2026-12-31' })
    expect(needOf([kept()], '2027-01-01')).toEqual({ need: 'none' })
  })

  test('个保法第十九条：证件复印件先于记录到期', () => {
    expect(papersDue([kept({ closedOn: '2025-11-19' })])).toBe('2026-11-20')
    expect(papersDue([kept({ closedOn: null })])).toBeNull()
    expect(papersIn(applicantOf({ ...person, idPaper: 'p1', agent }, on).applicant)).toEqual([
      'p1',
      'p2',
      'p3',
    ])
  })
})
