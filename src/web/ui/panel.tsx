import { type ReactNode, useId } from 'react'

interface PanelProps {
  readonly title?: string
  /** Beside the title, quietly: 3 件, 先列需要处理的. */
  readonly aside?: ReactNode
  /** Beside the title, before the aside: a badge. */
  readonly mark?: ReactNode
  /**
   * `sheet`: head and padded body. `list`: head, then rows or a table from edge to edge. `wide`: one roomy sheet
   * with the title in it, for public pages.
   */
  readonly kind?: 'sheet' | 'list' | 'wide'
  readonly children: ReactNode
}

/** A white sheet on the page. With a title it is a region that can be jumped to. */
export function Panel({ title, aside, mark, kind = 'sheet', children }: PanelProps) {
  const id = useId()
  const named = title === undefined ? {} : { 'aria-labelledby': id }
  const heading = title !== undefined && <h2 id={id}>{title}</h2>
  if (kind === 'wide') {
    return (
      <section className="panel panel--wide" {...named}>
        {heading}
        {children}
      </section>
    )
  }
  return (
    <section className="panel" {...named}>
      {heading && (
        <div className="panel__head">
          {heading}
          {mark}
          {aside !== undefined && <span className="panel__aside">{aside}</span>}
        </div>
      )}
      {kind === 'list' ? children : <div className="panel__body">{children}</div>}
    </section>
  )
}
