import type { NotDone, Operations } from './operations.ts'

/** What a command may touch of the world; the program supplies it, and so does a test. */
export interface Io {
  /** The text of a file, UTF-8; '-' is standard input. Rejects where the file cannot be read. */
  readFile(path: string): Promise<string>
  /** Rejects where the file cannot be written. */
  writeFile(path: string, bytes: Uint8Array | string): Promise<void>
  /** One line to standard output. */
  out(text: string): void
  /** One line to standard error. */
  err(text: string): void
  /** Whether somebody is watching standard error. */
  readonly interactive: boolean
}

/**
 * A command of the command line: takes its arguments, gives the exit code. The operations are had by asking: most
 * commands have no use for the service, and should not wait until it is loaded.
 */
export type Command = (
  args: readonly string[],
  io: Io,
  operations: () => Promise<Operations>,
) => Promise<number>

/** Exit codes. */
export const exit = {
  holds: 0,
  broken: 1,
  undecidable: 2,
  usage: 64,
  /** The service or its database cannot be had as things are. */
  unavailable: 69,
  /** The configuration is wrong. */
  configuration: 78,
} as const

/** Says why an operation was not done; its exit code. */
export const refused = ({ failure, message }: NotDone, io: Io): number => {
  for (const line of message.split('\n')) io.err(line)
  return failure === 'notConfigured' ? exit.configuration : exit.unavailable
}
