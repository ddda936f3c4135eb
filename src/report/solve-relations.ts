/** Equations over choices: what one option adds to a relation, and which sums the others can reach. */

import type { Equation } from './equations.ts'
import { cellAt } from './form.ts'
import { figureOf, type Readings, readingAt } from './reading.ts'

/** For each choice, the indices of the options that are still possible. */
export type Domains = readonly (readonly number[])[]

interface Term {
  readonly choice: number
  /** What an option adds to Σ left - Σ right; null where it leaves a total empty, which claims nothing. */
  readonly value: (option: number) => number | null
}

/** constant + Σ terms + unknown = 0, where the unknown lies between `low` and `high` (0 or infinite). */
export interface Relation {
  readonly equation: Equation
  readonly terms: readonly Term[]
  readonly constant: number
  readonly low: number
  readonly high: number
  /** True where every cell belongs to the one choice of the only term. */
  readonly own: boolean
}

/** Where a cell stands among the choices. */
export interface Seat {
  readonly choice: number
  readonly cell: number
}

type Options = readonly (readonly (number | null)[])[]

interface Part {
  readonly cell: number
  readonly sign: number
  /** The only cell of its side: a total. */
  readonly alone: boolean
}

const contribution = (options: Options, parts: readonly Part[]): Term['value'] => {
  const known: (number | null | undefined)[] = []
  return (index) => {
    const before = known[index]
    if (before !== undefined) return before
    let sum: number | null = 0
    for (const { cell, sign, alone } of parts) {
      const figure = options[index]![cell] ?? null
      if (figure === null && alone) sum = null
      if (sum !== null) sum += sign * (figure ?? 0)
    }
    known[index] = sum
    return sum
  }
}

/**
 * The equation over choices, given where their cells stand and their options; null where none of them is in it,
 * where it is no equality, or where a figure read outright is not a whole number.
 */
export const relationOf = (
  equation: Equation,
  seats: ReadonlyMap<string, Seat>,
  options: readonly Options[],
  readings: Readings,
): Relation | null => {
  if (equation.relation !== '=') return null
  let [constant, low, high, outside] = [0, 0, 0, 0]
  const parts = new Map<number, Part[]>()
  for (const [keys, sign] of [
    [equation.left, 1],
    [equation.right, -1],
  ] as const)
    for (const key of keys) {
      const seat = seats.get(key)
      if (seat) {
        const part = { cell: seat.cell, sign, alone: keys.length === 1 }
        const known = parts.get(seat.choice)
        if (known) known.push(part)
        else parts.set(seat.choice, [part])
        continue
      }
      outside++
      const figure = figureOf(readingAt(readings, key))
      if (figure !== null) {
        constant += sign * figure
        continue
      }
      const signed = cellAt(equation.table, key)?.value === 'signed'
      if (sign > 0 || signed) high = Number.POSITIVE_INFINITY
      if (sign < 0 || signed) low = Number.NEGATIVE_INFINITY
    }
  if (parts.size === 0 || !Number.isSafeInteger(constant)) return null
  const terms = [...parts].map(([choice, of]) => ({ choice, value: contribution(options[choice]!, of) }))
  return { equation, terms, constant, low, high, own: outside === 0 && terms.length === 1 }
}

/** The relation with the domains put in: what is fixed, and the values of each term that can still vary. */
interface Open {
  readonly fixed: number
  readonly varying: readonly { readonly term: Term; readonly values: readonly number[] }[]
}

/** Null where some option claims nothing, so that the relation can rule nothing out. */
const open = (relation: Relation, domains: Domains): Open | null => {
  let fixed = relation.constant
  const varying: { term: Term; values: readonly number[] }[] = []
  for (const term of relation.terms) {
    const found = new Set<number>()
    for (const option of domains[term.choice]!) {
      const value = term.value(option)
      if (value === null) return null
      found.add(value)
    }
    if (found.size === 1) for (const value of found) fixed += value
    else varying.push({ term, values: [...found] })
  }
  return { fixed, varying }
}

/** Sums beyond so many are not followed: the relation then proves nothing. */
const cap = 1024

type Sums = ReadonlySet<number>

const nothing: Sums = new Set([0])

const plus = (sums: Sums | null, values: readonly number[]): Sums | null => {
  if (sums === null || sums.size * values.length > cap * 4) return null
  const found = new Set<number>()
  for (const sum of sums) for (const value of values) found.add(sum + value)
  return found.size > cap ? null : found
}

/** Whether some sum of both sets makes `rest + a + b + unknown = 0` true. */
const reaches = ({ low, high }: Relation, rest: number, a: Sums, b: Sums): boolean => {
  if (low === 0 && high === 0) {
    const [few, many] = a.size < b.size ? [a, b] : [b, a]
    for (const value of few) if (many.has(-rest - value)) return true
    return false
  }
  return (
    rest + Math.min(...a) + Math.min(...b) + low <= 0 && rest + Math.max(...a) + Math.max(...b) + high >= 0
  )
}

/** Whether some combination of the options satisfies the relation; true where that cannot be decided. */
export const satisfiable = (relation: Relation, domains: Domains): boolean => {
  const opened = open(relation, domains)
  if (opened === null) return true
  const sums = opened.varying.reduce<Sums | null>((all, { values }) => plus(all, values), nothing)
  return sums === null || reaches(relation, opened.fixed, sums, nothing)
}

/** The options of each varying term that some combination supports; null where no combination is left. */
export const supported = (
  relation: Relation,
  domains: Domains,
): readonly (readonly [number, readonly number[]])[] | null => {
  const opened = open(relation, domains)
  if (opened === null) return []
  const { fixed, varying } = opened
  if (varying.length === 0) return reaches(relation, fixed, nothing, nothing) ? [] : null
  const before: (Sums | null)[] = [nothing]
  for (const { values } of varying) before.push(plus(before.at(-1)!, values))
  const found: (readonly [number, readonly number[]])[] = []
  let after: Sums | null = nothing
  for (let i = varying.length - 1; i >= 0; i--) {
    const { term, values } = varying[i]!
    const [a, b] = [before[i]!, after]
    if (a !== null && b !== null) {
      const possible = new Set(values.filter((value) => reaches(relation, fixed + value, a, b)))
      if (possible.size === 0) return null
      if (possible.size < values.length)
        found.push([term.choice, domains[term.choice]!.filter((option) => possible.has(term.value(option)!))])
    }
    after = plus(after, values)
  }
  return found
}
