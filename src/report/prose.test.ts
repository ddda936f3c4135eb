import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimsIn } from './claims.ts'
import { bind, escaped, type FigureSource, lookUp, piecesOf, render, unbound, written } from './prose.ts'
import { entered } from './reading.ts'

const received = 'requests/received@total'
const source = (figure: number): FigureSource => ({
  edition: '2021',
  readings: {
    [received]: entered(figure),
    ...Object.fromEntries(
      [
        'stateSecret',
        'otherLaw',
        'safetyStability',
        'thirdParty',
        'internalAffairs',
        'deliberative',
        'enforcementFile',
        'registryQuery',
      ].map((row) => [`requests/outcome.denied.${row}@total`, entered(1)]),
    ),
  },
  counts: { online: 7 },
})

describe('条例§50 正文中的数字', () => {
  test('随表格而变：本年、上年、增减、合计和其他统计', () => {
    const text = `新收{${received}}件（上年{last ${received}}件，{change ${received}}件），不予公开{sum/denied}件，网上{count/online}件。`
    const { text: out, faults } = render(text, source(12), source(15))
    expect(out).toBe('新收12件（上年15件，减少3件），不予公开8件，网上7件。')
    expect(faults).toEqual([])
  })

  test('没有数字的印作空位并说明，不作零', () => {
    const { text, faults } = render(
      '规章{documents/rules@inForce}件、{nothing/here@total}件',
      source(1),
      null,
    )
    expect(text).toBe('规章＿＿件、＿＿件')
    expect(faults.map(({ message }) => message)).toEqual([
      '{documents/rules@inForce}：这一格还没有数字，请先填报。',
      '{nothing/here@total}：没有这一格或者这一项统计，请核对。',
    ])
    expect(render(`{last ${received}}`, source(1), null).faults).toHaveLength(1)
  })

  test('手工填写的数字可以改为与表格相连，相连的不再提示', () => {
    const typed = '本年新收政府信息公开申请12件。'
    const { figures } = render(typed, source(12), null)
    const [found] = unbound({ figures }, claimsIn({ number: 1, text: typed }), source(12))
    expect(found?.reference).toEqual({ of: 'now', key: received })
    const [start, end] = found!.claim.at
    const bound = bind(typed, start, end, found!.reference)
    const after = render(bound, source(34), null)
    expect(after.text).toContain('34')
    expect(unbound(after, claimsIn({ number: 1, text: after.text }), source(34))).toEqual([])
  })

  test('任何文字都不会坏：各段相接即原文，转义后原样印出', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', 'a', '/', '@', ' ', '数', 'last') }),
        (text) => {
          const pieces = piecesOf(text)
          expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
          expect(render(escaped(text), source(1), null).text).toBe(text)
        },
      ),
    )
  })

  test('写法和读法互逆', () => {
    for (const of of ['now', 'last', 'change'] as const) {
      const [piece] = piecesOf(written({ of, key: received }))
      expect(piece).toMatchObject({ kind: 'figure', reference: { of, key: received } })
    }
    expect(lookUp('sum/constructor', source(1))).toBeUndefined()
  })
})
