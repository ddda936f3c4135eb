import type { ReactNode } from 'react'

interface NoteProps {
  /** `ok` after something was done, `soon` to warn, `late` where something is wrong, `prov` for what is not fixed yet. */
  readonly state?: 'plain' | 'info' | 'ok' | 'soon' | 'late' | 'prov'
  readonly title?: string
  /** Read out at once where it appears in answer to what was done. */
  readonly live?: boolean
  readonly children: ReactNode
}

/** Something to know before going on. */
export function Note({ state = 'plain', title, live = false, children }: NoteProps) {
  return (
    <div className="note" data-s={state} {...(live && { role: 'status' })}>
      {title !== undefined && <strong>{title}</strong>}
      {children}
    </div>
  )
}
