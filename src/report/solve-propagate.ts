/** What survives of the options when every relation has ruled out what it can. */

import { type Domains, type Relation, supported } from './solve-relations.ts'

/**
 * Narrows the domains until no relation rules out any further option, beginning with the relations `first`; null
 * where nothing would be left. Domains of choices that are not movable are taken into account but kept.
 */
const narrow = (
  domains: Domains,
  relations: readonly Relation[],
  movable: readonly boolean[],
  first: readonly Relation[] = relations,
): Domains | null => {
  const left = [...domains]
  const queue = new Set(first)
  for (const relation of queue) {
    queue.delete(relation)
    const fewer = supported(relation, left)
    if (fewer === null) return null
    for (const [choice, options] of fewer) {
      if (!movable[choice]) continue
      left[choice] = options
      for (const other of relations)
        if (other !== relation && other.terms.some((term) => term.choice === choice)) queue.add(other)
    }
  }
  return left
}

/** Options are tried one by one only where so few are left in all, so that the time stays bounded. */
const trials = 48

/**
 * Options that every relation allows, then, where few are left, those that do not lead to a contradiction when
 * taken for granted. Null where the relations contradict each other.
 */
export const propagate = (
  domains: Domains,
  relations: readonly Relation[],
  movable: readonly boolean[],
): Domains | null => {
  let left = narrow(domains, relations, movable)
  const undecided = (choice: number): boolean => movable[choice]! && left![choice]!.length > 1
  const open = left === null ? [] : domains.map((_, choice) => choice).filter(undecided)
  if (open.reduce((all, choice) => all + left![choice]!.length, 0) > trials) return left
  for (const choice of open) {
    const now: Domains | null = left
    if (now === null) return null
    const touched = relations.filter((relation) => relation.terms.some((term) => term.choice === choice))
    const assume = (kept: readonly number[]) => narrow(now.with(choice, kept), relations, movable, touched)
    const possible = now[choice]!.filter((option) => assume([option]) !== null)
    if (possible.length === 0) return null
    if (possible.length < now[choice]!.length) left = assume(possible)
  }
  return left
}
