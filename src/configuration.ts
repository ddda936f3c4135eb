/** How the service is set up: the variables of an environment, checked. */

import { join } from 'node:path'
import { type Variable, variables } from './variables.ts'

type Variables = typeof variables

/** By the name in the environment; undefined where nothing is set and there is no fallback. */
type Values = {
  readonly [N in keyof Variables]: Variables[N] extends Variable<infer T, infer Fallback>
    ? null extends Fallback
      ? T | undefined
      : T
    : never
}

export type Configuration = Omit<Values, 'GONGKAI_KEYS'> & { readonly GONGKAI_KEYS: string }

export interface NotConfigured {
  readonly failure: 'notConfigured'
  /** A sentence for each fault; a value that is secret is not quoted. */
  readonly message: string
}

export type Surroundings = Readonly<Record<string, string | undefined>>

/** Reads the configuration out of an environment. An empty variable is one that is not set. */
export const readConfiguration = (environment: Surroundings): Configuration | NotConfigured => {
  const set = (name: string) => environment[name]?.trim() || undefined
  const faults: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, stated] of Object.entries(variables) as [string, Variable][]) {
    const given = set(name) ?? stated.fallback
    const { data, error } = given === null ? {} : stated.schema.safeParse(given)
    values[name] = data
    if (error) faults.push(describe(name, stated, given ?? '', error.issues[0]?.message ?? ''))
    for (const needed of set(name) === undefined ? [] : (stated.needs ?? []))
      if (set(needed) === undefined) faults.push(`设置了 ${name}，还应设置 ${needed}。`)
  }
  if (faults.length > 0) return { failure: 'notConfigured', message: faults.join('\n') }
  const read = values as unknown as Values
  return { ...read, GONGKAI_KEYS: read.GONGKAI_KEYS ?? join(read.GONGKAI_DATA, 'keys.json') }
}

const describe = (name: string, { about, secret }: Variable, given: string, fault: string): string =>
  `环境变量 ${name} ${fault}${secret ? '' : `，现为“${given}”`}。用途：${about}。`
