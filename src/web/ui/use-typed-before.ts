import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { typedInto } from './typed-so-far.ts'

/** A field as somebody left it. */
interface Typed {
  readonly text: string
  /** Whether it is not what was there at first. */
  readonly changed: boolean
  /** Whether the hand is still there. */
  readonly focused: boolean
}

/**
 * For what becomes another control where script runs: the plain field of the server is shown until then, with `plain`
 * as its ref, and what was typed into it before the script came is taken along. Null until then.
 */
export function useTypedBefore<Plain extends HTMLInputElement | HTMLTextAreaElement>(): readonly [
  plain: RefObject<Plain | null>,
  typed: Typed | null,
] {
  const plain = useRef<Plain>(null)
  const [typed, take] = useState<Typed | null>(null)
  useLayoutEffect(() => {
    const field = plain.current
    if (field === null) return
    const text = typedInto(field)
    take({ text, changed: text !== field.defaultValue, focused: document.activeElement === field })
  }, [])
  return [plain, typed]
}
