import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimsIn } from '../claims.ts'

const read = (text: string) => claimsIn({ number: 1, text }, { year: 2024, organ: '示范县人民政府' })

describe('任何文字', () => {
  const words = [
    '收到',
    '申请',
    '政府信息公开',
    '1件',
    '2,345条',
    '（',
    '）',
    '其中',
    '：',
    '，',
    '；',
    '。',
    '\n',
    '上年结转',
    '未发生',
    '行政复议',
    '分别为',
    '、',
    '2023年',
    '50%',
    '《',
    '》',
    '余',
    '万',
    '|',
    '含',
    '9',
  ]
  const text = fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((w) => w.join(''))

  test('不出错；出处在原文之内；分项都有总数', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 })), (source) => {
        const claims = read(source)
        const ids = new Set(claims.map((c) => c.id))
        expect(ids.size).toBe(claims.length)
        for (const c of claims) {
          expect(source).toContain(c.sentence)
          expect(c.at[0]).toBeLessThan(c.at[1])
          expect(c.at[1]).toBeLessThanOrEqual(source.length)
          expect(Number.isFinite(c.value)).toBe(true)
          if (c.part) expect(ids).toContain(c.part.of)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('长文用时与长度成正比', () => {
    const long = (unit: readonly string[], length: number) => {
      const one = unit.join('')
      return one === '' ? '' : one.repeat(Math.ceil(length / one.length)).slice(0, length)
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }), (unit) => {
        const source = long(unit, 100_000)
        const begun = process.cpuUsage()
        read(source)
        // Some 0.1 s of computing, whatever else the machine does; quadratic work would take minutes.
        expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000)
      }),
      { numRuns: 25 },
    )
  })
})
