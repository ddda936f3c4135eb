import type { Citation } from './citation.ts'

/**
 * 信息处理费: no price of information but a brake on excess (办法§2). By piece or by page, one of them for an
 * application, never both (办法§3). Whole yuan throughout.
 */
export type FeeBasis = 'piece' | 'page'

/** A tier ends at `to`, included; `yuan` is the price of each unit within it. */
interface Tier {
  readonly to: number
  readonly yuan: number
}

interface Tariff {
  readonly unit: '件' | '页'
  readonly tiers: readonly Tier[]
  /** Beyond the last tier: bands of `width`, each dearer by `rise` than what came before it. */
  readonly beyond: { readonly width: number; readonly rise: number } | null
  readonly cites: readonly Citation[]
  readonly note: string
}

/** 办法§4 and §5. “每增加一档” is read as: the band 31–40 is the first increase, 200 yuan a piece. */
export const tariffs: Readonly<Record<FeeBasis, Tariff>> = {
  piece: {
    unit: '件',
    tiers: [
      { to: 10, yuan: 0 },
      { to: 30, yuan: 100 },
    ],
    beyond: { width: 10, rise: 100 },
    cites: ['办法§4'],
    note: '同一申请人一个自然月内累计计算',
  },
  page: {
    unit: '页',
    tiers: [
      { to: 30, yuan: 0 },
      { to: 100, yuan: 10 },
      { to: 200, yuan: 20 },
      { to: Number.POSITIVE_INFINITY, yuan: 40 },
    ],
    beyond: null,
    cites: ['办法§5'],
    note: '按一件申请计算，不跨申请累计；已主动公开、只需告知获取途径的不计',
  },
}

/** The part of the quantity that falls in one tier. */
export interface FeeStep {
  readonly from: number
  readonly to: number
  readonly count: number
  /** Yuan for each piece or page. */
  readonly unitPrice: number
  /** Yuan. */
  readonly amount: number
}

export interface Fee {
  readonly basis: FeeBasis
  readonly quantity: number
  /** Yuan. */
  readonly amount: number
  readonly steps: readonly FeeStep[]
  readonly because: string
  readonly cites: readonly Citation[]
}

export interface FeeRefusal {
  readonly refused: 'notAWholeNumber' | 'tooLarge' | 'bothBases' | 'noBasis'
  readonly message: string
  readonly cites: readonly Citation[]
}

const largestQuantity = 100_000

/**
 * The fee for pieces asked for in one calendar month. `alreadyThisMonth` are the pieces of the same applicant
 * counted before: the new ones are charged at the prices of the places they take.
 */
export function feeByPiece(pieces: number, alreadyThisMonth = 0): Fee | FeeRefusal {
  return charge('piece', pieces, alreadyThisMonth)
}

/** The fee for the pages of one application. */
export function feeByPage(pages: number): Fee | FeeRefusal {
  return charge('page', pages, 0)
}

/** The fee on one basis; asked for both or neither it refuses (办法§3). */
export function fee(asked: { readonly pieces?: number; readonly pages?: number }): Fee | FeeRefusal {
  const { pieces, pages } = asked
  if (pieces !== undefined && pages !== undefined)
    return {
      refused: 'bothBases',
      message: '按件计收、按量计收只能选一种，同一申请不得并用。',
      cites: ['办法§3'],
    }
  if (pieces !== undefined) return feeByPiece(pieces)
  if (pages !== undefined) return feeByPage(pages)
  return { refused: 'noBasis', message: '请写明件数或者页数。', cites: ['办法§3'] }
}

function charge(basis: FeeBasis, quantity: number, before: number): Fee | FeeRefusal {
  const tariff = tariffs[basis]
  if (![quantity, before].every((number) => Number.isInteger(number) && number >= 0))
    return { refused: 'notAWholeNumber', message: `${tariff.unit}数应为不小于0的整数。`, cites: tariff.cites }
  if (before + quantity > largestQuantity)
    return {
      refused: 'tooLarge',
      message: `${tariff.unit}数超过${largestQuantity}，请核对。`,
      cites: tariff.cites,
    }

  const steps = tiersUpTo(tariff, before + quantity).flatMap(({ from, to, yuan }) => {
    const first = Math.max(from, before + 1)
    const count = to - first + 1
    return count > 0 ? [{ from: first, to, count, unitPrice: yuan, amount: count * yuan }] : []
  })
  const amount = steps.reduce((sum, step) => sum + step.amount, 0)
  return {
    basis,
    quantity,
    amount,
    steps,
    because: explain(tariff, steps, amount),
    cites: ['办法§3', ...tariff.cites],
  }
}

function tiersUpTo(tariff: Tariff, quantity: number): readonly { from: number; to: number; yuan: number }[] {
  const bands: { from: number; to: number; yuan: number }[] = []
  for (const { to, yuan } of tariff.tiers) bands.push({ from: (bands.at(-1)?.to ?? 0) + 1, to, yuan })
  for (let last = bands.at(-1)!; tariff.beyond !== null && last.to < quantity; last = bands.at(-1)!) {
    const { width, rise } = tariff.beyond
    bands.push({ from: last.to + 1, to: last.to + width, yuan: last.yuan + rise })
  }
  return bands
    .filter(({ from }) => from <= quantity)
    .map((band) => ({ ...band, to: Math.min(band.to, quantity) }))
}

function explain({ unit, note }: Tariff, steps: readonly FeeStep[], amount: number): string {
  const parts = steps.map(({ from, to, count, unitPrice, amount: part }) => {
    const range = from === to ? `第${from}${unit}` : `第${from}至${to}${unit}`
    return unitPrice === 0 ? `${range}免费` : `${range}每${unit}${unitPrice}元，${count}${unit}计${part}元`
  })
  return `${parts.length > 0 ? `${parts.join('；')}；` : ''}合计${amount}元（${note}）。`
}
