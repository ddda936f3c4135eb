/** A leaf by its rule: what of its worth is lost, and why. Pure. */
import { type Mark, type Occurrence, timesOf } from './facts.ts'
import type { FaultKind, Leaf } from './system.ts'

/** Points lost for one reason. Negative where a ceiling gives back what single faults took. */
export interface LeafLoss {
  /** Id of the fault; null where no single fault is meant. */
  readonly kind: string | null
  readonly caption: string
  /** The rule in words, with its numbers. */
  readonly rule: string
  readonly basis: string | null
  readonly times: number
  /** On the scale of the system. */
  readonly lost: number
  readonly found: readonly Occurrence[]
}

/**
 * @param scale full marks of the leaf by which its rule counts
 * @param worth what those are worth in the system
 */
export function scoreLeaf(leaf: Leaf, mark: Mark, scale: number, worth: number): readonly LeafLoss[] {
  const { rule } = leaf
  const found = mark.found ?? []
  const plain = { kind: null, basis: null, times: 1, found: [] }
  switch (rule.kind) {
    case 'deduct':
      return deducted(rule.faults, found, scale, worth)
    case 'levels': {
      const level = rule.levels.find(({ id }) => id === mark.level)
      if (level === undefined) return [{ ...plain, caption: '尚未评定', rule: '没有评定档次', lost: worth }]
      const says = `“${level.caption}”得本项的 ${Math.round(level.share * 100)}%`
      const lost = worth * (1 - level.share)
      return lost === 0 ? [] : [{ ...plain, caption: level.caption, rule: says, lost, found }]
    }
    case 'ratio': {
      if (mark.sample === undefined)
        return [{ ...plain, caption: '尚未采样', rule: '没有采样结果', lost: worth }]
      const { passed, of } = mark.sample
      const missed = of - passed
      if (missed <= 0) return []
      const says = `抽查 ${of} 项，合格 ${passed} 项，按比例得分`
      return [
        { ...plain, caption: '抽查不合格', rule: says, times: missed, lost: (worth * missed) / of, found },
      ]
    }
    case 'earn': {
      const earned = rule.merits.reduce((sum, { id, each }) => sum + each * timesOf(found, id), 0)
      const share = scale > 0 ? Math.min(1, earned / scale) : 0
      return share === 1
        ? []
        : [{ ...plain, caption: '未得的加分', rule: '按所做的事加分', lost: worth * (1 - share) }]
    }
  }
}

function deducted(
  faults: readonly FaultKind[],
  found: readonly Occurrence[],
  scale: number,
  worth: number,
): readonly LeafLoss[] {
  const unit = scale > 0 ? worth / scale : 0
  const losses = faults.flatMap(({ id, caption, each, most, basis = null }): LeafLoss[] => {
    const times = timesOf(found, id)
    if (times === 0) return []
    const points = Math.min(each * times, most ?? Number.POSITIVE_INFINITY)
    const rule = `每次扣 ${each} 分${most === undefined ? '' : `，最多扣 ${most} 分`}`
    const occurrences = found.filter(({ kind }) => kind === id)
    return [{ kind: id, caption, rule, basis, times, lost: points * unit, found: occurrences }]
  })
  const over = losses.reduce((sum, { lost }) => sum + lost, 0) - worth
  if (over <= 0) return losses
  const ceiling = { kind: null, caption: '扣完为止', rule: `本项共 ${scale} 分，扣完为止`, basis: null }
  return [...losses, { ...ceiling, times: 1, lost: -over, found: [] }]
}
