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

/** A command of the command line: takes its arguments, gives the exit code. */
export type Command = (args: readonly string[], io: Io) => Promise<number>

/** Exit codes. */
export const exit = {
  holds: 0,
  broken: 1,
  undecidable: 2,
  usage: 64,
} as const
