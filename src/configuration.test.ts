import { describe, expect, test } from 'vitest'
import { type Configuration, readConfiguration } from './configuration.ts'
import { variables } from './variables.ts'

const read = (environment: Record<string, string>): Configuration => {
  const configuration = readConfiguration(environment)
  if ('failure' in configuration) throw new Error(configuration.message)
  return configuration
}

const fault = (environment: Record<string, string>): string => {
  const configuration = readConfiguration(environment)
  return 'failure' in configuration ? configuration.message : ''
}

test('an empty environment is enough', () => {
  expect(read({})).toMatchObject({
    GONGKAI_DATA: './data',
    GONGKAI_KEYS: 'data/keys.json',
    HOST: '127.0.0.1',
    PORT: 8080,
    DIGEST: 'sha256',
    SMS_HEADERS: {},
  })
  expect(read({}).DATABASE_URL).toBeUndefined()
})

test('the keys lie in the data folder unless they are said to lie elsewhere', () => {
  expect(read({ GONGKAI_DATA: '/d' }).GONGKAI_KEYS).toBe('/d/keys.json')
  expect(read({ GONGKAI_DATA: '/d', GONGKAI_KEYS: '/k/ring.json' }).GONGKAI_KEYS).toBe('/k/ring.json')
})

test('an empty variable is one that is not set', () => {
  expect(read({ PORT: ' ', DATABASE_URL: '' })).toEqual(read({}))
})

test('values come as what they are', () => {
  const { PORT, BASE_URL, TRUST_PROXY, SMS_HEADERS, SMS_BODY } = read({
    PORT: '0',
    BASE_URL: 'https://gongkai.example/',
    TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,::1',
    SMS_URL: 'https://sms.example/send',
    SMS_HEADERS: '{"X-Key":"1"}',
    SMS_BODY: '{"mobile":"{to}","content":"【示例】{text}","type":1}',
  })
  expect(PORT).toBe(0)
  expect(BASE_URL).toBe('https://gongkai.example')
  expect(TRUST_PROXY).toEqual(['127.0.0.1', '10.0.0.0/8', '::1'])
  expect(SMS_HEADERS).toEqual({ 'X-Key': '1' })
  expect(SMS_BODY).toEqual({ mobile: '{to}', content: '【示例】{text}', type: 1 })
})

test('every fallback is a value that the variable takes', () => {
  for (const [name, { fallback, schema }] of Object.entries(variables))
    if (fallback !== null) expect(schema.safeParse(fallback).success, name).toBe(true)
})

test('every variable that another needs is in the table', () => {
  const named = Object.values(variables).flatMap((stated) => ('needs' in stated ? (stated.needs ?? []) : []))
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((name) => !(name in variables))).toEqual([])
})

describe('a fault is told in Chinese, with the name, what it should be and what it is for', () => {
  test.each([
    ['PORT', 'abc', '应为 0 至 65535 的整数，现为“abc”'],
    ['PORT', '65536', '应为 0 至 65535 的整数'],
    ['PORT', '80.5', '应为 0 至 65535 的整数'],
    ['DATABASE_CONNECTIONS', '1', '应为 2 至 200 的整数'],
    ['BASE_URL', 'gongkai.example', '应为 http:// 或 https:// 开头的地址'],
    ['BASE_URL', 'javascript:alert(1)', '应为 http:// 或 https:// 开头的地址'],
    ['BASE_URL', 'https://gongkai.example/path', '只写协议、主机名和端口'],
    ['DIGEST', 'md5', '应为下列之一：sha256、sm3'],
    ['LOG_LEVEL', 'loud', '应为下列之一'],
    ['TRUST_PROXY', 'true', '应为 IP 地址或网段'],
    ['SECOND_FACTOR_FOR', 'systemAdmin,root', '应为下列之一：'],
    ['WEBHOOK_HOSTS', 'https://oa.example,oa.example', '应为 http:// 或 https:// 开头的地址'],
    ['SMS_SUCCESS', 'ok', '应写作“字段=值”'],
    ['MAIL_FROM', '示例县', '应为邮箱地址'],
  ])('%s=%s', (name, value, words) => {
    expect(fault({ [name]: value })).toContain(`环境变量 ${name} ${words}`)
    expect(fault({ [name]: value })).toContain('用途：')
  })

  test('all of them at once', () => {
    expect(fault({ PORT: 'x', DIGEST: 'y' }).split('\n')).toHaveLength(2)
  })

  test('of variables that go together', () => {
    const smtp = { SMTP_URL: 'smtp://mail.example' }
    expect(fault(smtp)).toBe('设置了 SMTP_URL，还应设置 MAIL_FROM。')
    expect(fault({ ...smtp, MAIL_FROM: '示例县政务公开办 <gongkai@xx.example>' })).toBe('')
    expect(fault({ OIDC_ISSUER: 'https://id.example' })).toContain('OIDC_CLIENT_SECRET')
  })
})

test('no secret is quoted, however wrong it is', () => {
  const secrets = Object.entries(variables).filter(([, stated]) => 'secret' in stated && stated.secret)
  expect(secrets.length).toBeGreaterThan(5)
  const wrong = fault(Object.fromEntries(secrets.map(([name]) => [name, 'hunter2'])))
  expect(wrong).toContain('DATABASE_URL')
  expect(wrong).toContain('SESSION_SECRET')
  expect(wrong).not.toContain('hunter2')
})
