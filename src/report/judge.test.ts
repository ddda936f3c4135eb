import { describe, expect, test } from 'vitest'
import { edition2019, edition2021 } from './editions/index.ts'
import { equations } from './equations.ts'
import { cellKey, leaves, type Table } from './form.ts'
import { judge } from './judge.ts'
import { entered, type Reading, type Readings } from './reading.ts'

const requests: Table = edition2021.tables.find((t) => t.key === 'requests')!
const blank: Reading = { kind: 'blank', raw: '' }
const dash: Reading = { kind: 'dash', raw: '/' }
const either = (...candidates: (number | null)[]): Reading => ({ kind: 'ambiguous', raw: '?', candidates })

type Figure = number | Reading | undefined

const row = (...figures: Figure[]): Readings =>
  Object.fromEntries(
    leaves(requests.columns).flatMap(({ path }, i) => {
      const figure = figures[i]
      const key = cellKey(requests, 'received', path)
      return figure === undefined ? [] : [[key, typeof figure === 'number' ? entered(figure) : figure]]
    }),
  )

const rowTotal = equations(requests).find(
  ({ rule, within }) => rule === 'T3-ROW' && within.path === 'received',
)!
const verdict = (...figures: Figure[]) => judge(rowTotal, row(...figures))?.verdict ?? null

describe('a total and its parts', () => {
  test('all known', () => {
    expect(verdict(3, 1, 0, 0, 0, 0, 4)).toBe('holds')
    expect(verdict(3, 1, 0, 0, 0, 0, 5)).toBe('broken')
    expect(verdict(0.1, 0.2, 0, 0, 0, 0, 0.3)).toBe('holds')
  })

  test('blank cells are no zeros, but never negative', () => {
    expect(verdict(3, blank, dash, blank, blank, blank, 3)).toBe('holds')
    expect(verdict(3, blank, blank, blank, blank, blank, 2)).toBe('broken')
    expect(verdict(3, blank, blank, blank, blank, blank, 4)).toBe('undecidable')
    expect(verdict(3, 0, 0, 0, 0, 0, blank)).toBe('undecidable')
    expect(verdict(0, 0, 0, 0, 0, 0, blank)).toBe('undecidable')
    expect(verdict(blank, blank, blank, blank, blank, blank, 1)).toBe('undecidable')
  })

  test('a cell that was lost or cannot be read may hold anything', () => {
    expect(verdict(3, undefined, 0, 0, 0, 0, 3)).toBe('undecidable')
    expect(verdict(3, { kind: 'illegible', raw: '▇' }, 0, 0, 0, 0, 3)).toBe('undecidable')
    expect(verdict(4, { kind: 'illegible', raw: '▇' }, 0, 0, 0, 0, 3)).toBe('broken')
  })

  test('candidates decide only where all agree', () => {
    expect(verdict(either(1, 7), 0, 0, 0, 0, 0, 7)).toBe('undecidable')
    expect(verdict(either(1, 7), 0, 0, 0, 0, 0, 9)).toBe('broken')
    expect(verdict(either(5, null), 0, 0, 0, 0, 0, 9)).toBe('undecidable')
    expect(verdict(either(7), 0, 0, 0, 0, 0, 7)).toBe('holds')
  })

  test('nothing printed: nothing to say', () => {
    expect(verdict(blank, blank, blank, blank, blank, dash, blank)).toBeNull()
    expect(verdict()).toBeNull()
  })

  test('sides say what is known and what is not', () => {
    const { left, right, unknown } = judge(rowTotal, row(3, blank, 0, 0, 0, 0, 4))!
    expect(left).toEqual({ text: '总计 4', value: 4 })
    expect(right).toEqual({
      text: '自然人 3 + 商业企业（空白） + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0',
      value: null,
    })
    expect(unknown.map(({ key }) => key)).toEqual(['requests/received@legal.business'])
  })
})

test('two unknown totals of the identity do not cancel out', () => {
  const identity = equations(requests).find(
    ({ rule, within }) => rule === 'T3-ID' && within.path === 'natural',
  )!
  const column = (figures: Record<string, Reading>) =>
    Object.fromEntries(Object.entries(figures).map(([path, it]) => [`requests/${path}@natural`, it]))
  const of = (figures: Record<string, Reading>) => judge(identity, column(figures))?.verdict
  expect(of({ received: entered(2), carriedIn: blank, 'outcome.total': entered(2), carriedOut: blank })).toBe(
    'holds',
  )
  expect(of({ received: entered(2), carriedIn: blank, 'outcome.total': entered(3), carriedOut: blank })).toBe(
    'undecidable',
  )
  expect(
    of({ received: entered(2), carriedIn: entered(0), 'outcome.total': entered(3), carriedOut: blank }),
  ).toBe('broken')
})

test('T2-STOCK is an inequality over intervals', () => {
  const documents: Table = edition2019.tables.find((t) => t.key === 'documents')!
  const stock = equations(documents).find(({ within }) => within.path === 'normative')!
  const of = (disclosed: Reading, all: Reading) =>
    judge(stock, { 'documents/normative@disclosed': disclosed, 'documents/normative@totalDisclosed': all })
  expect(of(entered(52), entered(48))).toMatchObject({
    verdict: 'broken',
    message: '规范性文件一行：对外公开总数量 48，本年新公开数量 52，前者不应小于后者，少 4。',
  })
  expect(of(entered(48), entered(48))!.verdict).toBe('holds')
  expect(of(blank, entered(48))!.verdict).toBe('undecidable')
})
