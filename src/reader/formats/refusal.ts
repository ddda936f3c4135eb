import type { Refusal } from './observed.ts'

/**
 * A refusal with its message in plain Chinese: what is wrong, where, what to do. Never put text of the
 * source into the message: it may hold personal data, and messages end up in logs.
 */
export const refuse = (code: Refusal['code'], message: string): Refusal => ({ refused: true, code, message })

/** Bytes as an officer reads them: '62.0 MB'. */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`
