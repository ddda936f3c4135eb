/** The pure pieces of the frame. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dayAt } from '../../../src/office/beijing-time.ts'
import { fieldFaultsOf } from '../../../src/web/http/field-faults.ts'
import { bareError } from '../../../src/web/http/log.ts'
import { linkToNext } from '../../../src/web/http/pages.ts'
import { isKnown, seenVersion } from '../../../src/web/http/preconditions.ts'
import { isProblem } from '../../../src/web/http/problem.ts'
import { isOwnOrigin } from '../../../src/web/http/same-origin.ts'
import { daySchema, textOf } from '../../../src/web/http/schemas.ts'
import { bearerOf, keyFor, type Pass, readToken, writeToken } from '../../../src/web/http/tokens.ts'

const master = new Uint8Array(32).fill(1)
const key = keyFor(master, 'passes')
const now = '2026-03-02T01:00:00.000Z'
const pass: Pass = { for: 'applicant', organ: 'organ-1', request: 'request-1' }

describe('tokens', () => {
  const { token, until } = writeToken(pass, key, now)

  test('open what they were written for, for half an hour', () => {
    expect(until).toBe('2026-03-02T01:30:00.000Z')
    expect(readToken(token, key, now)).toEqual(pass)
    expect(readToken(token, key, '2026-03-02T01:29:59.999Z')).toEqual(pass)
    expect(readToken(token, key, until)).toBeNull()
  })

  test('are worthless under another key, even one of the same master', () => {
    expect(readToken(token, keyFor(master, 'something else'), now)).toBeNull()
    expect(readToken(token, keyFor(new Uint8Array(32).fill(2), 'passes'), now)).toBeNull()
  })

  test('open nothing once a character is another', () => {
    for (const [at, character] of [...token].entries()) {
      // The last character of a base64url text has bits that mean nothing.
      if (at === token.length - 1) continue
      const other = character === 'A' ? 'B' : 'A'
      expect(readToken(token.slice(0, at) + other + token.slice(at + 1), key, now), String(at)).toBeNull()
    }
  })

  test('of nobody are none', () => {
    fc.assert(fc.property(fc.string(), (text) => readToken(text, key, now) === null))
    fc.assert(fc.property(fc.string(), (text) => readToken(`${text}.${text}`, key, now) === null))
    expect(readToken(`${token}.x`, key, now)).toBeNull()
  })

  test('come in an Authorization header', () => {
    expect(bearerOf(`Bearer ${token}`)).toBe(token)
    expect([bearerOf(undefined), bearerOf('Basic YTpi'), bearerOf(`Bearer ${token} x`)]).toEqual([
      null,
      null,
      null,
    ])
  })
})

test('the civil day is that of Beijing', () => {
  expect(dayAt('2026-03-01T15:59:59.999Z')).toBe('2026-03-01')
  expect(dayAt('2026-03-01T16:00:00.000Z')).toBe('2026-03-02')
})

describe('preconditions', () => {
  test.each([
    ['"3"', 3],
    [' "0" ', 0],
  ])('If-Match %s', (header, version) => expect(seenVersion(header)).toBe(version))

  test.each([
    [undefined, 428],
    ['*', 400],
    ['3', 400],
    ['W/"3"', 400],
    ['"3", "4"', 400],
  ])('If-Match %s is told as %s', (header, status) => {
    const seen = seenVersion(header)
    expect(typeof seen === 'object' && isProblem(seen) && seen.problem.status).toBe(status)
  })

  test('If-None-Match compares weakly and takes a list', () => {
    expect(isKnown('W/"3"', '"3"')).toBe(true)
    expect(isKnown('"1", "3"', '"3"')).toBe(true)
    expect(isKnown('*', '"3"')).toBe(true)
    expect(isKnown('"33"', '"3"')).toBe(false)
    expect(isKnown(undefined, '"3"')).toBe(false)
  })
})

describe('where a request comes from', () => {
  const own = 'https://gk.example'
  const post = { method: 'POST', cookie: undefined, origin: undefined, site: undefined }
  const session = { ...post, cookie: 'session=1' }

  test.each([
    ['reading needs no proof', { ...session, method: 'GET', site: 'cross-site' }, true],
    ['a program without a session needs none', post, true],
    ['a session without proof is refused', session, false],
    ['a session from our own page', { ...session, origin: own }, true],
    ['a session from elsewhere', { ...session, origin: 'https://evil.example' }, false],
    ['a session from a page without origin', { ...session, origin: 'null' }, false],
    ['the browser says it is ours', { ...session, site: 'same-origin' }, true],
    ['the browser says it is a sister site', { ...session, site: 'same-site', origin: own }, false],
    ['a foreign page without a session', { ...post, origin: 'https://evil.example' }, false],
  ] as const)('%s', (_, request, allowed) => expect(isOwnOrigin(request, own)).toBe(allowed))
})

describe('faults by field', () => {
  const schema = z.strictObject({
    applicant: z.strictObject({
      phone: textOf('电话', 11),
      kind: z.enum(['a', 'b']).meta({ title: '类型' }),
    }),
    on: daySchema.optional().meta({ title: '日期' }),
    items: z
      .array(z.strictObject({ what: textOf('事项') }))
      .min(1)
      .meta({ title: '补正事项' }),
    count: z.number().int().min(1).optional().meta({ title: '数量' }),
  })
  const good = { applicant: { phone: '1', kind: 'a' }, items: [{ what: 'x' }] }
  const faults = (change: object) => {
    const sent = { ...good, ...change }
    return fieldFaultsOf(schema, schema.safeParse(sent).error?.issues ?? [], sent)
  }
  const message = (change: object) => faults(change).map(({ caption, message }) => `${caption}：${message}`)

  test('name the field in Chinese and say what to do', () => {
    expect(message({ applicant: {} })).toEqual(['电话：缺少此项，请填写', '类型：缺少此项，请填写'])
    expect(message({ applicant: { phone: ' ', kind: 'c' } })).toEqual([
      '电话：不能为空',
      '类型：只能是下列之一：a、b',
    ])
    expect(message({ applicant: { phone: 1, kind: 'a' } })).toEqual(['电话：类型不对，应为文字'])
    expect(message({ applicant: { phone: '1'.repeat(12), kind: 'a' } })).toEqual(['电话：不能多于 11 字'])
    expect(message({ on: '2026-02-30' })).toEqual(['日期：应为真实的日期，写作 2026-03-06'])
    expect(message({ on: '0026-02-03' })).toEqual(['日期：年份应在 1900 至 2999 之间'])
    expect(message({ items: [] })).toEqual(['补正事项：不能为空'])
    expect(message({ items: [{ what: 'x' }, {}] })).toEqual(['事项：缺少此项，请填写'])
    expect(message({ items: [3] })).toEqual(['补正事项第1项：类型不对，应为对象'])
    expect(message({ count: 0 })).toEqual(['数量：不能小于 1'])
    expect(faults({ items: [{ what: 'x' }, {}] })[0]?.field).toBe('items.1.what')
  })

  test('a field that is not known is named where its name is one', () => {
    expect(faults({ lateBecuase: 'x' })).toMatchObject([
      { field: 'lateBecuase', message: '没有这一项，请核对字段名称' },
    ])
    expect(faults({ 张三: 'x', '13800001111': 1 }).map(({ field }) => field)).toEqual(['…', '…'])
  })

  test('never say what was sent', () => {
    const secret = '王小明13900001111'
    const anything = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constant(secret),
        fc.double(),
        fc.array(tie('value')),
        fc.dictionary(
          fc.constantFrom('applicant', 'phone', 'kind', 'on', 'items', 'what', secret),
          tie('value'),
        ),
      ),
    })).value
    fc.assert(
      fc.property(anything, (sent) => {
        const issues = schema.safeParse(sent).error?.issues ?? []
        expect(JSON.stringify(fieldFaultsOf(schema, issues, sent))).not.toContain(secret)
      }),
    )
  })
})

test('the next page is linked', () => {
  expect(linkToNext('/x?limit=2&status=a&after=old', { next: 'new=' })).toEqual({
    link: '</x?limit=2&status=a&after=new%3D>; rel="next"',
  })
  expect(linkToNext('/x', { next: null })).toEqual({})
})

test('of an exception only class, code and places are kept', () => {
  const error = Object.assign(new RangeError('王小明', { cause: new Error('王小明') }), { code: '23505' })
  expect(JSON.stringify(bareError(error))).not.toContain('王小明')
  expect(bareError(error)).toMatchObject({ type: 'RangeError', code: '23505', cause: { type: 'Error' } })
  expect(bareError('王小明')).toEqual({ type: 'string' })
})
