/** What leaves the house by mail and SMS: nothing personal, nothing at night, and an organ's own words kept to that. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../../src/law/day.ts'
import { composeForStaff, composeMessages } from '../../../src/office/messages/compose-message.ts'
import { messageFacts } from '../../../src/office/messages/facts.ts'
import { messageKinds, messages } from '../../../src/office/messages/kinds.ts'
import type { MessageHouse } from '../../../src/office/messages/message-house.ts'
import type { MailPayload, SmsPayload } from '../../../src/office/messages/payloads.ts'
import { notBefore } from '../../../src/office/messages/quiet-hours.ts'
import { reachOf, reachOfApplicant } from '../../../src/office/messages/recipients.ts'
import { checkMessage, fillMessage, type MessagePart } from '../../../src/office/messages/template.ts'
import { person } from '../tracking/people.ts'

const house: MessageHouse = {
  facts: {
    organ: '示例县水利局',
    contact: '公开办（电话0000-1234567）',
    where: 'https://water.example/query',
  },
  isSilent: (kind) => kind === 'movedOn',
  text: (kind, part) => messages[kind][part],
}
const notice = {
  kind: 'correctionAsked',
  about: 'request-1',
  number: '2026-1',
  facts: { by: '2026年3月16日' },
  once: '3',
  today: '2026-03-04',
  at: '2026-03-04T02:00:00.000Z',
} as const

describe('夜间不发送', () => {
  test('北京时间22:00至次日07:00之间的，07:00发送；两端各差一毫秒', () => {
    expect(notBefore('2026-03-04T13:59:59.999Z')).toBe('2026-03-04T13:59:59.999Z')
    expect(notBefore('2026-03-04T14:00:00.000Z')).toBe('2026-03-04T23:00:00.000Z')
    expect(notBefore('2026-03-04T16:30:00.000Z')).toBe('2026-03-04T23:00:00.000Z')
    expect(notBefore('2026-03-04T22:59:59.999Z')).toBe('2026-03-04T23:00:00.000Z')
    expect(notBefore('2026-03-04T23:00:00.000Z')).toBe('2026-03-04T23:00:00.000Z')
    expect(notBefore('2026-12-31T15:00:00.000Z')).toBe('2026-12-31T23:00:00.000Z')
  })

  test('指定日期的，不早于当日07:00；日期已到的不再推迟', () => {
    expect(notBefore('2026-03-04T02:00:00.000Z', '2026-03-06')).toBe('2026-03-05T23:00:00.000Z')
    expect(notBefore('2026-03-04T02:00:00.000Z', '2026-03-04')).toBe('2026-03-04T02:00:00.000Z')
    expect(notBefore('2026-03-04T02:00:00.000Z', '2026-02-01')).toBe('2026-03-04T02:00:00.000Z')
    // By Beijing time it is the fifth already.
    expect(notBefore('2026-03-04T18:00:00.000Z', '2026-03-05')).toBe('2026-03-04T23:00:00.000Z')
  })

  test('任意时刻：从不提前，从不在夜间，最多推迟九小时，再算一次不变', () => {
    const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, fc.integer({ min: -3, max: 9 }), (date, ahead) => {
        const at = date.toISOString()
        const sent = notBefore(at)
        const hour = (new Date(sent).getUTCHours() + 8) % 24
        expect(hour >= 7 && hour < 22).toBe(true)
        expect(Date.parse(sent) - Date.parse(at)).toBeGreaterThanOrEqual(0)
        expect(Date.parse(sent) - Date.parse(at)).toBeLessThanOrEqual(9 * 3_600_000)
        expect(notBefore(sent)).toBe(sent)
        const today = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) as Day
        const later = notBefore(at, addDays(today, ahead))
        expect(later >= sent).toBe(true)
        expect(notBefore(later)).toBe(later)
      }),
    )
  })
})

describe('消息的内容', () => {
  const parts: readonly MessagePart[] = ['subject', 'mail', 'sms']

  test('自带的每条消息都合乎对模板的要求，各用其事实，一个不漏', () => {
    for (const kind of messageKinds)
      for (const part of parts) {
        const text = messages[kind][part]
        if (text !== null) expect(checkMessage(kind, part, text), `${kind} ${part}`).toEqual([])
      }
    for (const kind of messageKinds)
      for (const fact of messages[kind].facts)
        expect(messages[kind].mail, `${kind} ${fact}`).toContain(`{{${messageFacts[fact].caption}}}`)
  })

  test('个保法§6 短信只说哪一件、办什么：姓名、内容无从写入，邮件亦然', () => {
    const sent = composeMessages(house, notice, { mail: 'a@b.example', sms: '13800000000' })
    expect(sent.map(({ id, topic }) => [id, topic])).toEqual([
      ['request-1/correctionAsked/3/mail', 'mail'],
      ['request-1/correctionAsked/3/sms', 'sms'],
    ])
    expect((sent[0]!.payload as MailPayload).subject).toBe('示例县水利局：请补正申请（2026-1）')
    expect(sent[1]!.payload as SmsPayload).toEqual({
      to: '13800000000',
      text: '示例县水利局：您的申请（登记编号2026-1）需要补正，请查看补正告知书，不迟于2026年3月16日补正。查询进展和文书：https://water.example/query。',
    })
    for (const { payload } of sent) expect(JSON.stringify(payload)).not.toMatch(/\{\{|undefined|null/)
    for (const rule of Object.values(messageFacts)) expect(rule.caption).not.toMatch(/姓名|证件|住址|内容/)
  })

  test('停发的、无处可发的，什么也不写', () => {
    expect(
      composeMessages(house, { ...notice, kind: 'movedOn', facts: {} }, reachOf(person.contact)),
    ).toEqual([])
    expect(composeMessages(house, notice, { mail: null, sms: null })).toEqual([])
  })

  test('给办案人员的只有邮件，一人一封', () => {
    const member = { organ: 'water', name: '甲', account: 'a', phone: '13800000000', suspended: false }
    const sent = composeForStaff(
      house,
      { ...notice, kind: 'dueSoon', facts: { due: '2026年3月30日', days: '2' } },
      [
        { ...member, id: 'staff-1', mail: 'a@water.example' },
        { ...member, id: 'staff-2', mail: null },
      ],
    )
    expect(sent.map(({ id }) => id)).toEqual(['request-1/dueSoon/3/staff-1/mail'])
    expect((sent[0]!.payload as MailPayload).text).toBe('2026-1：答复期限至2026年3月30日，还有2个工作日。')
  })

  test('机关自拟的模板：没有的占位符、别的消息的事实、缺编号、过长、写入个人信息的，逐项指出', () => {
    const faults = (part: MessagePart, text: string) =>
      checkMessage('correctionAsked', part, text).map(({ fault }) => fault)
    expect(faults('sms', '{{登记编号}}请于{{截止日}}前补正。')).toEqual([])
    expect(faults('sms', '{{number}}请于{{by}}前补正。')).toEqual([])
    expect(faults('sms', '{{登记编号}}，{{姓名}}')).toEqual(['unknownFact'])
    expect(faults('sms', '{{登记编号}}，{{toString}}')).toEqual(['unknownFact'])
    expect(faults('mail', '{{登记编号}}，{{件数}}')).toEqual(['otherMessage'])
    expect(faults('mail', '请补正。')).toEqual(['noNumber'])
    expect(faults('sms', `{{登记编号}}${'长'.repeat(160)}`)).toEqual(['tooLong'])
    expect(faults('sms', '{{登记编号}}致电13800000000')).toEqual(['personal'])
    expect(checkMessage('dueSoon', 'sms', '{{登记编号}}').map(({ fault }) => fault)).toEqual(['noSms'])
    expect(checkMessage('opinionAsked', 'sms', '{{文号}}请回复。')).toEqual([])
  })

  test('事实中的占位符不再展开', () => {
    expect(fillMessage('{{登记编号}}/{{截止日}}', { number: '{{截止日}}', by: 'x' })).toBe('{{截止日}}/x')
    expect(fillMessage('{{没有}}', { number: '1' })).toBe('{{没有}}')
  })
})

describe('发给谁', () => {
  test('手机可收短信，固定电话不能；国家码、空格、全角不妨碍', () => {
    const sms = (phone: string | null) => reachOf({ email: null, phone }).sms
    expect([sms('138 0000 0000'), sms('+86 13800000000'), sms('１３８００００００００')]).not.toContain(null)
    expect([sms('0571-88880000'), sms(null), sms('23800000000')]).toEqual([null, null, null])
  })

  test('代理人有代收文书权限且授权在期限内的，短信发给代理人', () => {
    const agent = {
      agency: 'entrusted',
      name: '孙某',
      idKind: 'residentId',
      idNumber: null,
      idPaper: null,
      phone: '13900000000',
      authorisation: { paper: null, signedOn: null, until: '2026-03-31', powers: ['apply', 'receive'] },
    } as const
    expect(reachOfApplicant({ ...person, agent }, '2026-03-31').sms).toBe('13900000000')
    expect(reachOfApplicant({ ...person, agent }, '2026-04-01').sms).toBe(person.contact.phone)
    const only = { ...agent, authorisation: { ...agent.authorisation, powers: ['apply'] } } as const
    expect(reachOfApplicant({ ...person, agent: only }, '2026-03-01').sms).toBe(person.contact.phone)
  })
})
