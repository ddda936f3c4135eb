/** Mail against a server on this machine: what arrives, and what is said where it does not. */

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mailCarrier } from '../../src/carriers/mail.ts'
import { type MailServer, startMailServer } from './support/mail-server.ts'
import { message } from './support/messages.ts'

const from = '示例县政务公开办 <gongkai@xx.example>'
const letter = { to: 'li@xx.example', subject: '申请已登记', text: '您好：\n申请已经登记。\n.\n此致' }

let server: MailServer
const carrier = (options: { server?: string; patience?: number } = {}) =>
  mailCarrier({ server: options.server ?? server.url, from, patience: options.patience ?? 5_000 })

beforeAll(async () => {
  server = await startMailServer()
})
afterAll(() => server.close())
beforeEach(() => {
  server.answers.clear()
  server.silent = false
})

test('a letter arrives, with sender, one addressee, subject and text', async () => {
  expect(await carrier().carry(message('mail', letter))).toBeNull()
  const arrived = server.letters.at(-1)!
  expect(arrived.from).toBe('gongkai@xx.example')
  expect(arrived.to).toEqual(['li@xx.example'])
  expect(arrived.text).toContain('Auto-Submitted: auto-generated')
  const [, encoded = ''] = arrived.text.split('\r\n\r\n')
  const way = /Content-Transfer-Encoding: (\S+)/.exec(arrived.text)?.[1]
  expect(way).toBe('base64')
  expect(Buffer.from(encoded, 'base64').toString('utf8').replaceAll('\r\n', '\n')).toBe(letter.text)
})

test('the same message is the same letter at every attempt, and another message is another', async () => {
  const ids = []
  for (const id of ['m1', 'm1', 'm2']) {
    await carrier().carry(message('mail', letter, id))
    ids.push(/Message-ID: (\S+)/.exec(server.letters.at(-1)!.text)?.[1])
  }
  expect(ids[0]).toMatch(/^<[\da-f]{32}@xx\.example>$/)
  expect(ids[1]).toBe(ids[0])
  expect(ids[2]).not.toBe(ids[0])
})

test.each([
  'li@xx.example, wang@xx.example',
  'li@xx.example\r\nBcc: wang@xx.example',
  'Li <li@xx.example>',
  '13800000000',
  '',
])('%j is not one address: nothing leaves, and it is not tried again', async (to) => {
  const before = server.letters.length
  expect(await carrier().carry(message('mail', { ...letter, to }))).toMatchObject({ again: false })
  expect(server.letters).toHaveLength(before)
})

test('a subject with line ends adds no header', async () => {
  await carrier().carry(message('mail', { ...letter, subject: 'a\r\nBcc: wang@xx.example' }))
  const arrived = server.letters.at(-1)!
  expect(arrived.to).toEqual(['li@xx.example'])
  expect(arrived.text).not.toMatch(/^Bcc:/m)
})

test.each([
  ['RCPT', '550 5.1.1 <li@xx.example> no such user', '550', false],
  ['RCPT', '451 4.7.1 <li@xx.example> greylisted', '451', true],
  ['.', '554 5.7.1 申请已经登记 looks like spam', '554', false],
  ['.', '452 4.3.1 disk full', '452', true],
  ['greeting', '421 too busy', '421', true],
])('%s answered with %s: the code alone is passed on', async (command, answer, code, again) => {
  server.answers.set(command, answer)
  const outcome = await carrier().carry(message('mail', letter))
  expect(outcome).toEqual({ failure: expect.stringContaining(code), again })
  expect(outcome!.failure).not.toMatch(/li@|登记/)
})

test('a wrong password is told as one, and tried again: it can be put right', async () => {
  server.answers.set('AUTH', '535 5.7.8 bad credentials')
  const url = server.url.replace('smtp://', 'smtp://user:wrong@')
  const outcome = await carrier({ server: url }).carry(message('mail', letter))
  expect(outcome).toEqual({ failure: '邮件服务器不接受账号或口令', again: true })
})

test('a server that says nothing is left alone after a while', async () => {
  server.silent = true
  const outcome = await carrier({ patience: 100 }).carry(message('mail', letter))
  expect(outcome).toEqual({ failure: expect.stringContaining('没有连上邮件服务器'), again: true })
})

test('no server at all', async () => {
  const outcome = await carrier({ server: 'smtp://127.0.0.1:1' }).carry(message('mail', letter))
  expect(outcome).toEqual({ failure: expect.stringContaining('没有连上邮件服务器'), again: true })
})
