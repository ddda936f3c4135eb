/** The demonstration as a process: an invented county that people can sign in to, and that is made once and whole. */

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Configuration, readConfiguration } from '../../src/configuration.ts'
import { demonstrationOf, someStaff } from '../../src/demonstration.ts'
import { demonstrationPassword } from '../../src/office/demonstration/county.ts'
import { ask, killAll, start, started } from './support/running.ts'

/** Milliseconds: a process that makes a database takes seconds, and many times as long on a machine that is busy. */
const patience = 240_000

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'gongkai-demo-'))
})
afterAll(async () => {
  killAll()
  await rm(root, { recursive: true, force: true })
})

test('the county is made in a folder of its own; one left half made is made anew; people can sign in', {
  timeout: patience,
}, async () => {
  const half = join(root, 'demonstration.partial')
  await mkdir(half)
  await writeFile(join(half, 'keys.json'), 'half')
  const service = await started({ GONGKAI_DATA: root }, 'demo')
  expect(await readdir(root)).toEqual(['demonstration'])
  expect(service.err()).toContain('都是编造的')
  expect(service.err()).not.toContain('启用码')

  const { account } = someStaff.find(({ role }) => role === 'handler')!
  expect(service.err()).toContain(account)
  const signIn = await ask(`${service.address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'gongkai-session': 'token' },
    body: JSON.stringify({ username: account, password: demonstrationPassword }),
  })
  const { token, mustChangePassword } = (await signIn.json()) as Record<string, unknown>
  expect([signIn.status, mustChangePassword]).toEqual([200, false])
  const me = await ask(`${service.address}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })
  expect(me.status).toBe(200)

  service.child.kill('SIGTERM')
  expect(await service.ended).toBe(0)
  expect(await start(['verify'], { GONGKAI_DATA: join(root, 'demonstration') }).ended).toBe(0)
})

test('nothing of the demonstration leaves the house or goes into the real database', () => {
  const real = readConfiguration({
    GONGKAI_DATA: '/d',
    DATABASE_URL: 'postgres://real.example/gongkai',
    GONGKAI_KEYS: '/keys/real.json',
    SESSION_SECRET: 's'.repeat(32),
    BACKUP_FOLDER: '/backup',
    SMTP_URL: 'smtp://mail.example',
    MAIL_FROM: 'gongkai@xx.example',
    SMS_URL: 'https://sms.example/',
    SMS_BODY: '{"to":"{to}","text":"{text}"}',
    WEBHOOK_HOSTS: 'https://hook.example',
    WEBHOOK_SECRET: 's'.repeat(32),
    OIDC_ISSUER: 'https://id.example',
    OIDC_CLIENT_ID: 'gongkai',
    OIDC_CLIENT_SECRET: 'secret',
  }) as Configuration
  const demonstration = demonstrationOf(real)
  expect(demonstration.GONGKAI_DATA).toBe(join('/d', 'demonstration'))
  expect(demonstration.GONGKAI_KEYS).toBe(join('/d', 'demonstration', 'keys.json'))
  for (const way of [
    'DATABASE_URL',
    'SESSION_SECRET',
    'BACKUP_FOLDER',
    'SMTP_URL',
    'SMS_URL',
    'WEBHOOK_HOSTS',
    'OIDC_ISSUER',
  ] as const)
    expect(demonstration[way], way).toBeUndefined()
})
