import { describe, expect, test } from 'vitest'
import { type Arrival, receiptOf } from './receipt.ts'

const arrivedOn = '2026-04-30' as const

describe('收到申请之日', () => {
  test('条例§31 当面提交，以提交之日为准', () => {
    expect(receiptOf({ channel: 'inPerson', arrivedOn })).toEqual({
      received: arrivedOn,
      basis: 'submitted',
      because: '当面提交，以提交之日2026年4月30日为收到申请之日。',
      warnings: [],
      cites: ['条例§31(1)'],
    })
  })

  test('条例§29 口头申请由工作机构代为填写，以提交之日为准', () => {
    expect(receiptOf({ channel: 'oral', arrivedOn })).toMatchObject({
      received: arrivedOn,
      basis: 'submitted',
    })
  })

  test('条例§31 需签收的邮寄，以签收之日为准', () => {
    expect(receiptOf({ channel: 'registeredPost', arrivedOn })).toMatchObject({
      received: arrivedOn,
      basis: 'signed',
    })
  })

  test('条例§31 平常信函当日确认的，没有提示', () => {
    const receipt = receiptOf({ channel: 'ordinaryPost', arrivedOn, confirmedOn: arrivedOn })
    expect(receipt).toMatchObject({ received: arrivedOn, basis: 'confirmed', warnings: [] })
  })

  test('条例§31 平常信函迟延确认的，以确认之日为准并提示 (D09)', () => {
    const receipt = receiptOf({ channel: 'ordinaryPost', arrivedOn, confirmedOn: '2026-05-09' })
    expect(receipt.received).toBe('2026-05-09')
    expect(receipt.warnings).toEqual([
      '应当于收到的当日2026年4月30日与申请人确认，实际确认为2026年5月9日，存在迟延。',
    ])
  })

  test.each(['online', 'fax', 'email'] as const)(
    '条例§31 %s 以双方确认之日为准，确认前没有收到之日',
    (channel) => {
      expect(receiptOf({ channel, arrivedOn })).toMatchObject({ received: null, basis: 'unconfirmed' })
      expect(receiptOf({ channel, arrivedOn, confirmedOn: '2026-05-06' })).toMatchObject({
        received: '2026-05-06',
        warnings: [],
      })
    },
  )

  test('期限函 寄给其他机构或者个人的，以工作机构收到并确认之日为准', () => {
    const arrival: Arrival = { channel: 'registeredPost', arrivedOn, misaddressed: true }
    expect(receiptOf(arrival)).toMatchObject({ received: null, basis: 'unconfirmed' })
    expect(receiptOf({ ...arrival, confirmedOn: arrivedOn })).toMatchObject({
      received: arrivedOn,
      cites: ['条例§31(2)', '期限函'],
    })
  })

  test('期限函 无法联系的先行登记，恢复联系之日起算，不算迟延', () => {
    const arrival: Arrival = { channel: 'ordinaryPost', arrivedOn, unreachable: true }
    expect(receiptOf(arrival).received).toBeNull()
    expect(receiptOf({ ...arrival, confirmedOn: '2026-06-01' })).toMatchObject({
      received: '2026-06-01',
      basis: 'contactRestored',
      warnings: [],
    })
  })

  test('确认早于到达的，提示核对', () => {
    expect(receiptOf({ channel: 'online', arrivedOn, confirmedOn: '2026-04-29' }).warnings).toHaveLength(1)
  })
})
