import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Mark } from './work-shell.tsx'

interface DoorProps {
  readonly children: ReactNode
  /** For a long form instead of a few fields. */
  readonly wide?: boolean
}

/** Frame of the pages on the way into the workbench: nobody is in view yet, and there is nowhere else to go. */
export const Door = ({ children, wide }: DoorProps) => (
  <div className="shell">
    <header className="bar bar--door">
      <div className="bar__in">
        <p>
          <Mark />
          政府信息公开工作台
        </p>
      </div>
    </header>
    <main className={classes('alone', 'stack', wide && 'alone--wide')} id="main">
      {children}
    </main>
  </div>
)
