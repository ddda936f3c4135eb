import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** What is not there: 没有逾期的申请. */
  readonly title: string
  /** Why, and what can be done. */
  readonly children?: ReactNode
  /** A button that does it. */
  readonly action?: ReactNode
}

/** Said where there is nothing to show. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <h3>{title}</h3>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  )
}
