/** Command line arguments: names with or without a value, and the rest. */

import type { Io } from './io.ts'

export interface Args {
  readonly values: Readonly<Record<string, string>>
  readonly flags: ReadonlySet<string>
  readonly rest: readonly string[]
}

export interface BadArgs {
  readonly bad: string
}

/**
 * Parses arguments.
 *
 * @param withValue option names that take a value (`--to docx` or `--to=docx`)
 * @param withoutValue option names that do not
 * @returns what was given, or a Chinese sentence saying which option is not understood
 */
export const parseArgs = (
  args: readonly string[],
  withValue: readonly string[],
  withoutValue: readonly string[],
): Args | BadArgs => {
  const values: Record<string, string> = {}
  const flags = new Set<string>()
  const rest: string[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string
    if (arg === '--') {
      rest.push(...args.slice(i + 1))
      break
    }
    if (!arg.startsWith('--')) {
      rest.push(arg)
      continue
    }
    const [name = '', given] = arg.slice(2).split(/=(.*)/s)
    if (withoutValue.includes(name)) flags.add(name)
    else if (withValue.includes(name)) {
      const value = given ?? args[++i]
      if (value === undefined) return { bad: `选项 --${name} 后面缺少内容。` }
      values[name] = value
    } else {
      const known = [...withValue, ...withoutValue].map((n) => `--${n}`).join('、')
      return { bad: `不认识选项 --${name}。可用的选项：${known || '无'}。` }
    }
  }
  return { values, flags, rest }
}

export const isBad = (args: Args | BadArgs): args is BadArgs => 'bad' in args

/** What a command takes. */
export interface Wanted {
  readonly usage: readonly string[]
  readonly values?: readonly string[]
  readonly flags?: readonly string[]
  /** Names of the arguments that are no options, as in the usage; every one must be given. */
  readonly rest?: readonly string[]
}

/** The arguments where they are as wanted; null, after saying what is wrong, where they are not. */
export const understood = (args: readonly string[], wanted: Wanted, io: Io): Args | null => {
  const { usage, values = [], flags = [], rest = [] } = wanted
  const given = parseArgs(args, values, flags)
  const fault = isBad(given)
    ? given.bad
    : given.rest.length < rest.length
      ? `没有指定${rest.slice(given.rest.length).join('、')}。`
      : given.rest.length > rest.length
        ? `多出了“${given.rest.slice(rest.length).join(' ')}”。`
        : null
  if (fault === null) return given as Args
  for (const line of [fault, ...usage]) io.err(line)
  return null
}
