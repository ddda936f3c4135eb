/** Versions of a case as HTTP has them: entity tags, and what a caller has seen. */
import { type Problem, problem } from './problem.ts'

/** A strong entity tag: `"3"`. */
export const etagOf = (version: number): string => `"${version}"`

/** The version that If-Match names, or why it does not. `*` would defeat its purpose and is none. */
export function seenVersion(ifMatch: string | undefined): number | Problem {
  if (ifMatch === undefined) return problem('no-precondition')
  const version = /^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1]
  return version === undefined
    ? problem('bad-request', { detail: 'If-Match 应为读取该件时 ETag 给出的版本，如 "3"。' })
    : Number(version)
}

/** Whether the caller has the representation of that tag already (RFC 9110, 13.1.2). */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(etag.replace(/^W\//, ''))
}
