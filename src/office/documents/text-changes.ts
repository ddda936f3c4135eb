/** What became of a text from one version to the next, line by line. */

export interface LineChange {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Pairs of lines that are compared at most; beyond that the middle is told as removed and added as a whole. */
const most = 4_000_000

/** Lines in the order of reading: what went stands before what came in its place. Pure. */
export function textChanges(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++
  const same = (lines: readonly string[]) => lines.map((text): LineChange => ({ kind: 'same', text }))
  return [
    ...same(before.slice(0, head)),
    ...between(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(after.slice(after.length - tail)),
  ]
}

/** By the longest common run of lines. */
function between(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const removed = (text: string): LineChange => ({ kind: 'removed', text })
  const added = (text: string): LineChange => ({ kind: 'added', text })
  if (before.length * after.length > most) return [...before.map(removed), ...after.map(added)]
  const width = after.length + 1
  const common = new Uint32Array((before.length + 1) * width)
  for (let a = before.length - 1; a >= 0; a--)
    for (let b = after.length - 1; b >= 0; b--)
      common[a * width + b] =
        before[a] === after[b]
          ? common[(a + 1) * width + b + 1]! + 1
          : Math.max(common[(a + 1) * width + b]!, common[a * width + b + 1]!)
  const changes: LineChange[] = []
  let [a, b] = [0, 0]
  while (a < before.length || b < after.length) {
    if (a < before.length && b < after.length && before[a] === after[b]) {
      changes.push({ kind: 'same', text: before[a]! })
      a++
      b++
    } else if (
      b === after.length ||
      (a < before.length && common[(a + 1) * width + b]! >= common[a * width + b + 1]!)
    )
      changes.push(removed(before[a++]!))
    else changes.push(added(after[b++]!))
  }
  return changes
}
