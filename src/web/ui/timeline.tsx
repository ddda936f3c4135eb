import type { ReactNode } from 'react'
import { type Day, formatChinese } from '../../law/day.ts'

/** One thing that happened, is happening or will. */
export interface Happening {
  readonly key: string
  readonly on: Day
  /** `next` is not certain yet: its line is dashed. */
  readonly tense: 'done' | 'now' | 'next'
  readonly title: string
  /** Behind the title: who, what. */
  readonly what?: ReactNode
  /** Below it, smaller. */
  readonly detail?: ReactNode
  /** At the edge: links to papers. */
  readonly aside?: ReactNode
}

/** What happened in a case, oldest first. */
export function Timeline({ happenings }: { readonly happenings: readonly Happening[] }) {
  return (
    <ol className="timeline">
      {happenings.map(({ key, on, tense, title, what, detail, aside }) => (
        <li key={key} data-t={tense}>
          <time dateTime={on}>{formatChinese(on)}</time>
          <span className="timeline__dot" aria-hidden="true" />
          <div className="timeline__what">
            <div>
              <strong>{title}</strong>
              {what !== undefined && <> · {what}</>}
              {detail !== undefined && <p>{detail}</p>}
            </div>
            {aside !== undefined && <span className="timeline__aside">{aside}</span>}
          </div>
        </li>
      ))}
    </ol>
  )
}
