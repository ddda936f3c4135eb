/**
 * What the equations of a table prove about figures that cannot be read outright: digits run together, figures
 * whose column was lost, a digit that may be one of two. A value is given only where every other reading is
 * impossible; where the printed figures contradict each other nothing is repaired and the cell stays open.
 */

import { type Equation, equations, relationWords } from './equations.ts'
import type { Table } from './form.ts'
import { type Place, type Reading, type Readings, readingAt } from './reading.ts'
import { propagate } from './solve-propagate.ts'
import { type Domains, type Relation, relationOf, satisfiable } from './solve-relations.ts'

/** Cells that are read together, and the ways they can be read. Null in an option: that cell is empty. */
export interface RowChoice {
  readonly cells: readonly string[]
  /** Each option has one value per cell. */
  readonly options: readonly (readonly (number | null)[])[]
  /** What is printed, e.g. the run of digits. */
  readonly raw?: string
  readonly place?: Place
}

/** What became of a choice. */
export interface Resolution {
  readonly choice: RowChoice
  /**
   * `unique`: one option is left. `open`: several are. `contradicted`: the printed figures satisfy no relation
   * with any option, or only by giving up another figure; all options are kept.
   */
  readonly state: 'unique' | 'open' | 'contradicted'
  readonly options: readonly (readonly (number | null)[])[]
  /** For each cell, the values left, in order of appearance. */
  readonly candidates: readonly (readonly (number | null)[])[]
  /** Plain Chinese: why only these are left, naming the relations. */
  readonly proof: string
}

export interface Solved {
  /** The readings given, unchanged where a figure was read, with what was proved or left open in the cells of the choices. */
  readonly readings: Readings
  /** In the order of the choices, then one for each ambiguous reading outside them. */
  readonly resolutions: readonly Resolution[]
}

const ownChoice = (key: string, reading: Reading): RowChoice | null =>
  reading.kind === 'ambiguous' && reading.candidates.length > 0
    ? {
        cells: [key],
        options: reading.candidates.map((candidate) => [candidate]),
        raw: reading.raw,
        ...(reading.place && { place: reading.place }),
      }
    : null

/** Options that agree with figures read outright; all of them where none agrees. */
const agreeing = (choice: RowChoice, readings: Readings): readonly number[] => {
  const all = choice.options.map((_, index) => index)
  const facts = choice.cells.map((key) => readingAt(readings, key))
  const agree = all.filter((index) =>
    facts.every((fact, cell) => fact.kind !== 'number' || fact.value === choice.options[index]![cell]),
  )
  return agree.length > 0 ? agree : all
}

interface State {
  readonly domains: Domains
  readonly contradicted: ReadonlySet<number>
}

/** First the relations that concern one choice alone: the row that must add up to its own total. */
const byOwnRelations = (start: Domains, relations: readonly Relation[]): State => {
  const domains = start.map((domain) => [...domain])
  const contradicted = new Set<number>()
  start.forEach((domain, choice) => {
    const own = relations.filter((r) => r.own && r.terms[0]!.choice === choice)
    const left = domain.filter((option) =>
      own.every((r) => {
        const value = r.terms[0]!.value(option)
        return value === null || value + r.constant === 0
      }),
    )
    if (left.length > 0) domains[choice] = left
    else if (domain.length > 0) contradicted.add(choice)
  })
  return { domains, contradicted }
}

/**
 * A relation that no remaining combination satisfies is a mistake in print, or a row that added up by accident.
 * Rows whose other options would satisfy it are opened again; the relation proves nothing any more.
 */
const reopened = (
  start: Domains,
  state: State,
  relations: readonly Relation[],
): State & { trusted: readonly Relation[] } => {
  const contradicted = new Set(state.contradicted)
  const domains = state.domains.map((domain) => [...domain])
  const broken = relations.filter((r) => !r.own && !satisfiable(r, state.domains))
  for (const relation of broken)
    for (const { choice } of relation.terms) {
      if (start[choice]!.length === state.domains[choice]!.length) continue
      const opened = state.domains.with(choice, [...start[choice]!])
      if (satisfiable(relation, opened)) {
        contradicted.add(choice)
        domains[choice] = [...start[choice]!]
      }
    }
  const shared = relations.filter((r) => !r.own)
  return { domains, contradicted, trusted: shared.filter((r) => satisfiable(r, domains)) }
}

