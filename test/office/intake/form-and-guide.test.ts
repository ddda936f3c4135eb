/** What is asked of an applicant, what they are told, and where they turn: from the law's data and the organ's record. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { applicantKinds, identityTypes, requirements } from '../../../src/law/application.ts'
import { parseCitation, resolveCitation } from '../../../src/law/citation.ts'
import { applicantOf, papersOf } from '../../../src/office/applicants/applicant.ts'
import {
  type ApplicationForm,
  applicationForm,
  type FormField,
} from '../../../src/office/intake/application-form.ts'
import { contentOf } from '../../../src/office/intake/content.ts'
import { guideOf } from '../../../src/office/intake/guide.ts'
import { privacyNotice, privacyVersion } from '../../../src/office/intake/privacy-notice.ts'
import { emptyOffice } from '../../../src/office/organs/organ.ts'
import { another, record } from './support.ts'

const fieldsOf = ({ sections }: ApplicationForm): readonly FormField[] =>
  sections.flatMap(({ fields }) => fields)
const form = applicationForm(record)
const fields = fieldsOf(form)
const fieldAt = (key: string) => fields.find((each) => each.key === key)!

describe('申请表', () => {
  test('条例§29¶2 表格所列必填项，恰好是依法应当包括的内容', () => {
    const asked = new Set(fields.map(({ requirement }) => requirement).filter((key) => key !== null))
    expect([...asked].sort()).toEqual(Object.keys(requirements).sort())
    const shortcomings = [
      ...applicantOf({ kind: 'natural' }, '2026-03-02').shortcomings,
      ...contentOf({}).shortcomings,
    ]
    expect(new Set(shortcomings.map(({ requirement }) => requirement))).toEqual(asked)
  })

  test('条例§29 不问用途，不问年龄职业等无关事项', () => {
    for (const { key, caption } of fields)
      expect(`${key} ${caption}`).not.toMatch(/用途|目的|职业|年龄|性别|民族|purpose/)
    expect(form.sections.map(({ note }) => note).join()).toContain('不需要说明申请的用途')
  })

  test('选项就是法定的分类，每类申请人只见适用的证件', () => {
    expect(fieldAt('applicant.kind').options.map(({ value }) => value)).toEqual(Object.keys(applicantKinds))
    for (const { value, only } of fieldAt('applicant.idKind').options) {
      expect(identityTypes).toHaveProperty(value)
      for (const kind of Object.keys(applicantKinds) as (keyof typeof applicantKinds)[])
        expect([value, kind, only!.values.includes(kind)]).toEqual([
          value,
          kind,
          papersOf(kind).some((paper) => paper === value),
        ])
    }
  })

  test('填满表格的申请没有缺项；每一项都收得下它所说的长度', () => {
    const { name, idKind, idNumber, contact } = another(1)
    expect(
      applicantOf(
        { kind: 'natural', name: name!, idKind: idKind!, idNumber: idNumber!, contact: contact! },
        '2026-03-02',
      ).shortcomings,
    ).toEqual([])
    for (const { key, longest } of fields.filter(
      (each) => each.key.startsWith('content.') && each.longest !== null,
    )) {
      const fit = contentOf({ [key.slice('content.'.length)]: '字'.repeat(longest!) })
      const over = contentOf({ [key.slice('content.'.length)]: '字'.repeat(longest! + 1) })
      expect([key, fit.tooLong.length, over.tooLong.length]).toEqual([key, 0, 1])
    }
  })

  test('条例§41 更正申请另有一表：要证据，不要获取方式', () => {
    const correction = applicationForm(record, 'recordCorrection')
    const keys = fieldsOf(correction).map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining(['content.inaccuracy', 'content.evidence', 'evidence']))
    expect(keys).not.toContain('content.provision')
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('个人信息处理告知', () => {
  test('个保法§17、35 写明谁、为何、收集什么、存多久、如何行使权利', () => {
    const { version, paragraphs, cites } = privacyNotice(record)
    expect(version).toBe(privacyVersion)
    const text = paragraphs.join('')
    for (const word of [
      '示例县水利局',
      '0571-00000000',
      '处理目的',
      '敏感个人信息',
      '保存期限',
      '永久',
      '12个月',
      '查阅',
      '删除',
    ])
      expect(text).toContain(word)
    for (const cite of cites) expect(resolveCitation(cite)).not.toHaveProperty('unresolved')
    expect(text).not.toMatch(/undefined|null/)
  })

  test('改了一个字就要换版本：申请人看到的是哪一版，以后说得清', () => {
    const text = privacyNotice({ name: '某机关', office: emptyOffice }).paragraphs.join('\n')
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 12)
    expect([privacyVersion, digest]).toEqual(['2026-1', 'd7914c1f8b66'])
  })
})

describe('条例§12 指南', () => {
  const guide = guideOf(record, () => undefined)

  test('接收渠道函 当面、邮寄总在其中；其他渠道只列已开通的，写明去处', () => {
    expect(guide.channels.map(({ channel }) => channel)).toEqual([
      'inPerson',
      'oral',
      'registeredPost',
      'ordinaryPost',
      'online',
      'email',
    ])
    for (const { where, receipt } of guide.channels) {
      expect(where.length).toBeGreaterThan(0)
      expect(receipt).toContain('为收到申请之日')
    }
    expect(guideOf({ ...record, channels: [] }, () => undefined).channels).toHaveLength(4)
  })

  test('期限、收费、救济都出自法律数据', () => {
    expect(guide.periods.map(({ id, text }) => [id, text])).toContainEqual([
      'reply',
      '自收到申请之日起20个工作日',
    ])
    expect(guide.fees.tariffs[0]!.bands).toEqual([
      '1至10件：不收费',
      '11至30件：每件100元',
      '31件以上：每10件为一档，每增加一档，每件增加100元',
    ])
    expect(guide.fees.tariffs[1]!.bands.at(-1)).toBe('201页以上：每页40元')
    expect(guide.remedies.review.map(({ name }) => name)).toEqual(['示例县人民政府'])
    expect(guide.remedies.court.name).toBe('示例县人民法院')
    expect(guide.remedies.periods.map(({ text }) => text)).toEqual([
      '自知道行政行为之日起60日',
      '自知道行政行为之日起6个月',
      '自收到复议决定或者复议期满之日起15日',
    ])
  })

  test('指南应有而机关资料里没有的，一一列出', () => {
    expect(guide.missing).toEqual([])
    const bare = guideOf({ ...record, office: emptyOffice }, () => undefined)
    expect(bare.missing).toEqual([
      '公开工作机构的名称',
      '办公地址',
      '办公时间',
      '联系电话',
      '传真号码',
      '互联网联系方式',
      '网上申请的网址',
      '接收申请的电子邮箱',
    ])
  })

  test('所引条文都查得到', () => {
    const cited = JSON.stringify([guide, form])
      .match(/"cites":\[[^\]]*\]/g)!
      .flatMap((list) => JSON.parse(list.slice(8)) as string[])
    expect(cited.length).toBeGreaterThan(30)
    for (const cite of cited) {
      expect(parseCitation(cite)).not.toBeNull()
      expect(resolveCitation(cite)).not.toHaveProperty('unresolved')
    }
  })
})
