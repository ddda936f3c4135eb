import { useEffect, useRef } from 'react'
import { fieldId } from './field.tsx'

/** Faults by the name of their field, in the order of the form. */
export type FormErrors = Readonly<Record<string, string>>

/**
 * Everything that is wrong with a form, above it. It takes the focus when it appears, with script or without, and
 * each fault leads to its field.
 */
export function ErrorSummary({ errors }: { readonly errors: FormErrors | undefined }) {
  const box = useRef<HTMLElement>(null)
  const faults = Object.entries(errors ?? {})
  useEffect(() => {
    if (errors !== undefined) box.current?.focus()
  }, [errors])
  if (faults.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: after a form was refused, what is wrong with it comes first
    <section className="errors" aria-labelledby="errors" tabIndex={-1} ref={box} autoFocus>
      <h2 id="errors">
        <span className="ic ic--late" aria-hidden="true" />
        {faults.length === 1 ? '有一处需要改正' : `有 ${faults.length} 处需要改正`}
      </h2>
      <ul>
        {faults.map(([name, message]) => (
          <li key={name}>
            <a href={`#${fieldId(name)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