const listed = (option: readonly (number | null)[]): string => option.map((value) => value ?? '空').join('、')

const proofOf = (
  choice: RowChoice,
  options: Resolution['options'],
  state: Resolution['state'],
  own: readonly Equation[],
  shared: readonly Equation[],
): string => {
  const printed = choice.raw ? `“${choice.raw}”` : '所印数字'
  const total = choice.options.length
  if (total === 1) return `${printed}只有一种读法：${listed(options[0] ?? [])}。`
  if (state === 'contradicted')
    return `${printed}有 ${total} 种读法，所印数字与勾稽关系不能同时成立，不作推断。`
  const by = [...own, ...shared.filter((e) => !own.includes(e))].slice(0, 4).map(relationWords)
  const under = by.length > 0 ? `，依${by.join('、')}` : ''
  return state === 'unique'
    ? `${printed}有 ${total} 种读法${under}，只有 ${listed(options[0] ?? [])} 成立。`
    : `${printed}有 ${total} 种读法${under}，仍有 ${options.length} 种成立。`
}

const readingFor = (resolution: Resolution, cell: number): Reading => {
  const { choice, candidates, proof, state } = resolution
  const values = candidates[cell]!
  const seen = { raw: choice.raw ?? '', ...(choice.place && { place: choice.place }) }
  if (values.length > 1 || (state === 'contradicted' && choice.options.length > 1))
    return { kind: 'ambiguous', ...seen, candidates: values }
  const value = values[0]
  if (value == null) return { kind: 'blank', ...seen, raw: '' }
  const agreed = state === 'unique' ? proof : `${proof}各种读法中此格都是 ${value}。`
  return { kind: 'inferred', ...seen, value, proof: agreed }
}

/**
 * What the relations of the tables leave of each choice and of each ambiguous reading. Exact: only equalities
 * over whole numbers are used as proof, an empty part adds nothing, an empty total claims nothing, and blank
 * cells outside the choices are unknown but not negative. Where sums would grow too many a relation is not used,
 * so the answer may stay open, but it is never wrong for figures that satisfy the relations.
 */
export const solve = (
  tables: readonly Table[],
  readings: Readings,
  choices: readonly RowChoice[] = [],
): Solved => {
  const covered = new Set(choices.flatMap((choice) => choice.cells))
  const single = Object.entries(readings)
    .filter(([key]) => !covered.has(key))
    .map(([key, reading]) => ownChoice(key, reading))
    .filter((choice) => choice !== null)
  const all = [...choices, ...single]
  const start: Domains = all.map((choice) => [...agreeing(choice, readings)])
  const options = all.map((choice) => choice.options)
  const seats = new Map(
    all.flatMap(({ cells }, choice) => cells.map((key, cell) => [key, { choice, cell }] as const)),
  )
  const relations = tables
    .flatMap(equations)
    .map((equation) => relationOf(equation, seats, options, readings))
    .filter((relation) => relation !== null)

  const rows = byOwnRelations(start, relations)
  const base = reopened(start, rows, relations)
  const movable = base.domains.map((_, choice) => !base.contradicted.has(choice))
  const domains = propagate(base.domains, base.trusted, movable) ?? base.domains

  const resolutions = all.map((choice, index): Resolution => {
    const options = domains[index]!.map((option) => choice.options[option]!)
    const own = relations.filter((r) => r.own && r.terms[0]!.choice === index).map((r) => r.equation)
    const narrowed = domains[index]!.length < rows.domains[index]!.length
    const shared = narrowed
      ? base.trusted.filter((r) => r.terms.some((term) => term.choice === index)).map((r) => r.equation)
      : []
    const state =
      base.contradicted.has(index) && options.length > 1
        ? 'contradicted'
        : options.length === 1
          ? 'unique'
          : 'open'
    const candidates = choice.cells.map((_, cell) => [
      ...new Set(options.map((option) => option[cell] ?? null)),
    ])
    return { choice, state, options, candidates, proof: proofOf(choice, options, state, own, shared) }
  })

  const solved: Record<string, Reading> = { ...readings }
  for (const resolution of resolutions)
    resolution.choice.cells.forEach((key, cell) => {
      if (readingAt(readings, key).kind !== 'number' && resolution.candidates[cell]!.length > 0)
        solved[key] = readingFor(resolution, cell)
    })
  return { readings: solved, resolutions }
}
