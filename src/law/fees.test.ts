import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Fee, type FeeRefusal, fee, feeByPage, feeByPiece } from './fees.ts'

const yuan = (result: Fee | FeeRefusal) => ('amount' in result ? result.amount : result.refused)

describe('办法§4 按件计收', () => {
  test.each([
    [0, 0],
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [35, 3000],
    [40, 4000],
    [41, 4300],
    [45, 5500],
    [50, 7000],
    [61, 11500],
  ])('%i件收%i元', (pieces, amount) => expect(yuan(feeByPiece(pieces))).toBe(amount))

  test('逐档说明', () => {
    expect(feeByPiece(45)).toMatchObject({
      steps: [
        { from: 1, to: 10, count: 10, unitPrice: 0, amount: 0 },
        { from: 11, to: 30, count: 20, unitPrice: 100, amount: 2000 },
        { from: 31, to: 40, count: 10, unitPrice: 200, amount: 2000 },
        { from: 41, to: 45, count: 5, unitPrice: 300, amount: 1500 },
      ],
      cites: ['办法§3', '办法§4'],
    })
    expect(feeByPiece(12)).toMatchObject({
      because:
        '第1至10件免费；第11至12件每件100元，2件计200元；合计200元（同一申请人一个自然月内累计计算）。',
    })
  })

  test('同一自然月累计：后来的件数按其所处的档次计收', () => {
    expect(yuan(feeByPiece(2, 9))).toBe(100)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (before, added) => {
        const whole = yuan(feeByPiece(before + added)) as number
        expect(yuan(feeByPiece(added, before))).toBe(whole - (yuan(feeByPiece(before)) as number))
      }),
    )
  })

  test('与逐件相加一致', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), (pieces) => {
        let sum = 0
        for (let k = 1; k <= pieces; k += 1)
          sum += k <= 10 ? 0 : k <= 30 ? 100 : 100 + 100 * Math.ceil((k - 30) / 10)
        expect(yuan(feeByPiece(pieces))).toBe(sum)
      }),
    )
  })
})

describe('办法§5 按量计收', () => {
  test.each([
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [120, 1100],
    [200, 2700],
    [201, 2740],
    [250, 4700],
  ])('%i页收%i元', (pages, amount) => expect(yuan(feeByPage(pages))).toBe(amount))
})

describe('办法§3 只能选一种', () => {
  test.each([
    [{ pieces: 12, pages: 40 }, 'bothBases'],
    [{}, 'noBasis'],
    [{ pieces: 1.5 }, 'notAWholeNumber'],
    [{ pages: -1 }, 'notAWholeNumber'],
    [{ pages: Number.NaN }, 'notAWholeNumber'],
    [{ pieces: 1e9 }, 'tooLarge'],
  ])('%j 不予计算：%s', (asked, refused) => expect(fee(asked)).toMatchObject({ refused }))

  test('选定一种', () => {
    expect(yuan(fee({ pieces: 31 }))).toBe(2200)
    expect(yuan(fee({ pages: 31 }))).toBe(10)
  })
})
