/** Short messages and notices against a system on this machine. */

import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type SmsOptions, smsCarrier } from '../../src/carriers/sms.ts'
import { webhookCarrier } from '../../src/carriers/webhook.ts'
import { message, now } from './support/messages.ts'
import { startWebServer, type WebServer } from './support/web-server.ts'

let server: WebServer
beforeAll(async () => {
  server = await startWebServer()
})
afterAll(() => server.close())
beforeEach(() => {
  server.answer = { status: 200, body: '' }
})

const last = () => server.posted.at(-1)!

describe('sms', () => {
  const text = '【示例县】您的申请已登记，{to}"&=\n查询码另告。'
  const sms = (options: Partial<SmsOptions> = {}) =>
    smsCarrier({
      url: `${server.origin}/send`,
      headers: { 'X-Key': 'k' },
      body: { mobile: '{to}', content: '{text}', type: 1 },
      format: 'json',
      patience: 5_000,
      ...options,
    })
  const carry = (options: Partial<SmsOptions> = {}, to = '13800000000') =>
    sms(options).carry(message('sms', { to, text }))

  test('JSON: number and text are in their fields, whatever the text says', async () => {
    expect(await carry()).toBeNull()
    expect(JSON.parse(last().body)).toEqual({ mobile: '13800000000', content: text, type: 1 })
    expect(last()).toMatchObject({
      path: '/send',
      headers: { 'content-type': 'application/json', 'x-key': 'k' },
    })
  })

  test('a form, likewise', async () => {
    expect(await carry({ format: 'form' })).toBeNull()
    expect(Object.fromEntries(new URLSearchParams(last().body))).toEqual({
      mobile: '13800000000',
      content: text,
      type: '1',
    })
    expect(last().headers['content-type']).toBe('application/x-www-form-urlencoded')
  })

  test.each(['138 0000 0000', '+86 138-0000-0000', '８６１３８００００００００'])(
    '%s is the number that people write so',
    async (to) => {
      expect(await carry({}, to)).toBeNull()
      expect(JSON.parse(last().body).mobile).toBe('13800000000')
    },
  )

  test.each(['010-12345678', '1380000000', '12800000000', '13800000000,13900000000', ''])(
    '%j is no mobile number: nothing leaves, and it is not tried again',
    async (to) => {
      const before = server.posted.length
      expect(await carry({}, to)).toEqual({ failure: '收件号码不是手机号码', again: false })
      expect(server.posted).toHaveLength(before)
    },
  )

  test.each([
    ['code=0', '{"code":0}', null],
    ['code=0', '{"code":"0"}', null],
    ['result.code=OK', '{"result":{"code":"OK"}}', null],
    ['code=0', '{"code":17,"msg":"13800000000 欠费"}', '短信网关没有收下（code=17）'],
    ['msg=ok', '{"msg":"13800000000"}', '短信网关没有收下（回答不合约定）'],
    ['msg=ok', '{"msg":"号码 13800000000 有误"}', '短信网关没有收下（回答不合约定）'],
    ['code=0', '<html>', '短信网关没有收下（回答不合约定）'],
    ['a.b.c=0', '{"a":null}', '短信网关没有收下（回答不合约定）'],
  ])('where %s is the condition, %s means %j', async (success, body, failure) => {
    server.answer = { status: 200, body }
    expect(await carry({ success })).toEqual(failure === null ? null : { failure, again: true })
  })

  test.each([
    [400, false],
    [413, false],
    [422, false],
    [401, true],
    [404, true],
    [429, true],
    [500, true],
    [503, true],
  ])('HTTP %i: worth another attempt: %s', async (status, again) => {
    server.answer = { status, body: '13800000000' }
    expect(await carry()).toEqual({ failure: `短信网关没有收下（HTTP ${status}）`, again })
  })

  test('a redirection is not followed: it would take the number elsewhere', async () => {
    server.answer = { status: 307, body: '', location: `${server.origin}/elsewhere` }
    expect(await carry()).toMatchObject({ again: true })
    expect(last().path).toBe('/send')
  })

  test('a gateway that does not answer', async () => {
    server.answer = null
    expect(await carry({ patience: 100 })).toEqual({ failure: '短信网关没有按时回答', again: true })
  })

  test('no gateway at all', async () => {
    expect(await carry({ url: 'http://127.0.0.1:1/' })).toEqual({ failure: '没有连上短信网关', again: true })
  })

  test('an answer without end is not read to its end', async () => {
    server.answer = { status: 200, body: `{"code":0,"more":"${'x'.repeat(5_000_000)}"}` }
    expect(await carry({ success: 'code=0' })).toMatchObject({ again: true })
  })
})

describe('webhook', () => {
  const secret = 's'.repeat(32)
  const carry = (url: string, body: object = { kind: 'requestReceived', request: 'r1' }) =>
    webhookCarrier({
      origins: ['https://oa.example', server.origin],
      secret,
      patience: 5_000,
      now: () => now,
    }).carry(message('webhook', { url, body }, '提醒/1'))

  test('the receiver can tell from the signature who sent it and when', async () => {
    expect(await carry(`${server.origin}/hooks/gongkai`)).toBeNull()
    const { path, headers, body } = last()
    expect(path).toBe('/hooks/gongkai')
    expect(JSON.parse(body)).toEqual({ kind: 'requestReceived', request: 'r1' })
    const stamp = headers['gongkai-timestamp']
    expect(Number(stamp) * 1000).toBe(Math.floor(Date.parse(now) / 1000) * 1000)
    const expected = createHmac('sha256', secret).update(`${stamp}.${body}`).digest('hex')
    expect(headers['gongkai-signature']).toBe(`sha256=${expected}`)
    expect(decodeURIComponent(String(headers['gongkai-message']))).toBe('o1/提醒/1')
  })

  test.each(['http://169.254.169.254/latest', 'http://127.0.0.1:1/', 'file:///etc/passwd', '不是地址'])(
    '%s is on no host that was configured: nothing leaves',
    async (url) => {
      const before = server.posted.length
      expect(await carry(url)).toMatchObject({ again: false })
      expect(server.posted).toHaveLength(before)
    },
  )
})
